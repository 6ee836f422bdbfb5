"""Paths with what has changed in them: each mark by sign and word, in every drawing of a path."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path as FilePath
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import costly, models

import lumme_graph as lg
from lumme_graph.drawing.kinds import DRAWINGS
from lumme_graph.views.drawn.parts import ALL
from lumme_graph.views.drawn.redlined import changed_paths
from lumme_graph.views.shapes import Box, Grid, boxes

SETTINGS = lg.Settings.model_validate({"as_of": "2026-08-22"})
DESK, SHELF = "touchpoint-desk", "touchpoint-shelf"


def step(id_: str, **more: object) -> dict[str, object]:
    actor = {"kind": "customer"}
    return {"id": id_, "action": {"en": f"does {id_}"}, "actor": actor, "lane": "customer", **more}


def graph(
    *steps: dict[str, object], touchpoints: tuple[str, ...] = (DESK, SHELF)
) -> lg.ServiceGraph:
    places = [
        lg.Touchpoint.model_validate({"id": id_, "name": {"en": id_}, "channel": "object"})
        for id_ in touchpoints
    ]
    given = {"id": "path-x", "name": {"en": "X"}, "steps": steps}
    return lg.ServiceGraph([*places, lg.Path.model_validate(given)], SETTINGS)


BEFORE = graph(
    step("a", feeling={"value": -2}),
    step("b", touchpoint=SHELF, feeling={"value": 1}),
    step("c"),
    step("d"),
    step("e", touchpoint=DESK),
)
AFTER = graph(
    step("d"),
    step("b", touchpoint=DESK, feeling={"value": 1}),
    step("new"),
    step("c"),
    step("f", action={"en": "does e"}, touchpoint=DESK),
    touchpoints=(DESK,),
)
"""A dropped (with the lowest feeling), b elsewhere, d moved, one new, e called f."""


def drawn(kind: str, before: lg.ServiceGraph = BEFORE, after: lg.ServiceGraph = AFTER) -> Grid:
    shape = DRAWINGS[kind].redlined(lg.diff(before, after), "path-x", after.speaker("en"), ALL)
    assert isinstance(shape, Grid)
    return shape


def cards(grid: Grid) -> dict[str, Box]:
    steps = [
        box
        for row in grid.rows
        if row.look in {"lane", "boxes"}
        for cell in row.cells
        for box in cell.boxes
    ]
    return {box.id.partition("/")[2]: box for box in steps if box.is_step}


@pytest.mark.parametrize("kind", ["path", "blueprint", "journey"])
def test_each_change_of_a_step_is_marked_by_sign_and_word(kind: str) -> None:
    grid = drawn(kind)
    found = cards(grid)
    assert [column.id for column in grid.columns] == [
        f"path-x/{name}" for name in ("a", "d", "b", "new", "c", "f")
    ]
    marked = {
        id_: (box.change.value, [fact.words.words for fact in box.facts if "change" in fact.id])
        for id_, box in found.items()
        if box.change
    }
    assert marked == {
        "a": ("removed", ["dropped, was step 1"]),
        "d": ("moved", ["moved, was step 4"]),
        "b": ("changed", ["Touchpoint: touchpoint-shelf → touchpoint-desk"]),
        "new": ("new", ["new step"]),
    }
    assert {id_: box.number for id_, box in found.items()} == {
        "a": None, "d": 1, "b": 2, "new": 3, "c": 4, "f": 5,
    }  # fmt: skip
    words = {sign.value: sign.words.words for sign in grid.keys if sign.family == "change"}
    assert words == {"new": "new", "removed": "removed", "changed": "changed", "moved": "moved"}


@pytest.mark.parametrize("kind", ["path", "blueprint", "journey"])
def test_the_ways_are_those_of_today(kind: str) -> None:
    """A dropped step has none, and is neither where the path begins nor where it ends."""
    grid = drawn(kind)
    ways = [(one.source, one.target) for one in grid.links if not one.thin and not one.both]
    there = [f"path-x/{name}" for name in ("d", "b", "new", "c", "f")]
    assert ways == list(pairwise(there))
    ends = {id_: [sign.value for sign in box.ends] for id_, box in cards(grid).items() if box.ends}
    assert ends == {"d": ["start"], "f": ["end"]}


def test_the_lowest_point_is_that_of_today() -> None:
    """The worst feeling was that of a step that is gone."""
    told = [fact.id for box in boxes(drawn("journey")) for fact in box.facts]
    assert not any(id_.startswith("path-x/a/feeling") for id_ in told)
    assert any(id_.startswith("path-x/b/feeling") for id_ in told)


@pytest.mark.parametrize("kind", ["path", "blueprint", "journey"])
@pytest.mark.parametrize("before", [AFTER, graph(step("d"), step("d2"), touchpoints=())])
def test_what_has_no_marks_is_the_drawing_itself(kind: str, before: lg.ServiceGraph) -> None:
    """Neither a path that is as it was, nor one that was not there."""
    gone = lg.ServiceGraph(before.all(lg.Touchpoint), SETTINGS)
    for old in (AFTER, gone):
        grid = drawn(kind, old)
        assert all(box.change is None for box in boxes(grid))
        words = [fact.words.words for fact in grid.head.made]
        assert words[0] == "No step has changed since 22 August 2026."


def test_a_path_of_which_all_is_dropped_still_shows_it() -> None:
    empty = graph()
    for kind in ("path", "blueprint", "journey"):
        found = cards(drawn(kind, BEFORE, empty))
        assert {box.change and box.change.value for box in found.values()} == {"removed"}
        assert len(found) == 5


def test_only_paths_whose_steps_differ_are_redlined() -> None:
    assert changed_paths(lg.diff(BEFORE, AFTER)) == ("path-x",)
    assert changed_paths(lg.diff(AFTER, AFTER)) == ()
    assert changed_paths(lg.diff(lg.ServiceGraph([], SETTINGS), AFTER)) == ()


def test_the_picture_says_it_in_every_form(tmp_path: FilePath) -> None:
    drawing = lg.draw(AFTER, "path-x", kind="journey", lang="en", since=BEFORE)
    for form in ("svg", "text", "mermaid", "dot"):
        (file,) = lg.save_drawings([drawing], tmp_path, form)
        said = file.read_text("utf-8").replace("\n", " ")
        assert "dropped, was step 1" in said or "does a (removed)" in said, form
    with pytest.raises(lg.DrawError, match="leave out --for-customers"):
        lg.draw(AFTER, "path-x", only=lg.Only(for_customers=True), since=BEFORE)
    with pytest.raises(lg.DrawError, match="journey, blueprint, path; touchpoint has no steps"):
        lg.draw(AFTER, DESK, since=BEFORE)


@pytest.mark.long
@given(st.data())
@costly(20)
def test_any_two_states_of_any_path_can_be_drawn_and_told(data: st.DataObject) -> None:
    old, new = (lg.ServiceGraph(data.draw(models()), SETTINGS) for _ in range(2))
    for one in new.all(lg.Path):
        for kind in ("journey", "path", "blueprint"):
            for sheet in ("web", "a4"):
                drawing = lg.draw(new, one.id, kind=kind, lang="en", sheet=sheet, since=old)
                assert all(ET.fromstring(svg).tag.endswith("svg") for svg in drawing.sheets)
                assert drawing.text
    for form in ("text", "md", "html", "json"):
        assert lg.DIFF_FORMS[form].render(lg.diff(old, new), "fi", private=True, effects=True)
