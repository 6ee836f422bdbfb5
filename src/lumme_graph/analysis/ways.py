"""The ways through a path: what follows each step, on what condition, and where parallel ways meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from lumme_graph.base.label import Joined, Label
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.journeys import Path, Step

OTHERWISE: Final = Label("otherwise", "of a way on without a condition beside others with one")


class WayOn(NamedTuple):
    """A way from one step to another by their places; `joins` where it meets a parallel way."""

    source: int
    target: int
    when: Sayable | None = None
    joins: bool = False


def ways(path: Path) -> list[WayOn]:
    """The ways on from each step: those that it names, else to the following step.

    Where a choice is made, the way without a condition is taken otherwise. A step that repeats
    itself goes on all the same, so that this alone makes no choice.
    """
    places = {step.id: place for place, step in enumerate(path.steps)}
    found: list[WayOn] = []
    for place, step in enumerate(path.steps):
        named = _named(step, place, places)
        if step.next:
            found += named
        elif place + 1 < len(path.steps):
            found.append(WayOn(place, place + 1))
    joined = _joined(found, len(path.steps))
    return [way._replace(joins=(way.source, way.target) in joined) for way in found]


def _named(step: Step, place: int, places: Mapping[str, int]) -> list[WayOn]:
    """The ways that a step names, one for each target; two conditions of one target stand together."""
    conditions: dict[int, list[Sayable]] = {}
    for way in step.next:
        if way.to in places:
            conditions.setdefault(places[way.to], []).extend([way.when] if way.when else [])
    is_choice = any(when for target, when in conditions.items() if target != place)
    return [
        WayOn(place, target, _condition(when, is_choice=is_choice and target != place))
        for target, when in conditions.items()
    ]


def _condition(whens: Sequence[Sayable], *, is_choice: bool) -> Sayable | None:
    if len(whens) > 1:
        return Joined(tuple(whens), "or")
    if whens:
        return whens[0]
    return OTHERWISE if is_choice else None


def _joined(found: Sequence[WayOn], steps: int) -> set[tuple[int, int]]:
    """The ways that meet at a step after they have parted without a condition."""
    onward = [way for way in found if way.target > way.source]
    reach = reached(onward, steps)
    splits: dict[int, list[int]] = {}
    into: dict[int, list[int]] = {}
    for way in onward:
        if way.when is None:
            splits.setdefault(way.source, []).append(way.target)
            into.setdefault(way.target, []).append(way.source)
    splits = {source: targets for source, targets in splits.items() if len(targets) > 1}
    joined: set[tuple[int, int]] = set()
    for target, sources in into.items():
        if len(sources) > 1:
            for split, firsts in splits.items():
                if split < target:
                    met = _meeting(target, sources, split, firsts, reach)
                    joined |= {(source, target) for source in met}
    return joined


def reached(onward: Sequence[WayOn], steps: int) -> list[int]:
    """For each step the steps that can follow it, itself among them, as bits."""
    reach = [1 << place for place in range(steps)]
    for way in sorted(onward, key=lambda way: way.source, reverse=True):
        reach[way.source] |= reach[way.target]
    return reach


def _meeting(
    target: int, sources: Sequence[int], split: int, firsts: Sequence[int], reach: Sequence[int]
) -> set[int]:
    """The sources that come to the target by different branches of a split; none if all by one."""
    branches: dict[int, set[int]] = {}
    for source in sources:
        if source == split:
            branches[source] = {target}
        elif on := {first for first in firsts if reach[first] >> source & 1}:
            branches[source] = on
    return {
        source
        for source, on in branches.items()
        if any(on.isdisjoint(others) for others in branches.values())
    }
