"""The same numbers as a plain reckoning gives, for any path with choices and any log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from drawn_lanes import Way, graph_of, path_of
from hypothesis import given, settings
from hypothesis import strategies as st
from observed_logs import BEGIN, written

import lumme_graph as lg

TIMES = 5
"""Each case is there so many times, so that no number is under five."""


def next_of(ways: Sequence[Way], steps: int) -> dict[int, set[int]]:
    """The steps after each one: those it names, else the following one."""
    found = {
        step: {target for source, target, _ in ways if source == step} for step in range(steps)
    }
    return {
        step: on or ({step + 1} if step + 1 < steps else set[int]()) for step, on in found.items()
    }


def routes(on: dict[int, set[int]], step: int) -> Iterator[list[int]]:
    """Every planned way from a step, each as far as it has come, without going back."""
    yield [step]
    for target in on[step]:
        if target > step:
            yield from ([step, *route] for route in routes(on, target))


def skipped(on: dict[int, set[int]], logged: set[int], case: Sequence[int]) -> set[int]:
    """What lies on every planned way from the first step of a case to one that it did."""
    every = list(routes(on, case[0]))
    found: set[int] = set()
    for step in set(case):
        to_step = [set(route) for route in every if route[-1] == step]
        if to_step:
            found |= to_step[0].intersection(*to_step) & logged
    return found - set(case)


def through(on: dict[int, set[int]], logged: set[int], step: int) -> set[int]:
    """The logged steps that may follow, through none that is logged."""
    found, passed, left = set[int](), set[int](), list(on[step])
    while left:
        target = left.pop()
        if target in logged:
            found.add(target)
        elif target not in passed:
            passed.add(target)
            left += on[target]
    return found


def percentile(values: Sequence[float], share: float) -> float:
    """As PERCENTILE.INC of spreadsheets."""
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


@st.composite
def paths(draw: st.DrawFn) -> tuple[int, list[Way]]:
    """A path of some steps, with choices and ways back; never two ways without a condition."""
    steps = draw(st.integers(2, 5))
    ways: list[Way] = []
    for step in range(steps - 1):
        on = draw(st.sets(st.integers(0, steps - 1), max_size=2))
        ways += [(step, target, f"case {target}") for target in sorted(on)]
    return steps, ways


# A step twice at one moment is a copied row, which counts once: here each comes later than the last.
MOVES = st.lists(st.tuples(st.integers(0, 4), st.integers(1, 500)), min_size=1, max_size=6)


@pytest.mark.parametrize("examples", [8, pytest.param(400, marks=pytest.mark.long)])
def test_any_log_of_any_path(examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(paths(), st.lists(MOVES, min_size=1, max_size=6))
    def agree(path: tuple[int, list[Way]], drawn: list[list[tuple[int, int]]]) -> None:
        steps, ways = path
        cases = [[(step % steps, minutes) for step, minutes in case] for case in drawn]
        graph = graph_of(path_of([0] * steps, ways))
        lines = ["case,step,time"]
        for copy in range(TIMES):
            for number, case in enumerate(cases):
                minute = 0
                for step, minutes in case:
                    minute += minutes
                    at = (BEGIN + timedelta(minutes=minute)).isoformat()
                    lines.append(f"{number}-{copy},step-{step},{at}")
        with TemporaryDirectory() as folder:
            found = lg.observe(graph, "path-x", written(Path(folder), lines))
        compare(found, next_of(ways, steps), cases)

    agree()


def compare(
    found: lg.Observed, on: dict[int, set[int]], cases: list[list[tuple[int, int]]]
) -> None:
    """All numbers, reckoned once more."""
    only = [[step for step, _ in case] for case in cases]
    logged = {step for case in only for step in case}
    assert found.cases == TIMES * len(cases)
    for place, one in enumerate(found.steps):
        assert one.cases == TIMES * sum(place in case for case in only)
        assert one.began == TIMES * sum(case[0] == place for case in only)
        assert one.ended == TIMES * sum(case[-1] == place for case in only)
        assert one.repeated == TIMES * sum(case.count(place) > 1 for case in only)
        assert one.skipped == TIMES * sum(place in skipped(on, logged, case) for case in only)
    taken = Counter(way for case in only for way in set(pairwise(case)))
    waits: dict[tuple[int, int], list[float]] = {}
    for case in cases:
        for (source, _), (target, minutes) in pairwise(case):
            waits.setdefault((source, target), []).extend([60.0 * minutes] * TIMES)
    planned = {(step, target) for step in logged for target in through(on, logged, step)}
    ways = {(int(one.source[5:]), int(one.target[5:])): one for one in found.ways}
    assert set(ways) == planned | set(taken)
    for ends, way in ways.items():
        assert way.is_planned is (ends in planned)
        assert way.cases == TIMES * taken[ends]
        if way.wait:
            for wait, share in zip(way.wait, (0.5, 0.9), strict=True):
                seconds = percentile(waits[ends], share)
                assert abs(wait.total_seconds() - seconds) <= 0.5
        else:
            assert not taken[ends]
