"""Groups under five stay hidden, and nothing that is told lets a reader work one out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from drawn_lanes import graph_of, path_of
from hypothesis import given, settings
from hypothesis import strategies as st
from observed_logs import by_step, by_way, log_of

import lumme_graph as lg
from lumme_graph.observed.hiding import hide

FEW, KEPT = lg.Hidden.FEW, lg.Hidden.KEPT


def hidden(counts: Mapping[str, int], *sums: str) -> dict[str, lg.Hidden]:
    """What is hidden; a sum `N a b` says that N is a and b together."""
    made: list[dict[str, int]] = []
    for one in sums:
        whole, *parts = one.split()
        made.append({whole: -1} | dict.fromkeys(parts, 1))
    rather = [[key for key in counts if key != "N"], ["N"]]
    return hide(counts, made, rather)


def test_nothing_small_nothing_hidden() -> None:
    assert hidden({"N": 100, "a": 40, "b": 60, "c": 0}, "N a b c") == {}


def test_the_only_other_part_goes_too() -> None:
    assert hidden({"N": 100, "a": 2, "b": 98}, "N a b") == {"a": FEW, "b": KEPT}


def test_of_several_parts_the_smallest_that_has_room_goes() -> None:
    """Of 7, which is told to be five at least, no room is left for a group of 1 to be 4."""
    found = hidden({"N": 130, "a": 1, "b": 7, "c": 90, "d": 32}, "N a b c d")
    assert found == {"a": FEW, "d": KEPT}


def test_two_small_parts_do_not_hide_each_other() -> None:
    """1 and 1 of 102 would both be told by the sum of 2."""
    found = hidden({"N": 102, "a": 1, "b": 1, "c": 60, "d": 40}, "N a b c d")
    assert found == {"a": FEW, "b": FEW, "d": KEPT}


def test_where_no_part_has_room_the_whole_goes() -> None:
    assert hidden({"N": 9, "a": 4, "b": 5}, "N a b") == {"a": FEW, "N": KEPT}


def test_sums_of_sums_are_followed() -> None:
    """a is the rest of N, and of M, which is the rest of N too."""
    counts = {"N": 200, "M": 80, "a": 3, "b": 77, "c": 120}
    found = hidden(counts, "N M c", "M a b")
    assert found["a"] is FEW
    assert set(found) == {"a", "b"}
    found = hidden({"N": 200, "M": 80, "a": 3, "b": 77, "c": 120}, "N M c", "M a b", "N b c a")
    assert set(found) >= {"a", "b"}


def test_a_sum_that_does_not_hold_tells_nothing() -> None:
    assert hidden({"N": 100, "a": 2, "b": 90}, "N a b") == {"a": FEW}


def test_few_who_leave_are_hidden_with_all_that_tells_how_many(tmp_path: Path) -> None:
    """Of 23 cases 3 leave at step 1: how many come after, and how many to the end, would tell it."""
    graph = graph_of(path_of([0] * 4, ()))
    found = lg.observe(graph, "path-x", log_of(tmp_path, {"0 1 2 3": 20, "0 1": 3}))
    assert found.cases == 23
    assert (found.finished, found.left) == (KEPT, FEW)
    assert by_step(found, "cases") == [23, 23, KEPT, KEPT]
    assert by_step(found, "ended") == [0, FEW, 0, KEPT]
    assert by_way(found, planned=True) == {"0→1": 23, "1→2": KEPT, "2→3": KEPT}


def test_few_who_leave_are_hidden_among_those_of_the_next_step_only(tmp_path: Path) -> None:
    """Twelve leave at step 2: between the two, numbers are kept; before and after, told."""
    did = {"0 1 2 3 4": 20, "0 1": 3, "0 1 2": 12}
    graph = graph_of(path_of([0] * 5, ()))
    found = lg.observe(graph, "path-x", log_of(tmp_path, did))
    assert (found.cases, found.finished, found.left) == (35, 20, 15)
    assert by_step(found, "cases") == [35, 35, KEPT, 20, 20]
    assert by_step(found, "left") == [0, FEW, KEPT, 0, 0]
    assert by_way(found, planned=True) == {"0→1": 35, "1→2": KEPT, "2→3": 20, "3→4": 20}


def test_of_so_few_cases_that_their_number_would_tell_nothing_is_told(tmp_path: Path) -> None:
    """Of six cases five come to the end: that there are six would tell of the one that does not."""
    graph = graph_of(path_of([0] * 2, ()))
    found = lg.observe(graph, "path-x", log_of(tmp_path, {"0 1": 5, "0": 1}))
    assert found.is_too_small
    assert found.cases is KEPT
    assert by_step(found, "cases") == by_step(found, "ended") == [KEPT, KEPT]
    text = lg.OBSERVED_FORMS["text"].render(graph, found)
    assert "How many cases there are is not shown." in text


def test_few_who_skip_a_parallel_step_are_hidden(tmp_path: Path) -> None:
    """23 came to the split and to the join; 20 at step 2 would say that 3 skipped it."""
    ways = ((0, 1, ""), (0, 2, ""), (1, 3, ""), (2, 3, ""))
    graph = graph_of(path_of([0] * 4, ways))
    found = lg.observe(graph, "path-x", log_of(tmp_path, {"0 1 2 3": 20, "0 1 3": 3}))
    assert by_step(found, "skipped") == [0, 0, FEW, 0]
    assert found.step("step-2").cases is KEPT
    planned = by_way(found, planned=True)
    assert planned["0→2"] is KEPT
    assert planned["2→3"] is KEPT


def test_few_of_a_name_are_hidden_with_the_other_name(tmp_path: Path) -> None:
    """Eleven end at a name that the path does not have: nine at one would tell of two at the other."""
    graph = graph_of(path_of([0] * 3, ()))
    found = lg.observe(
        graph, "path-x", log_of(tmp_path, {"0 1 2": 20, "0 1 pay": 9, "0 1 quit": 2})
    )
    assert [(one.name, one.cases) for one in found.unknown] == [("pay", KEPT), ("quit", FEW)]


CASES = st.dictionaries(
    st.sampled_from(["0 1 2", "0 1", "0", "0 2", "1 2", "2", "0 1 2 x", "x 1 2"]),
    st.integers(1, 12),
    min_size=1,
)


@pytest.mark.parametrize("examples", [8, pytest.param(400, marks=pytest.mark.long)])
def test_no_sum_is_left_with_a_single_hidden_part(examples: int) -> None:
    """Of cases that repeat nothing each sum holds: what begins, what ends, what comes and goes."""
    settings(max_examples=examples, deadline=None)(given(CASES)(sums_keep_small_groups))()


def sums_keep_small_groups(did: dict[str, int]) -> None:
    """Look at each sum of what is told of a log."""
    graph = graph_of(path_of([0] * 3, ()))
    with TemporaryDirectory() as folder:
        try:
            found = lg.observe(graph, "path-x", log_of(Path(folder), did))
        except lg.ObservedError:
            assert set(did) == {"x"}
            return
    if found.is_too_small:
        return
    ways = {(one.source, one.target): one.cases for one in found.ways}
    sums: list[list[int | lg.Hidden]] = [[found.cases, found.finished, found.left]]
    if not any("x" in steps for steps in did):
        sums.append([found.cases, *(one.began for one in found.steps)])
        sums.append([found.cases, *(one.ended for one in found.steps)])
        for step in found.steps:
            into = [cases for (_, target), cases in ways.items() if target == step.id]
            out = [cases for (source, _), cases in ways.items() if source == step.id]
            sums.append([step.cases, step.began, *into])
            sums.append([step.cases, step.ended, *out])
    for one in sums:
        assert one.count(FEW) != 1 or len([n for n in one if isinstance(n, lg.Hidden)]) > 1, one
        numbers = [n for n in one if not isinstance(n, lg.Hidden)]
        assert all(n == 0 or n >= 5 for n in numbers)


def readings(
    counts: Mapping[str, int], sums: list[list[str]], found: Mapping[str, lg.Hidden]
) -> list[dict[str, int]]:
    """All that the hidden counts may be, for a reader who knows the others and the sums."""
    ranges = [range(1, 5) if found[key] is FEW else range(5, 60) for key in found]
    possible: list[dict[str, int]] = []
    for values in product(*ranges):
        guess = {**counts, **dict(zip(found, values, strict=True))}
        if all(guess[whole] == sum(guess[part] for part in parts) for whole, *parts in sums):
            possible.append(guess)
    return possible


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 11), min_size=2, max_size=5), st.integers(1, 3))
def test_from_all_that_is_told_no_small_group_can_be_worked_out(
    parts: list[int], first: int
) -> None:
    """A whole in parts, the first of which have a sum of their own: tried with every number."""
    names = "abcde"[: len(parts)]
    counts = dict(zip(names, parts, strict=True))
    counts |= {"M": sum(parts[:first]), "N": sum(parts)}
    sums = [["M", *names[:first]], ["N", "M", *names[first:]]]
    made = [{whole: -1} | dict.fromkeys(some, 1) for whole, *some in sums]
    found = hide(counts, made, [list(names), ["M"], ["N"]])
    if sum(one is KEPT for one in found.values()) > 2:
        return
    possible = readings(counts, sums, found)
    for key, why in found.items():
        if why is FEW:
            assert len({one[key] for one in possible}) > 1, (counts, found)
