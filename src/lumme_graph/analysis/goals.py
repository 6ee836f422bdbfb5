"""The ways on which targets, actions and commitments lead to the top goals."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from lumme_graph.elements.development import Action, Target
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.project import Goal, Indicator, Project
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day, once


class Trace(NamedTuple):
    """A top goal that something leads to, and what lies between them."""

    goal: Goal
    way: tuple[KeptElement, ...]


class Traced(NamedTuple):
    """A target, action or commitment, and the top goals that it leads to, each once."""

    element: KeptElement
    traces: tuple[Trace, ...]


@once
def traced(day: Day) -> tuple[Traced, ...]:
    """The targets, actions and commitments, each with its ways to the top goals."""
    elements = (*day.all(Target), *day.all(Action), *day.all(Commitment))
    return tuple(Traced(element, tuple(_traces(day, element))) for element in elements)


def _traces(day: Day, element: KeptElement) -> Iterator[Trace]:
    came_from: dict[str, KeptElement | None] = {element.id: None}
    waiting = deque([element])
    while waiting:
        here = waiting.popleft()
        if isinstance(here, Goal) and here.under is None:
            yield Trace(here, _way(came_from, here)[1:])
            continue
        for ref in _upwards(day, here):
            found = None if ref is None else day.graph.find(ref)
            if found is not None and found.id not in came_from:
                came_from[found.id] = here
                waiting.append(found)


def _way(came_from: Mapping[str, KeptElement | None], goal: Goal) -> tuple[KeptElement, ...]:
    """What was passed on the way to a goal, from the beginning."""
    way: list[KeptElement] = []
    before = came_from[goal.id]
    while before is not None:
        way.append(before)
        before = came_from[before.id]
    return tuple(reversed(way))


@once
def _applications(day: Day) -> dict[str, list[str]]:
    """The projects that a source speaks of, by its id."""
    found: dict[str, list[str]] = {}
    for project in day.graph.all(Project):
        for ref in project.sources:
            found.setdefault(ref, []).append(project.id)
    return found


def _upwards(day: Day, element: KeptElement) -> Iterable[str | None]:
    """The ids that an element leads to on the way to a goal."""
    match element:
        case Target() | Indicator():
            return element.goals
        case Action():
            return (*element.targets, element.project)
        case Project():
            return day.goals_of.get(element.id, ())
        case Commitment():
            based_on = (ref for basis in element.basis for ref in basis.sources)
            applied = (_applications(day).get(ref, ()) for ref in based_on)
            return (element.indicator, *chain.from_iterable(applied))
        case Goal():
            return (element.under,)
        case _:
            return ()
