"""Planned against observed, every number by hand: branches, loops, parallel steps, skips, waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from drawn_lanes import Way, graph_of, path_of
from observed_logs import HOUR, by_step, by_way, log_of, rows_of, written

import lumme_graph as lg

LINE: Sequence[Way] = ()
CHOICE: Sequence[Way] = ((0, 1, "it is there"), (0, 2, ""), (1, 3, ""), (2, 3, ""))
PARALLEL: Sequence[Way] = ((0, 1, ""), (0, 2, ""), (1, 3, ""), (2, 3, ""))
LOOP: Sequence[Way] = ((2, 0, "it is the wrong one"), (2, 3, ""))


def observed(
    folder: Path, did: Mapping[str, int], ways: Sequence[Way] = LINE, steps: int = 4
) -> lg.Observed:
    graph = graph_of(path_of([0] * steps, ways))
    return lg.observe(graph, "path-x", log_of(folder, did))


def test_a_path_step_by_step(tmp_path: Path) -> None:
    """33 cases: 10 as planned, 8 skip a step, 9 leave after it, 6 do it twice."""
    did = {"0 1 2 3": 10, "0 2 3": 8, "0 1": 9, "0 1 1 2 3": 6}
    found = observed(tmp_path, did)
    assert (found.cases, found.finished, found.left, found.elsewhere) == (33, 24, 9, 0)
    assert found.rows == 40 + 24 + 18 + 30
    assert by_step(found, "cases") == [33, 25, 24, 24]
    assert by_step(found, "began") == [33, 0, 0, 0]
    assert by_step(found, "ended") == [0, 9, 0, 24]
    assert by_step(found, "left") == [0, 9, 0, 0]
    assert by_step(found, "skipped") == [0, 8, 0, 0]
    assert by_step(found, "repeated") == [0, 6, 0, 0]
    assert by_way(found, planned=True) == {"0→1": 25, "1→2": 16, "2→3": 24}
    assert by_way(found, planned=False) == {"0→2": 8, "1→1": 6}
    assert found.most_left == found.step("step-1")
    assert found.unseen == ()
    assert not any(one.is_on_round for one in found.steps)


def test_a_step_of_a_branch_that_is_not_taken_is_not_skipped(tmp_path: Path) -> None:
    """Eight go past the choice: no one knows which of the two steps they skip."""
    found = observed(tmp_path, {"0 1 3": 7, "0 2 3": 6, "0 3": 8}, CHOICE)
    assert by_step(found, "skipped") == [0, 0, 0, 0]
    assert by_way(found, planned=True) == {"0→1": 7, "0→2": 6, "1→3": 7, "2→3": 6}
    assert by_way(found, planned=False) == {"0→3": 8}
    assert found.finished == 21


def test_parallel_steps_are_taken_in_any_order_and_each_is_needed(tmp_path: Path) -> None:
    found = observed(tmp_path, {"0 1 2 3": 5, "0 2 1 3": 6, "0 1 3": 7}, PARALLEL)
    assert by_step(found, "skipped") == [0, 0, 7, 0]
    assert by_way(found, planned=True) == {"0→1": 18, "0→2": 11, "1→3": 18, "2→3": 11}
    assert by_way(found, planned=False) == {}


def test_a_step_of_a_branch_is_followed_from_the_one_before_it_in_that_branch(
    tmp_path: Path,
) -> None:
    """Branches 1, 2 and 3 beside each other: 1 → 2, and 3 alone. Twelve skip the step 2 or 1."""
    ways = ((0, 1, ""), (0, 3, ""), (1, 2, ""), (2, 4, ""), (3, 4, ""))
    did = {"0 1 3 2 4": 5, "0 1 3 4": 6, "0 3 2 4": 7}
    found = observed(tmp_path, did, ways, steps=5)
    assert by_step(found, "skipped") == [0, 7, 6, 0, 0]
    assert by_way(found, planned=True) == {"0→1": 11, "0→3": 18, "1→2": 5, "2→4": 12, "3→4": 18}
    assert by_way(found, planned=False) == {"0→2": 7, "1→4": 6}


def test_where_parallel_branches_part_waits_begin_at_the_step_before(tmp_path: Path) -> None:
    """An hour between rows: step 2 comes two hours after 0 where 1 came between."""
    found = observed(tmp_path, {"0 1 2 3": 5}, PARALLEL)
    waits = {(one.source, one.target): one.wait for one in found.ways}
    assert waits["step-0", "step-2"] == lg.Wait(2 * HOUR, 2 * HOUR)
    assert waits["step-1", "step-3"] == lg.Wait(2 * HOUR, 2 * HOUR)
    assert waits["step-2", "step-3"] == lg.Wait(HOUR, HOUR)


def test_a_planned_loop_repeats_steps_as_the_path_says(tmp_path: Path) -> None:
    found = observed(tmp_path, {"0 1 2 0 1 2 3": 5, "0 1 2 3": 7}, LOOP)
    assert by_step(found, "repeated") == [5, 5, 5, 0]
    assert [one.is_on_round for one in found.steps] == [True, True, True, False]
    assert by_way(found, planned=True) == {"0→1": 12, "1→2": 12, "2→0": 5, "2→3": 12}
    assert by_way(found, planned=False) == {}


def test_a_step_done_late_is_no_skipped_step(tmp_path: Path) -> None:
    found = observed(tmp_path, {"0 2 1 3": 5, "0 1 2 3": 6})
    assert by_step(found, "skipped") == [0, 0, 0, 0]
    assert by_way(found, planned=False) == {"0→2": 5, "1→3": 5, "2→1": 5}


def test_cases_that_begin_elsewhere_have_skipped_nothing_before(tmp_path: Path) -> None:
    found = observed(tmp_path, {"2 3": 5, "0 1 2 3": 6, "1 3": 7})
    assert (found.elsewhere, found.cases) == (12, 18)
    assert by_step(found, "began") == [6, 7, 5, 0]
    assert by_step(found, "skipped") == [0, 0, 7, 0]


def test_a_step_that_the_log_never_names_is_neither_skipped_nor_used(tmp_path: Path) -> None:
    """It may not be recorded there: the way over it is planned."""
    found = observed(tmp_path, {"0 2": 6, "0 2 3": 5})
    (one, two) = [one for one in found.ways if one.cases]
    assert (one.source, one.target, one.over, one.cases) == ("step-0", "step-2", ("step-1",), 11)
    assert (two.target, two.over, two.cases) == ("step-3", (), 5)
    assert by_step(found, "skipped") == [0, 0, 0, 0]
    assert [one.id for one in found.unseen] == ["step-1"]
    assert [one.is_logged for one in found.steps] == [True, False, True, True]


def test_where_the_last_step_is_not_in_the_log_the_one_before_is_the_end(tmp_path: Path) -> None:
    found = observed(tmp_path, {"0 1": 6, "0 1 2": 5})
    assert [one.is_end for one in found.steps] == [False, False, True, False]
    assert (found.finished, found.left) == (5, 6)


def test_waits_are_those_of_spreadsheets(tmp_path: Path) -> None:
    """Waits of 1, 2, 3, 4 and 10 hours: MEDIAN is 3, PERCENTILE 0.9 is 4 + 0.6 · 6 = 7.6."""
    graph = graph_of(path_of([0, 0], LINE))
    lines = ["case,step,time"]
    for case, hours in enumerate((10, 2, 3, 1, 4)):
        lines += [f"{case},step-1,2026-01-01T{hours:02}:00", f"{case},step-0,2026-01-01T00:00"]
    (way,) = lg.observe(graph, "path-x", written(tmp_path, lines)).ways
    assert way.wait == lg.Wait(3 * HOUR, timedelta(hours=7, minutes=36))


def test_waits_of_fewer_than_five_cases_are_not_told(tmp_path: Path) -> None:
    """Five moves, but by four cases."""
    found = observed(tmp_path, {"0 1 0 1": 1, "0 1": 3, "0": 20, "1": 20}, steps=2)
    assert [one.wait for one in found.ways] == [None, None]
    assert by_way(found, planned=True) == {"0→1": lg.Hidden.FEW}


def test_rows_of_one_time_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    graph = graph_of(path_of([0, 0, 0], LINE))
    lines = ["case,step,time"]
    for case in range(5):
        lines += [f"{case},step-{step},2026-01-01" for step in (0, 2, 1)]
    found = lg.observe(graph, "path-x", written(tmp_path, lines))
    assert found.clock is lg.Clock.DAYS
    assert by_way(found, planned=False) == {"0→2": 5, "2→1": 5}


def test_times_with_a_zone_are_moments(tmp_path: Path) -> None:
    """12:30 in Helsinki is 9:30, before 10:00 of Greenwich, and 4:15 in New York before that."""
    graph = graph_of(path_of([0, 0, 0], LINE))
    lines = ["case,step,time"]
    for case in range(5):
        lines += [
            f"{case},step-2,2026-08-22T10:00Z",
            f"{case},step-1,2026-08-22 12:30:00+03:00",
            f"{case},step-0,2026-08-22T04:15:00.5-0500",
        ]
    found = lg.observe(graph, "path-x", written(tmp_path, lines))
    assert found.clock is lg.Clock.ZONED
    assert by_way(found, planned=True) == {"0→1": 5, "1→2": 5}
    waits = [one.wait.median if one.wait else None for one in found.ways]
    assert waits == [timedelta(minutes=15), timedelta(minutes=30)]


def shared() -> lg.ServiceGraph:
    """A path whose steps 0 and 2 are at one machine."""
    path = path_of([0] * 4, LINE)
    steps = [
        step.model_copy(update={"touchpoint": lg.Ref("touchpoint-machine")})
        if place in {0, 2}
        else step
        for place, step in enumerate(path.steps)
    ]
    return graph_of(path.model_copy(update={"steps": tuple(steps)}))


def test_a_touchpoint_of_several_steps_is_told_by_the_order(tmp_path: Path) -> None:
    log = log_of(tmp_path, {"touchpoint-machine 1 machine 3": 6})
    found = lg.observe(shared(), "path-x", log)
    assert by_step(found, "cases") == [6, 6, 6, 6]
    assert found.unsure == ()


def test_a_touchpoint_that_the_order_does_not_tell_is_said_and_nothing_is_judged_of_it(
    tmp_path: Path,
) -> None:
    """The second machine may be step 0 again, or step 2 after a skip of 1."""
    log = log_of(tmp_path, {"MACHINE machine 3": 7, "0 1 2 3": 5})
    found = lg.observe(shared(), "path-x", log)
    (name,) = found.unsure
    assert (name.name, name.steps, name.cases) == ("MACHINE", ("step-0", "step-2"), 7)
    assert by_step(found, "cases") == [12, 5, 5, 12]
    assert by_step(found, "skipped") == [0, 7, 0, 0]
    assert by_way(found, planned=True) == {"0→1": 5, "1→2": 5, "2→3": 5}


def test_names_are_ids_and_words_in_any_language_never_guesses(tmp_path: Path) -> None:
    names = ["step-0", "path-x/step-1", "Does the THING of  step 3", "does the thing of step 5"]
    lines = ["case,step,time"]
    for case in range(5):
        lines += [f"{case},{name},2026-01-01" for name in names]
    graph = graph_of(path_of([0] * 4, LINE))
    found = lg.observe(graph, "path-x", written(tmp_path, lines))
    assert by_step(found, "cases") == [5, 5, 5, 0]
    (name,) = found.unknown
    assert (name.name, name.cases) == ("does the thing of step 5", 5)
    assert str(name.nearest).startswith("step-")


def test_a_misspelt_step_is_no_skipped_step(tmp_path: Path) -> None:
    """`stepp-1` may well be step 1; `payment` is no step of the path, and 1 was skipped."""
    graph = graph_of(path_of([0] * 3, LINE))
    did = {"0 stepp-1 2": 6, "0 payment 2": 5, "0 1 2": 5}
    found = lg.observe(graph, "path-x", log_of(tmp_path, did))
    assert by_step(found, "skipped") == [0, 5, 0]
    assert [(one.name, one.nearest) for one in found.unknown] == [
        ("payment", None),
        ("stepp-1", "step-1"),
    ]
    assert by_way(found, planned=True) == {"0→1": 5, "1→2": 5}
    assert by_way(found, planned=False) == {}


def test_a_log_of_one_case_tells_nothing(tmp_path: Path) -> None:
    found = observed(tmp_path, {"0 1 3": 1})
    assert found.is_too_small
    few = lg.Hidden.FEW
    for field in ("cases", "began", "ended", "skipped", "repeated"):
        assert by_step(found, field) == [few] * 4
    assert by_way(found, planned=False) == {}
    graph = graph_of(path_of([0] * 4, LINE))
    told = lg.OBSERVED_FORMS["text"].render(graph, found)
    assert "fewer than 5 cases" in told
    assert "step-3" not in told


def test_a_path_without_steps_or_that_is_none_is_refused(tmp_path: Path) -> None:
    graph = graph_of(path_of([], LINE))
    log = log_of(tmp_path, {"0": 5})
    with pytest.raises(lg.ObservedError, match="the path path-x has no steps"):
        lg.observe(graph, "path-x", log)
    with pytest.raises(lg.UnknownIdError, match="there is no path-y in the model"):
        lg.observe(graph, "path-y", log)


def test_the_records_have_the_same_fields_in_every_row(tmp_path: Path) -> None:
    found = observed(tmp_path, {"0 1 2 3": 10, "0 2 3 pay": 8})
    records = found.records()
    assert {tuple(one) for one in records} == {tuple(records[0])}
    assert [one["part"] for one in records] == ["step"] * 4 + ["way"] * 4 + ["unknown-name"]
    assert records[1]["cases"] == 10
    assert records[4]["median_seconds"] == 3600
    assert len(list(rows_of({"0 1": 2}))) == 4
