"""What those who decide are told, chosen once for the page of the site and for documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from lumme_graph.analysis.money import Sum, budgets
from lumme_graph.analysis.plans import activities, by_aim, by_state
from lumme_graph.assessment.assess import assessed
from lumme_graph.assessment.write_next import told
from lumme_graph.base.label import Message
from lumme_graph.elements.events import Event
from lumme_graph.elements.parts import Aim, Modality
from lumme_graph.elements.project import Project
from lumme_graph.elements.promise import Commitment, Promise
from lumme_graph.graph.day import Day, PlanItem, once
from lumme_graph.graph.things import Missing

States = dict[Modality | Missing, list[PlanItem]]
"""Things by how far they are."""


class ToldBudget(NamedTuple):
    """A project with the sums that are told of it: planned, granted, own money, not funded."""

    project: Project
    sums: tuple[Sum, Sum, Sum, Sum]


class ToldMoney(NamedTuple):
    """The projects of which sums are recorded, and of how many more none are."""

    told: tuple[ToldBudget, ...]
    silent: int


class ToldPromise(NamedTuple):
    """A promise with its commitments, and how many of them the model counts."""

    promise: Promise
    commitments: tuple[Commitment, ...]
    counted: int


class NextAct(NamedTuple):
    """The act that helps most, in words, and how many cells it closes."""

    words: Message
    gain: int


class ToldAims(NamedTuple):
    """The states that occur, and for each aim that anything serves how many things are how far."""

    states: tuple[Modality | Missing, ...]
    aims: Mapping[Aim | Missing, Mapping[Modality | Missing, int]]


SHOWN: Final = (
    Modality.DECIDED,
    Modality.DONE,
    Modality.FUNDED,
    Modality.ANNOUNCED,
    Modality.PLANNED,
)
"""How far what is told of is: an option is no plan."""


@once
def told_money(day: Day) -> ToldMoney:
    """The money of the projects, as far as it is recorded."""
    every = [
        ToldBudget(one.project, (one.whole, one.granted, one.own, one.unfunded))
        for one in budgets(day)
    ]
    told_of = tuple(one for one in every if any(s is not Missing.NOT_RECORDED for s in one.sums))
    return ToldMoney(told_of, len(every) - len(told_of))


def told_promise(day: Day) -> ToldPromise | None:
    """The first promise of the model, where there is one."""
    promise = next(iter(day.graph.all(Promise)), None)
    if promise is None:
        return None
    found = tuple(one for ref in promise.commitments if (one := day.graph.get(ref)))
    counted = sum(day.graph.get(one.indicator) is not None for one in found)
    return ToldPromise(promise, found, counted)


def next_act(day: Day) -> NextAct | None:
    """The act that closes most cells, where any does."""
    found = assessed(day)
    first = next((one for one in found.write_next.acts if one.gain), None)
    return NextAct(told(found.coverage, first.act), first.gain) if first else None


def told_plans(day: Day) -> States:
    """Decisions and actions, then events, by how far they are; without mere options."""
    acts = sorted(activities(day), key=lambda one: isinstance(one, Event))
    states = by_state(day, acts)
    return {state: states[state] for state in SHOWN if state in states}


def told_aims(day: Day) -> ToldAims:
    """How many things of each aim are how far."""
    aims = by_aim(day)
    every: Sequence[PlanItem] = [item for of in aims.values() for item in of]
    states = tuple(by_state(day, every))
    return ToldAims(
        states,
        {
            aim: {state: len(items) for state, items in by_state(day, of).items()}
            for aim, of in aims.items()
            if of
        },
    )
