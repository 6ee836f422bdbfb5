"""Journeys on sheets: nothing overlaps, nothing is lost, and the curve goes on over the cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as Folder

import pytest
from journey_samples import LONG, drawn, path, step
from scene_reading import facts, overlaps, plain, shapes, spilt, strays, words

import lumme_graph as lg
from lumme_graph.drawing import palette
from lumme_graph.drawing.paper import PAPERS
from lumme_graph.drawing.scene import Rect, Scene, ShapeGroup, Stroke
from lumme_graph.drawing.steps.emit import scenes
from lumme_graph.drawing.svg import svg
from lumme_graph.elements.journeys import Path
from lumme_graph.views.drawn.journey import journey
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.shapes import Grid, told

LUMME = Folder(__file__).parents[1] / "models" / "lumme"
WORD = "Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas"


def full(n: int, text: str = "asks at the desk") -> Grid:
    """A path of n steps in which each row has entries."""
    steps = [
        step(
            f"s{chr(97 + i // 26)}{chr(97 + i % 26)}",
            None if i % 5 == 4 else (i % 5) - 2,
            action=text,
            phase=f"p{i // 4}",
            touchpoint="touchpoint-desk" if i % 2 else None,
            pains=[{"en": text}, {"en": WORD}],
            gains=[{"en": text}],
            thoughts=[{"text": {"en": text}}],
            rule="rule-loan",
            system={"en": WORD},
            duration="P3D",
            ours={"en": text},
            feelings=[{"profile": "profile-b", "value": 1}],
            standing="illustrative",
        )
        for i in range(n)
    ]
    phases = [{"id": f"p{i}", "name": {"en": f"Phase {i}"}} for i in range(-(-n // 4))]
    return drawn(path(*steps, phases=phases, profiles=["profile-a", "profile-b"]))


def lumme() -> Iterator[tuple[str, Grid]]:
    """The journeys of the Lumme draft in three languages."""
    graph = lg.load(LUMME)
    for one in graph.all(Path):
        for lang in ("en", "fi", "sv"):
            yield f"{one.id} {lang}", journey(graph, one.id, graph.speaker(lang), Only())


def assert_sound(grid: Grid, paper: str) -> list[Scene]:
    """Nothing overlaps, strays or spills, and each fact is told."""
    sheets = scenes(grid, PAPERS[paper])
    for sheet in sheets:
        assert not overlaps(sheet)
        assert not strays(sheet)
        assert not spilt(sheet)
        assert sheet.height <= 1200
    on_sheets = facts(sheets)
    for one in told(grid):
        if one.fact not in grid.head.made:
            assert (
                plain(one.fact.words.shown) in on_sheets[one.fact.id] or not on_sheets[one.fact.id]
            )
    return sheets


@pytest.mark.parametrize("paper", ["a3", "a4", "web"])
def test_journeys_of_lumme_are_sound(paper: str) -> None:
    for _, grid in lumme():
        for sheet in assert_sound(grid, paper):
            assert len(svg(sheet).encode()) <= 60_000


@pytest.mark.parametrize("paper", ["a3", "a4", "web"])
@pytest.mark.parametrize(("n", "text"), [(1, WORD), (3, LONG), (9, "waits")])
def test_other_journeys_are_sound(n: int, text: str, paper: str) -> None:
    assert_sound(full(n, text), paper)


@pytest.mark.parametrize(
    ("n", "paper", "counts"),
    [(8, "a3", [8]), (9, "a3", [5, 4]), (6, "a4", [6]), (7, "a4", [4, 3]), (17, "web", [17])],
)
def test_steps_are_spread_evenly_over_the_fewest_sheets(
    n: int, paper: str, counts: list[int]
) -> None:
    grid = drawn(path(*(step(f"s{chr(97 + i)}") for i in range(n))))
    assert [sheet_cards(sheet) for sheet in scenes(grid, PAPERS[paper])] == counts


def sheet_cards(sheet: Scene) -> int:
    """How many cards stand on a sheet."""
    data = {group.data for group in shapes(sheet.shapes) if isinstance(group, ShapeGroup)}
    return sum(any(key == "id" for key, _ in one) for one in data)


@pytest.mark.parametrize(("paper", "least"), [("a3", 58), ("a4", 45)])
def test_the_curve_is_what_the_sheet_is_made_for(paper: str, least: float) -> None:
    sheets = scenes(full(6), PAPERS[paper])
    [name] = [one for one in words(sheets[0]) if one.lines == ("Feeling",)]
    labels = (one for one in shapes(sheets[0].shapes) if isinstance(one, Rect))
    [box] = [
        one
        for one in labels
        if one.paint.fill == palette.LABEL and one.y < name.y < one.y + one.height
    ]
    assert box.height >= least


def test_a_curve_runs_on_to_the_cut_and_tells_what_comes() -> None:
    values = [0, 1, 0, -1, 2, -2, 0, 0, 0]
    grid = drawn(path(*(step(f"s{chr(97 + i)}", value) for i, value in enumerate(values))))
    first, second = scenes(grid, PAPERS["a3"])
    assert "6: −2" in said(first)
    assert "5: +2" in said(second)


def test_a_missing_value_at_the_cut_leaves_no_tick() -> None:
    values = [0, 1, 0, -1, None, -2, 0, 0, 0]
    grid = drawn(path(*(step(f"s{chr(97 + i)}", value) for i, value in enumerate(values))))
    first, second = scenes(grid, PAPERS["a3"])
    assert not [text for text in (*said(first), *said(second)) if ":" in text and "−2" in text[:6]]
    assert "no data" in said(first)


def said(sheet: Scene) -> list[str]:
    """Each text of a sheet on one line."""
    return [" ".join(one.lines) for one in words(sheet)]


def test_rows_that_do_not_fit_go_on_over_a_further_sheet_with_their_columns() -> None:
    sheets = scenes(full(4, "waits for an answer from the library"), PAPERS["a4"])
    assert len(sheets) > 1
    for sheet in sheets[1:]:
        texts = said(sheet)
        assert {"1", "2", "3", "4"} <= set(texts)
    assert f"Sheet 2/{len(sheets)}" in said(sheets[1])


def test_a_path_without_steps_is_a_sentence() -> None:
    [sheet] = scenes(drawn(path()), PAPERS["a4"])
    assert any("steps" in text for text in said(sheet))
    assert sheet_cards(sheet) == 0


def test_a_way_that_does_not_lead_to_the_next_card_is_told_in_words() -> None:
    ways = [{"to": "two"}, {"to": "three", "when": {"en": "it is late"}}]
    grid = drawn(path(step("one", next=ways), step("two"), step("three")))
    [sheet] = scenes(grid, PAPERS["a3"])
    told_ = facts([sheet])
    assert told_["path-x/one/next/three"] == "3:itislate"
    assert told_["path-x/two/next/three"] == ""


def test_words_from_right_to_left_have_their_sign_at_the_right() -> None:
    grid = drawn(path(step("one", pains=[{"en": "הספר לא נמצא"}])))
    [sheet] = scenes(grid, PAPERS["a3"])
    [pain] = [one for one in words(sheet) if one.fact == "path-x/one/pain-1"]
    [group] = [
        one for one in shapes(sheet.shapes) if isinstance(one, ShapeGroup) and pain in one.children
    ]
    [minus] = [one for one in group.children if isinstance(one, Stroke)]
    assert pain.direction == "rtl"
    assert float(minus.d[1:].split(",")[0]) > pain.x
