"""The ways through a path: worked out by hand."""

from __future__ import annotations

from drawn_lanes import path_of

from lumme_graph.analysis.ways import OTHERWISE, WayOn, ways
from lumme_graph.base.label import Joined
from lumme_graph.base.text import Text

MISSING = Text({"en": "if it is missing"})


def test_a_step_without_ways_of_its_own_leads_to_the_following_one() -> None:
    assert ways(path_of([0, 0, 0], [])) == [WayOn(0, 1), WayOn(1, 2)]


def test_a_step_that_names_its_ways_leads_nowhere_else() -> None:
    assert ways(path_of([0, 0, 0], [(0, 2, "")])) == [WayOn(0, 2), WayOn(1, 2)]


def test_beside_a_condition_the_other_way_is_taken_otherwise() -> None:
    found = ways(path_of([0, 0, 0], [(0, 1, ""), (0, 2, "if it is missing")]))
    assert found[:2] == [WayOn(0, 1, OTHERWISE), WayOn(0, 2, MISSING)]


def test_a_step_that_repeats_itself_goes_on_all_the_same() -> None:
    found = ways(path_of([0, 0], [(0, 0, "if it is missing"), (0, 1, "")]))
    assert found == [WayOn(0, 0, MISSING), WayOn(0, 1)]


def test_two_conditions_of_one_target_stand_together() -> None:
    path = path_of([0, 0], [(0, 1, "if it is missing"), (0, 1, "if it is old")])
    (way,) = ways(path)
    assert way.when == Joined((MISSING, Text({"en": "if it is old"})), "or")


def test_ways_that_parted_without_a_condition_meet_where_they_come_together() -> None:
    found = ways(path_of([0, 1, 2, 0], [(0, 1, ""), (0, 2, ""), (1, 3, "")]))
    assert {(way.source, way.target) for way in found if way.joins} == {(1, 3), (2, 3)}


def test_a_way_past_the_other_joins_it() -> None:
    found = ways(path_of([0, 1, 0], [(0, 1, ""), (0, 2, "")]))
    assert {(way.source, way.target) for way in found if way.joins} == {(0, 2), (1, 2)}


def test_after_a_choice_nothing_is_waited_for() -> None:
    found = ways(path_of([0, 1, 2, 0], [(0, 1, ""), (0, 2, "if it is missing"), (1, 3, "")]))
    assert not any(way.joins for way in found)


def test_once_ways_have_met_a_later_merge_waits_for_nothing() -> None:
    parted = [(0, 1, ""), (0, 2, ""), (1, 3, ""), (2, 3, "")]
    chosen = [(3, 4, ""), (3, 5, "if it is missing"), (4, 6, "")]
    found = ways(path_of([0] * 7, [*parted, *chosen]))
    assert {(way.source, way.target) for way in found if way.joins} == {(1, 3), (2, 3)}


def test_a_way_to_a_step_that_is_not_there_is_no_way() -> None:
    path = path_of([0, 0], [])
    gone = path.steps[0].model_copy(update={"next": path_of([0], [(0, 7, "")]).steps[0].next})
    assert ways(path.model_copy(update={"steps": (gone, path.steps[1])})) == []
