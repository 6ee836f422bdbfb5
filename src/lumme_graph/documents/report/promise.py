"""What is promised: each commitment with its measure and value, or that there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.documents.blocks import Block
from lumme_graph.documents.telling import Telling
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.names import joined
from lumme_graph.indicators.queries import known_value, note_of
from lumme_graph.views.decide import told_promise
from lumme_graph.views.drawn.units import compared

TITLE: Final = Label("What is promised")
NO_PROMISE: Final = Label("The model holds no promise.")
COMMITMENTS: Final = Label("{n} commitments; {counted} with a measure that the model counts.")
_DRAFT: Final = Label("The promise is a {status}.")
_HEADS: Final = (Label("Commitment"), Label("Measure"), Label("Value and its day"))
_AIMED: Final = Label("{metric}: {target}")
_NO_TARGET: Final = Label("no target value")
_NO_MEASURE: Final = Label("No measure.")
_NOT_COUNTED: Final = Label("No value is recorded.")
_SEEN: Final = Label("On {day}: {value}")
_REVIEW: Final = Label("To be looked at again: {day}")
_NONE: Final = Label("The promise has no commitments yet.")


def chapter(tell: Telling) -> Iterator[Block]:
    """The promise as a table of its commitments."""
    yield tell.heading(TITLE)
    told = told_promise(tell.day)
    if told is None:
        yield tell.text(NO_PROMISE)
        return
    promise, found, counted = told
    yield tell.text(joined((tell.marked(promise), "."), ""), look="lead")
    if promise.description:
        yield tell.text(promise.description)
    yield tell.text(
        _DRAFT.fill(status=promise.status.label),
        COMMITMENTS.fill(n=len(found), counted=counted) if found else _NONE,
    )
    if found:
        rows = [(tell.marked(one), _measure(tell, one), _value(tell, one)) for one in found]
        yield tell.table(TITLE, _HEADS, rows, (38, 34, 28))


def _measure(tell: Telling, one: Commitment) -> Sayable | Said:
    standard = one.standard
    if standard is None:
        return _NO_MEASURE
    if standard.target is None:
        return tell.speak.capital(_AIMED, metric=standard.metric, target=_NO_TARGET)
    target = compared(standard.operator, standard.target, standard.unit)
    return tell.speak.capital(_AIMED, metric=standard.metric, target=target)


def _value(tell: Telling, one: Commitment) -> Sayable:
    """What is counted on the day, or that nothing is; and when it is looked at again."""
    indicator = tell.graph.get(one.indicator)
    said: list[Sayable] = [_NOT_COUNTED]
    if indicator is not None:
        note = note_of(known_value(tell.day, indicator))
        said = [_SEEN.fill(day=tell.day.date, value=note)]
    if one.review:
        said.append(_REVIEW.fill(day=one.review))
    return joined(said, "\n")
