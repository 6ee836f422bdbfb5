"""The queries that several questions are names for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lumme_graph.analysis.plans import by_state
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.parts import Modality
from lumme_graph.graph.day import Day, PlanItem
from lumme_graph.graph.gaps import Gap
from lumme_graph.graph.names import joined
from lumme_graph.graph.things import Missing
from lumme_graph.questions.answers import Total

WITH = Label("recorded")
WITHOUT = Label("not recorded")
STATE = Label("state", "how far it is")
DATE = Label("date")


def recorded(
    day: Day, elements: Iterable[KeptElement], found: Iterable[object]
) -> tuple[Total, Total]:
    """How many elements have something recorded, and how many have not."""
    pairs = [(day.thing(one), bool(of)) for one, of in zip(elements, found, strict=True)]
    have = tuple(thing for thing, has in pairs if has)
    lack = tuple(thing for thing, has in pairs if not has)
    return Total(WITH, len(have), have), Total(WITHOUT, len(lack), lack)


def state_totals(
    day: Day, items: Sequence[PlanItem], done: Message
) -> tuple[tuple[Total, ...], Message]:
    """A total for each state, what is done first and also where it is nothing; and all in words."""
    states = {state: day.things(of) for state, of in by_state(day, items).items()}
    held = states.pop(Modality.DONE, ())
    totals = [Total(done, len(held) if items else Missing.NOT_RECORDED, held)]
    totals += [Total(state.label, len(of), of) for state, of in states.items()]
    words = (Label("{l} {n}").fill(l=t.label, n=said_of(t.value)) for t in totals)
    return tuple(totals), joined(list(words))


def said_of(value: object) -> object:
    """A value as a sentence tells it: what is missing by its words."""
    return value.label if isinstance(value, Missing) else value


def listed(labels: Iterable[Sayable]) -> Message:
    """Labels with commas between; a dash for none."""
    found = list(labels)
    return joined(found) if found else Plain("–")


def not_done(day: Day, items: Iterable[PlanItem], what: Message) -> tuple[Gap, ...]:
    """The gap of what was planned and is not recorded as done."""
    open_ = tuple(day.thing(item) for item in items if not day.is_done(item))
    return (Gap(what, open_),) if open_ else ()
