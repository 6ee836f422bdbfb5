"""What a path plans, as sets of steps: the ways on, what stands side by side, what must come before.

A set of steps is a whole number with a bit for each. Steps that a log never names cannot be told
from steps that are never taken, so that a planned way may lead through them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lumme_graph.analysis.ways import WayOn, reached, ways
from lumme_graph.elements.journeys import Path


@dataclass(frozen=True, slots=True)
class PathPlan:
    """A path as a log that names some of its steps can show it.

    `on` are the steps that may follow each one, `beside` those of parallel branches, `back` those
    to which a planned way leads again.
    """

    steps: int
    logged: int
    starts: int
    ends: int
    on: tuple[int, ...]
    beside: tuple[int, ...]
    back: int
    _direct: tuple[int, ...]
    _onward: tuple[WayOn, ...]
    _before: dict[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])

    def is_planned(self, source: int, target: int) -> bool:
        """Does the path lead from one step to the other, through none that the log names?"""
        return bool(self.on[source] >> target & 1)

    def are_beside(self, one: int, other: int) -> bool:
        """Do two steps stand in branches that are both taken, in any order?"""
        return bool(self.beside[one] >> other & 1)

    def over(self, source: int, target: int) -> Iterator[int]:
        """The steps that a planned way leads through, and that the log does not name."""
        if self.is_planned(source, target) and not self._direct[source] >> target & 1:
            _, passed = _reach_through(self._direct, self.logged, self._direct[source])
            for step in bits(passed):
                if _reach_through(self._direct, self.logged, 1 << step)[0] >> target & 1:
                    yield step

    def must(self, begin: int) -> tuple[int, ...]:
        """For each step all that every planned way from `begin` to it goes through, both included.

        Nothing for a step to which no planned way leads from there.
        """
        if begin not in self._before:
            self._before[begin] = self._must(begin)
        return self._before[begin]

    def _must(self, begin: int) -> tuple[int, ...]:
        found = [0] * self.steps
        found[begin] = 1 << begin
        for step in range(begin + 1, self.steps):
            joined, options = 0, list[int]()
            for way in self._onward:
                if way.target == step and found[way.source]:
                    if way.joins:
                        joined |= found[way.source]
                    else:
                        options.append(found[way.source])
            options += [joined] if joined else []
            if options:
                every = options[0]
                for option in options[1:]:
                    every &= option
                found[step] = every | 1 << step
        return tuple(one & self.logged for one in found)


def plan(path: Path, logged: int) -> PathPlan:
    """The plan of a path, where a log names some of its steps."""
    all_ways, steps = ways(path), len(path.steps)
    others = [way for way in all_ways if way.source != way.target]
    targets = [0] * steps
    for way in all_ways:
        targets[way.source] |= 1 << way.target
    on = tuple(_through(targets, logged, step) for step in range(steps))
    led_to = 0
    leading = 0
    for way in others:
        led_to |= 1 << way.target
        leading |= 1 << way.source
    first = ~led_to & _all(steps) | (1 if steps else 0)
    last = ~leading & _all(steps)
    onward = tuple(way for way in others if way.target > way.source)
    return PathPlan(
        steps,
        logged,
        _starts(targets, logged, first),
        _ends(targets, logged, last),
        on,
        _beside(onward, steps),
        _on_rounds(targets, steps),
        tuple(targets),
        onward,
    )


def bits(steps: int) -> Iterator[int]:
    """The steps of a set, in order."""
    while steps:
        low = steps & -steps
        yield low.bit_length() - 1
        steps ^= low


def _all(steps: int) -> int:
    return (1 << steps) - 1


def _reach_through(targets: Sequence[int], logged: int, first: int) -> tuple[int, int]:
    """The logged steps that some steps lead to through others alone, and those others."""
    found, passed, left = 0, 0, first
    while left:
        step = (left & -left).bit_length() - 1
        left &= left - 1
        if logged >> step & 1:
            found |= 1 << step
        elif not passed >> step & 1:
            passed |= 1 << step
            left |= targets[step]
    return found, passed


def _through(targets: Sequence[int], logged: int, step: int) -> int:
    return _reach_through(targets, logged, targets[step])[0]


def _starts(targets: Sequence[int], logged: int, first: int) -> int:
    return _reach_through(targets, logged, first)[0]


def _ends(targets: Sequence[int], logged: int, last: int) -> int:
    """The logged steps at which the path ends, or after which the log can show nothing more."""
    found = last & logged
    for step in bits(logged):
        if _reach_through(targets, logged, targets[step])[1] & last:
            found |= 1 << step
    return found


def _beside(onward: Sequence[WayOn], steps: int) -> tuple[int, ...]:
    """For each step those of the other branches of a split of which all are taken."""
    reach = reached(onward, steps)
    splits: dict[int, list[int]] = {}
    for way in onward:
        if way.when is None:
            splits.setdefault(way.source, []).append(way.target)
    found = [0] * steps
    for firsts in splits.values():
        for one in firsts:
            for other in firsts:
                alone = reach[one] & ~reach[other]
                for step in bits(alone):
                    found[step] |= reach[other] & ~reach[one]
    return tuple(found)


def _on_rounds(targets: Sequence[int], steps: int) -> int:
    """The steps from which a planned way leads to themselves again."""
    found = 0
    for step in range(steps):
        _, met = _reach_through(targets, 0, targets[step])
        found |= met & 1 << step
    return found
