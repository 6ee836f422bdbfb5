"""The queries that several questions are names for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lumme_graph.base.label import Joined, Label, Message, Plain
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Practice, Service
from lumme_graph.elements.parts import Modality
from lumme_graph.graph.day import Day, PlanItem
from lumme_graph.graph.gaps import Gap
from lumme_graph.graph.names import label_of
from lumme_graph.graph.service_graph import E
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Answer, Row, Total, Value, fill

WITH = Label("recorded")
WITHOUT = Label("not recorded")
NO_STATE = Label("how far it is")
STATE = Label("state", "how far it is")
DATE = Label("date")

Find = Callable[[E], Iterable[KeptElement]]


def or_gap(value: Value | None) -> Value:
    """A value; *not recorded* for None and for nothing."""
    return Missing.NOT_RECORDED if value is None or value == () else value


def related(
    day: Day,
    elements: Sequence[E],
    find: Find[E],
    *,
    columns: tuple[Message, Message],
    gap: Message,
    note: Message,
    only_without: bool = False,
    none_at_all: Message | None = None,
) -> Answer:
    """Elements with those that they are related to; where none is recorded, that word.

    The note may name `n` (those without), `of` (all of them).
    """
    rows: list[Row] = []
    without: list[Thing] = []
    told: list[Thing] = []
    for element in elements:
        found = day.things(find(element))
        (told if found else without).append(day.thing(element))
        if not (found and only_without):
            rows.append(Row((day.thing(element), or_gap(found))))
    missing = [Gap(gap, tuple(without))] if without else []
    if not elements:
        missing.append(Gap(none_at_all or columns[0]))
    return Answer(
        columns,
        tuple(rows),
        fill(note, n=len(without), of=len(elements)),
        (Total(WITH, len(told), tuple(told)), Total(WITHOUT, len(without), tuple(without))),
        tuple(missing),
    )


def saved(element: KeptElement) -> Message | None:
    """What a service or practice saves, in words."""
    saves = element.saves if isinstance(element, Practice | Service) else None
    return None if saves is None else label_of(saves)


def by_state(day: Day, items: Iterable[PlanItem]) -> dict[Modality | Missing, list[Thing]]:
    """Items by how far they are on the day, the states in order, only those that occur."""
    found: dict[Modality | Missing, list[Thing]] = {}
    for item in items:
        found.setdefault(day.state(item), []).append(day.thing(item))
    order: list[Modality | Missing] = [*reversed(Modality), *Missing]
    return {state: found[state] for state in order if state in found}


def state_totals(
    day: Day, items: Sequence[PlanItem], done: Message
) -> tuple[tuple[Total, ...], Message]:
    """A total for each state, what is done first and also where it is nothing; and all in words."""
    states = by_state(day, items)
    held = tuple(states.pop(Modality.DONE, ()))
    totals = [Total(done, len(held) if items else Missing.NOT_RECORDED, held)]
    totals += [Total(state.label, len(of), tuple(of)) for state, of in states.items()]
    words = (fill(Label("{l} {n}"), l=t.label, n=_said(t.value)) for t in totals)
    return tuple(totals), _listed(list(words))


def _said(value: object) -> object:
    return value.label if isinstance(value, Missing) else value


def _listed(labels: list[Sayable]) -> Message:
    return Joined(tuple(labels), ", ")


def listed(labels: Iterable[Sayable]) -> Message:
    """Labels with commas between; a dash for none."""
    found = list(labels)
    return _listed(found) if found else Plain("–")


def names(things: Things) -> Message:
    """Things in words."""
    return listed(thing.label for thing in things)


def not_done(day: Day, items: Iterable[PlanItem], what: Message) -> tuple[Gap, ...]:
    """The gap of what was planned and is not recorded as done."""
    open_ = tuple(day.thing(item) for item in items if not day.is_done(item))
    return (Gap(what, open_),) if open_ else ()
