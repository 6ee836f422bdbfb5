"""Blank sheets for workshops: the rows and headings of a kind, nothing of a model, room to write."""

from __future__ import annotations

import pytest

import lumme_graph as lg
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.shapes import Grid, Network, Shape, ShapePage, boxes, told

SETTINGS = {
    "as_of": "2026-08-22",
    "name": {"en": "Lakes", "fi": "Järvet"},
    "statement": {"en": "Unofficial.", "fi": "Epävirallinen."},
    "languages": {"required": ["en", "fi", "sv"]},
}
ABLE = ["journey", "blueprint", "path", "profile", "touchpoint", "promise", "chain"]


def empty() -> ServiceGraph:
    """A model without one element."""
    return ServiceGraph([], Settings.model_validate(SETTINGS))


def shape(kind: str) -> Shape:
    return lg.draw_blank(empty(), kind).shape


@pytest.mark.parametrize("kind", ABLE)
def test_nothing_is_written_and_there_is_room_to_write(kind: str) -> None:
    blank = shape(kind)
    assert {one.fact.words.words for one in told(blank)} == {""}
    assert blank.head.title.words == ""
    assert all(any(fact.room for fact in box.facts) for box in boxes(blank))
    ids = [one.fact.id for one in told(blank)]
    assert len(ids) == len(set(ids))


def test_a_journey_has_each_row_of_a_workshop() -> None:
    blank = shape("journey")
    assert isinstance(blank, Grid)
    assert [row.words.words for row in blank.rows] == [
        "Phases", "Steps", "Where they meet", "Feeling", "Pains", "Gains", "Thoughts",
        "Rule and practice", "System", "Duration",
    ]  # fmt: skip
    assert [line.words.words for line in blank.columns] == list("12345678")


def test_a_blueprint_has_a_box_for_each_step_in_each_lane() -> None:
    blank = shape("blueprint")
    assert isinstance(blank, Grid)
    lanes = [len(row.cells) for row in blank.rows if row.look == "lane"]
    assert lanes == [8, 8, 8, 8, 8]


def test_a_profile_is_a_whole_sheet_with_its_headings() -> None:
    blank = shape("profile")
    assert isinstance(blank, ShapePage)
    assert blank.form == "sheet"
    assert [[block.words.words for block in row] for row in blank.blocks] == [
        ["Goals", "Barriers"],
        ["What sets off", "Asks of staff"],
        ["Channels"],
        ["Paths", "Services"],
        ["Evidence"],
    ]


def test_a_promise_has_boxes_on_each_rank() -> None:
    blank = shape("promise")
    assert isinstance(blank, Network)
    on = [line for line, _ in blank.boxes]
    assert [on.count(line.id) for line in blank.lines] == [1, 8, 8, 8, 8]


@pytest.mark.parametrize("kind", ABLE)
def test_each_is_one_sheet_of_a3(kind: str) -> None:
    drawn = lg.draw_blank(empty(), kind)
    assert len(drawn.sheets) == 1
    assert "Lakes" in drawn.svg
    assert "Unofficial." in drawn.svg
    assert "…" not in drawn.svg


@pytest.mark.parametrize("kind", ["coverage", "adoption", "network", "calendar"])
def test_what_is_counted_has_no_blank_sheet(kind: str) -> None:
    with pytest.raises(lg.DrawError) as caught:
        lg.draw_blank(empty(), kind)
    assert str(caught.value) == f"{kind} has no blank sheet; these have: {', '.join(ABLE)}"


def test_a_blank_sheet_is_called_after_its_kind() -> None:
    assert [lg.draw_blank(empty(), kind).id for kind in ABLE] == [
        "journey-path-blank", "blueprint-path-blank", "path-blank", "profile-blank",
        "touchpoint-blank", "promise-blank", "chain-blank",
    ]  # fmt: skip
    drawn = lg.draw_blank(empty(), "journey", lang="fi")
    assert drawn.title.words == "Asiakaspolku"
    assert ">Asiakaspolku</title>" in drawn.svg
