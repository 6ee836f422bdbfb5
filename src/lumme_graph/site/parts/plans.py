"""Projects, events, groups and indicators in tables and cards: what is planned, done, paid, reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.groups import groups
from lumme_graph.analysis.money import Budget, Sum, budgets
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Sayable
from lumme_graph.base.truth import Truth
from lumme_graph.elements.events import Event
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.project import FundingStage, Indicator, ProjectPhase
from lumme_graph.graph.day import PlanItem
from lumme_graph.graph.names import span
from lumme_graph.graph.things import Missing
from lumme_graph.indicators.queries import known_value, note_of, observed, target_of
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.parts.chain import late, sign_of
from lumme_graph.views.shapes import Sign

_NONE: Final = Label("The model names none.")
_INDICATOR: Final = Label("Indicator")
_NOW: Final = Label("Now: {day}")
_TARGET: Final = Label("Target")
_OBSERVED: Final = Label("Reported")
_NO_TARGET: Final = Label("no target value")
_NOT_OBSERVED: Final = Label("nothing reported")
_REACHED: Final[dict[Truth, tuple[str, Label]]] = {
    True: ("done", Label("reached", "a target")),
    False: ("gap", Label("not reached", "a target")),
    None: ("unknown", Label("not known whether reached")),
}
_EVENT: Final = Label("Event")
_TYPE: Final = Label("Type")
_WHEN: Final = Label("When")
_WHERE: Final = Label("Where", "an event is held")
_STATE: Final = Label("How far")
_GROUP: Final = Label("Group")
_LED_BY: Final = Label("Led by")
_LIBRARIES: Final = Label("Libraries in it")
_NOT_RECORDED: Final = Label("not recorded")
_MONEY: Final = Label("Planned in all")
_GRANTED: Final = Label("Granted")
_OWN: Final = Label("Own money")
_REALISED: Final = Label("Spent")
_UNFUNDED: Final = Label("Not funded")
_TIME: Final = Label("Time")
_PHASES: Final = Label("Phases")
_MONEY_STATE: Final = Label("Money")


def indicators(here: Here) -> Iterator[Child]:
    """Each indicator with its value, its target or none, and what was reported."""
    heads = (_INDICATOR, _NOW.fill(day=here.day.date), _TARGET, _OBSERVED)
    yield _table(here, heads, [_indicator(here, one) for one in here.graph.all(Indicator)])


def _indicator(here: Here, indicator: Indicator) -> list[list[Child]]:
    value = known_value(here.day, indicator)
    target: list[Child] = [here.say(_NO_TARGET)]
    if wanted := target_of(indicator):
        look, word = _REACHED[value.reached if value else None]
        target = [wanted, " ", sign_of(Sign("state", look, here.say(word)))]
    seen: list[Child] = []
    for when, number in observed(here.day, indicator):
        said: Sayable = _NOT_RECORDED if number is None else number
        seen += ["; ", when, ": ", here.say(said)]
    name: list[Child] = [here.link(indicator), *here.letter(indicator)]
    now: list[Child] = [here.speak.capital(note_of(value))]
    return [name, now, target, seen[1:] or [here.say(_NOT_OBSERVED)]]


def events(here: Here) -> Iterator[Child]:
    """The events that are known on the day, the latest first; those without a day last."""
    found = sorted(here.day.all(Event), key=_latest)
    yield _table(here, (_EVENT, _TYPE, _WHEN, _WHERE, _STATE), [_event(here, one) for one in found])


def _latest(event: Event) -> tuple[bool, int]:
    first = event.from_ or event.to
    day = (first.earliest or first.latest) if first else None
    return (day is None, -day.toordinal() if day else 0)


def _event(here: Here, event: Event) -> list[list[Child]]:
    dated = event.from_ or event.to
    when: Sayable = span(event.from_, event.to) if dated else _NOT_RECORDED
    places = [one for ref in event.municipalities if (one := here.graph.get(ref))]
    return [
        [here.link(event), *here.letter(event)],
        [here.say(event.type.label)],
        [here.speak.in_digits(when)],
        here.links(places) or [here.say(_NOT_RECORDED)],
        list(_state(here, event)),
    ]


def _state(here: Here, item: PlanItem) -> Iterator[Child]:
    """How far it is, and what is wrong with its time."""
    state = here.day.state(item)
    look = "done" if state is Modality.DONE else "part"
    if isinstance(state, Missing) or state is Modality.OPTION:
        look = "unknown"
    yield sign_of(Sign("state", look, here.say(state.label)))
    for words in late(here, item):
        yield " "
        yield h("span", here.say(words), class_="warn")


def working_groups(here: Here) -> Iterator[Child]:
    """Each group with who leads it and which libraries are in it, as far as that is recorded."""
    rows: list[list[list[Child]]] = [
        [
            [here.link(one.group), *here.letter(one.group)],
            here.links(one.leads) or [here.say(_NOT_RECORDED)],
            here.links(one.members) or [here.say(_NOT_RECORDED)],
            list(_state(here, one.group)),
        ]
        for one in groups(here.day)
    ]
    yield _table(here, (_GROUP, _LED_BY, _LIBRARIES, _STATE), rows)


def projects(here: Here) -> Iterator[Child]:
    """Each project with its time, its phases and its money."""
    found = budgets(here.day)
    if not found:
        yield h("p", here.say(_NONE))
    for budget in found:
        yield h("h3", here.link(budget.project), here.letter(budget.project))
        yield h("dl", list(_project(here, budget)), class_="pledge")


def _project(here: Here, budget: Budget) -> Iterator[ET.Element]:
    project = budget.project
    dated = project.from_ or project.to
    status = project.status.label if project.status else _NOT_RECORDED
    yield from _row(here, _MONEY_STATE, here.say(status))
    yield from _row(
        here, _TIME, here.say(span(project.from_, project.to) if dated else _NOT_RECORDED)
    )
    if project.phases:
        items = [h("li", here.say(phase.name), _days(here, phase)) for phase in project.phases]
        yield from _row(here, _PHASES, h("ol", items))
    realised = budget.stages[FundingStage.REALISED].total
    for label, amount in (
        (_MONEY, budget.whole),
        (_GRANTED, budget.granted),
        (_OWN, budget.own),
        (_UNFUNDED, budget.unfunded),
        (_REALISED, realised),
    ):
        if amount is not Missing.NOT_RECORDED:
            yield from _row(here, label, _sum(here, amount, is_gap=label is _UNFUNDED))


def _days(here: Here, phase: ProjectPhase) -> list[Child]:
    dated = phase.from_ or phase.to
    return [", ", here.say(span(phase.from_, phase.to))] if dated else []


def _sum(here: Here, amount: Sum, *, is_gap: bool) -> Child:
    """A sum; what is not funded is a gap, unless it is nothing."""
    if isinstance(amount, Missing):
        return h("span", here.say(amount.label), class_="st unknown")
    said = here.say(amount)
    return h("span", said, class_="warn") if is_gap and amount.amount > 0 else said


def _row(here: Here, label: Label, value: Child) -> Iterator[ET.Element]:
    yield h("dt", here.say(label))
    yield h("dd", value)


def _table(here: Here, heads: tuple[Sayable, ...], rows: list[list[list[Child]]]) -> ET.Element:
    """A table whose cells hold links; without rows that there is nothing."""
    if not rows:
        return h("p", here.say(_NONE))
    head = h("tr", [h("th", here.speak.capital(one), scope="col") for one in heads])
    made = [h("tr", [h("td", cell) for cell in row]) for row in rows]
    table = h("table", h("thead", head), h("tbody", made))
    return h(
        "div",
        table,
        class_="wide",
        tabindex="0",
        role="region",
        aria_label=here.say(heads[0]).shown,
    )
