"""Indicators against their targets, and the money of projects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.money import Sum
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Sayable
from lumme_graph.base.truth import Truth
from lumme_graph.documents.blocks import Block, RowsBlock
from lumme_graph.documents.telling import MORE, Telling
from lumme_graph.elements.project import Indicator
from lumme_graph.graph.names import joined
from lumme_graph.graph.things import Missing
from lumme_graph.indicators.queries import IndicatorValue, known_value
from lumme_graph.views.decide import told_aims, told_money
from lumme_graph.views.drawn.units import compared

TITLE: Final = Label("Indicators against their targets")
HEADS: Final = (
    Label("Indicator"),
    Label("Done"),
    Label("target value"),
    Label("Reached"),
    Label("Apart"),
)
NO_INDICATOR: Final = Label("The model has no indicators.")
_APART: Final = Label("Apart is what does not count as done: planned, decided, or not known.")
_NO_TARGET: Final = Label("no target value")
_REACHED: Final[dict[Truth, Label]] = {
    True: Label("yes"),
    False: Label("no"),
    None: Label("not known"),
}
_STATE: Final = Label("{state} {n}")
MONEY: Final = Label("Money")
MONEY_HEADS: Final = (
    Label("Project"),
    Label("planned"),
    Label("granted"),
    Label("own"),
    Label("not funded"),
)
NO_MONEY: Final = Label("No sums are recorded.")
OTHERS: Final = Counted(
    "Of {n} more project no sums are recorded.", "Of {n} more projects no sums are recorded."
)
_NO_SUM: Final = Label("Not recorded is not zero.")
AIMS: Final = Label("What is done, by aim")
_AIM: Final = Label("Aim")
NOTHING: Final = Label("Nothing is recorded.")


def indicators(tell: Telling) -> Iterator[Block]:
    """Each indicator on the day: what is done, its target, whether that is reached."""
    yield tell.heading(TITLE)
    if not tell.graph.all(Indicator):
        yield tell.text(NO_INDICATOR)
        return
    yield tell.text(_APART)
    yield indicator_table(tell)


def indicator_table(tell: Telling, most: int | None = None) -> RowsBlock:
    """The indicators as rows."""
    found = tell.graph.all(Indicator)[:most]
    rows = [_indicator(tell, one) for one in found]
    return tell.table(TITLE, HEADS, rows, (38, 10, 17, 12, 23))


def _indicator(tell: Telling, one: Indicator) -> tuple[Sayable, ...]:
    value = known_value(tell.day, one)
    if value is None:
        return (tell.marked(one), Missing.UNKNOWN.label, _target(one), "–", "–")
    reached = _REACHED[value.reached] if one.target else "–"
    return (tell.marked(one), _done(value), _target(one), reached, _apart(value))


def _done(value: IndicatorValue) -> Sayable:
    share = value.measure.share
    return value.measure.n if share is None else share.fraction


def _target(one: Indicator) -> Sayable:
    return compared(one.target.operator, one.target.value, None) if one.target else _NO_TARGET


def _apart(value: IndicatorValue) -> Sayable:
    apart = [_STATE.fill(state=s.label, n=len(of)) for s, of in value.measure.apart.items()]
    return joined(apart) if apart else "–"


def money(tell: Telling) -> Iterator[Block]:
    """The sums of the projects, and what is done by aim."""
    yield tell.heading(MONEY)
    told, silent = told_money(tell.day)
    if told:
        yield money_table(tell)
        yield tell.text(*([OTHERS.fill(n=silent)] if silent else []), _NO_SUM, look="meta")
    else:
        yield tell.text(NO_MONEY)
    yield tell.heading(AIMS, 2)
    if told_aims(tell.day).states:
        yield aims_table(tell)
    else:
        yield tell.text(NOTHING)


def money_table(tell: Telling, most: int | None = None) -> RowsBlock:
    """The projects of which sums are recorded."""
    told = told_money(tell.day).told
    rows: list[list[Sayable]] = [
        [tell.marked(project), *map(_sum, sums)] for project, sums in told[:most]
    ]
    if most is not None and len(told) > most:
        rows.append([MORE.fill(n=len(told) - most), "", "", "", ""])
    return tell.table(MONEY, MONEY_HEADS, rows, (40, 15, 15, 15, 15), right=(1, 2, 3, 4))


def _sum(amount: Sum) -> Sayable:
    return amount.label if isinstance(amount, Missing) else amount


def aims_table(tell: Telling) -> RowsBlock:
    """How many things of each aim are how far."""
    states, aims = told_aims(tell.day)
    rows: list[list[Sayable]] = [
        [aim.label, *(counts.get(state, 0) for state in states)] for aim, counts in aims.items()
    ]
    heads = (_AIM, *(state.label for state in states))
    widths = (30, *([70 // len(states)] * len(states)))
    right = tuple(range(1, len(heads)))
    capital = [[tell.speak.capital(row[0]), *row[1:]] for row in rows]
    return tell.table(AIMS, heads, capital, widths, right=right)
