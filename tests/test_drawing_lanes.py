"""Lanes: arrows join their boxes and keep clear of cards and words, however the ways go."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from drawing_reading import Area
from drawn_lanes import (
    arrows,
    cards,
    crosses,
    graph_of,
    groups,
    on_border,
    path_of,
    plates,
    roles,
    texts,
    written,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from lumme_graph.drawing.paper import PAPERS
from lumme_graph.drawing.render import scenes
from lumme_graph.drawing.scene import Rect, Scene
from lumme_graph.drawing.steps.gaps import BAR
from lumme_graph.drawing.svg import svg
from lumme_graph.elements.journeys import Path
from lumme_graph.views.drawn.blueprint import blueprint
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.drawn.path import path as view
from lumme_graph.views.shapes import told


def drawn(path: Path, paper: str = "web") -> list[Scene]:
    graph = graph_of(path)
    return scenes(view(graph, path.id, graph.speaker("en"), Only()), PAPERS[paper])


@st.composite
def paths(draw: st.DrawFn) -> Path:
    """Paths with splits, joins, choices, loops and self-loops, of one to ten steps."""
    lanes = draw(st.lists(st.integers(0, 3), min_size=1, max_size=10))
    step = st.integers(0, len(lanes) - 1)
    when = st.sampled_from(
        ["", "", "if it is missing", "if nobody has asked for it in a whole year"]
    )
    ways = draw(st.lists(st.tuples(step, step, when), max_size=12, unique_by=lambda way: way[:2]))
    more: dict[str, object] = {"system": {"en": "the shared system"}} if draw(st.booleans()) else {}
    touchpoint = draw(st.sampled_from(["", "touchpoint-machine", "touchpoint-shelf"]))
    return path_of(lanes, ways, **more, **({"touchpoint": touchpoint} if touchpoint else {}))


def assert_clear(scene: Scene) -> None:
    """Arrows begin and end at their boxes, run through no other, and no words meet."""
    boxes, signs = cards(scene), plates(scene)
    sheet = Area("sheet", 0, 0, scene.width, scene.height)
    for arrow in arrows(scene):
        if arrow.route != "enter":
            assert on_border(arrow.points[0], boxes[arrow.source]), arrow
        if arrow.route != "leave":
            assert on_border(arrow.points[-1], boxes[arrow.target]), arrow
        for piece in arrow.pieces:
            assert piece.left == pytest.approx(piece.right) or piece.top == pytest.approx(
                piece.bottom
            )
            assert not [box for box in boxes.values() if crosses(piece, box)], arrow
            assert piece.left >= 10
            assert piece.right <= sheet.right - 10
    for one, other in combinations(signs, 2):
        assert not one.overlaps(other)
    for plate in signs:
        assert not [box for box in boxes.values() if plate.overlaps(box)]
        assert sum(any(crosses(p, plate) for p in arrow.pieces) for arrow in arrows(scene)) <= 1
    for one, other in combinations(texts(scene.shapes), 2):
        assert not one.overlaps(other), (one, other)
    pieces = [piece for arrow in arrows(scene) for piece in arrow.pieces]
    for text in texts(scene.shapes):
        if not any(plate.holds(text) for plate in signs):
            assert not any(crosses(piece, text) for piece in pieces), text
        assert text.left >= 10
        assert text.right <= sheet.right - 10


@given(paths(), st.sampled_from(["web", "a3", "a4"]))
def test_arrows_join_their_boxes_and_cross_no_card_and_no_words(path: Path, paper: str) -> None:
    for scene in drawn(path, paper):
        assert_clear(scene)


@given(paths(), st.sampled_from(["web", "a3", "a4"]))
@settings(max_examples=10)
def test_the_lines_of_a_blueprint_keep_clear_too(path: Path, paper: str) -> None:
    graph = graph_of(path)
    for scene in scenes(blueprint(graph, path.id, graph.speaker("en"), Only()), PAPERS[paper]):
        assert_clear(scene)


MOCK_UP = path_of(
    [0, 0, 1, 2, 0, 0, 1, 0],
    [
        (1, 2, ""),
        (1, 3, ""),
        (2, 4, ""),
        (4, 1, "if something is missing"),
        (4, 5, ""),
        (4, 6, "if it is not found"),
        (5, 5, "each week"),
        (5, 7, ""),
    ],
)
"""Two parallel steps that meet, a choice, a loop and a self-loop."""


def said(scene: Scene) -> list[str]:
    return [" ".join(words.lines) for words in written(scene.shapes)]


def test_ways_part_and_meet_as_they_are_meant() -> None:
    (scene,) = drawn(MOCK_UP, "a3")
    found = roles(scene)
    counts = {role: found.count(role) for role in ("split", "join", "choice", "start", "end")}
    assert counts == {"split": 1, "join": 1, "choice": 1, "start": 1, "end": 1}
    dashed = {(arrow.source[-1], arrow.target[-1]) for arrow in arrows(scene) if arrow.dashed}
    assert dashed == {("4", "1"), ("4", "5"), ("4", "6"), ("5", "5")}
    assert {
        "back to 2 if something is missing",
        "otherwise",
        "if it is not found",
        "each week",
    } <= set(said(scene))


def test_bars_are_as_wide_and_high_as_agreed() -> None:
    (scene,) = drawn(MOCK_UP, "a3")
    bars = [
        (shape.width, shape.height)
        for group in groups(scene.shapes)
        if dict(group.data).get("role") in {"split", "join"}
        for shape in group.children
        if isinstance(shape, Rect)
    ]
    assert bars == [BAR, BAR] == [(1.6, 12.0)] * 2


def test_a_self_loop_is_a_bow_over_its_own_card() -> None:
    (scene,) = drawn(path_of([0], [(0, 0, "each week")]), "a3")
    (bow,) = (arrow for arrow in arrows(scene) if arrow.source == arrow.target)
    card = cards(scene)["path-x/step-0"]
    width = card.right - card.left
    assert [round((x - card.left) / width, 2) for x, _ in bow.points] == [0.88, 0.88, 0.12, 0.12]
    assert round(card.top - bow.points[1][1], 1) == 9.0


def test_a_lane_without_steps_is_narrow_and_says_so() -> None:
    (scene,) = drawn(path_of([0, 1], []), "a3")
    heights = {
        dict(group.data)["row"]: max(r.height for r in group.children if isinstance(r, Rect))
        for group in groups(scene.shapes)
        if "row" in dict(group.data)
    }
    assert heights["lane/backstage"] == heights["lane/support"] == 12.0
    assert said(scene).count("no steps") == 2


@pytest.mark.parametrize(
    ("paper", "steps", "sheets"),
    [
        ("a4", 12, [12]),
        ("a4", 13, [7, 6]),
        ("a4", 40, [10, 10, 10, 10]),
        ("a3", 8, [8]),
        ("a3", 9, [5, 4]),
        ("a3", 17, [6, 6, 5]),
        ("web", 40, [40]),
    ],
)
def test_steps_are_spread_evenly_over_sheets(paper: str, steps: int, sheets: list[int]) -> None:
    made = drawn(path_of([0, 1] * (steps // 2) + [0] * (steps % 2), []), paper)
    assert [len(cards(scene)) for scene in made] == sheets


def test_an_arrow_to_another_sheet_says_where_it_goes() -> None:
    first, second = drawn(path_of([0] * 9, []), "a3")
    assert "→ 6 (sheet 2)" in said(first)
    assert "5 (sheet 1) →" in said(second)


def test_cards_in_reading_order_say_the_ways_that_no_arrow_shows() -> None:
    (scene,) = drawn(MOCK_UP, "a4")
    assert {
        "→ 3 at the same time",
        "→ 4 at the same time",
        "after 3 and 4",
        "back to 2 if something is missing",
        "→ 6 otherwise",
        "→ 7 if it is not found",
        "again each week",
    } <= set(said(scene))
    turning = [arrow for arrow in arrows(scene) if len(arrow.points) == 4]
    assert [(arrow.source[-1], arrow.target[-1]) for arrow in turning] == [("3", "4")]


@pytest.mark.parametrize("paper", ["a3", "a4", "web"])
@pytest.mark.parametrize("length", [1, 60, 400])
def test_long_words_and_texts_stay_in_their_cards(paper: str, length: int) -> None:
    words = ("kaukopalvelupyyntölomake " * 20)[:length] if length != 60 else "m" * 60
    step = {"action": {"en": words}, "system": {"en": words}}
    for scene in drawn(path_of([0, 2, 1], [(1, 0, words)], **step), paper):
        assert_clear(scene)
        boxes = cards(scene).values()
        for text in texts(scene.shapes):
            inside = [box for box in boxes if box.overlaps(text)]
            assert all(box.holds(text) for box in inside), text
        assert all(box.bottom < scene.height - 10 for box in boxes)


def test_every_fact_stands_in_the_drawing() -> None:
    graph = graph_of(MOCK_UP)
    for kind in (view, blueprint):
        shape = kind(graph, "path-x", graph.speaker("en"), Only())
        for paper in ("a3", "a4", "web"):
            drawn_facts = {
                found
                for scene in scenes(shape, PAPERS[paper])
                for found in re.findall('data-fact="([^"]+)"', svg(scene))
            }
            told_facts = {one.fact.id for one in told(shape) if one.fact not in shape.head.made}
            assert told_facts <= drawn_facts
