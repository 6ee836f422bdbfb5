"""Cards and sheets: nothing is cut or overlaps, and blocks stand alike on the cards of a row."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from drawing_reading import SVG, Area, root, sheet, squeezed, texts

import lumme_graph as lg
from lumme_graph.base.speaker import Said
from lumme_graph.drawing.pages.emit import gathered, scenes
from lumme_graph.drawing.paper import PAPERS
from lumme_graph.drawing.svg import svg
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.views.drawn.blank import blank
from lumme_graph.views.drawn.parts import ALL
from lumme_graph.views.drawn.profile import profile
from lumme_graph.views.drawn.touchpoint import touchpoint
from lumme_graph.views.shapes import Box, PageBlock, ShapePage, told

GRAPH = lg.load(Path(__file__).parents[1] / "models" / "lumme")
LANGS = pytest.mark.parametrize("lang", ["fi", "sv", "en"])
SHEETS = pytest.mark.parametrize("paper", ["a4", "a3", "web"])
LONG = "kaukopalvelupyyntölomake " * 16
WORD = "x" * 60


def cards(lang: str) -> list[ShapePage]:
    return [profile(GRAPH, one.id, GRAPH.speaker(lang), ALL) for one in GRAPH.all(Profile)]


def web_library(lang: str = "fi") -> ShapePage:
    return touchpoint(GRAPH, "touchpoint-web-library", GRAPH.speaker(lang), ALL)


def check(drawn: str, edge: float) -> None:
    """No text crosses another or comes near the edge, even in a font that is wider."""
    found = list(texts(root(drawn), 1.05))
    assert [(a.what, b.what) for a, b in combinations(found, 2) if a.overlaps(b)] == []
    whole = sheet(drawn)
    assert [
        one.what
        for one in found
        if one.left < edge or one.top < edge - 0.5
        or one.right > whole.right - edge or one.bottom > whole.bottom - edge
    ] == []  # fmt: skip


def written(*drawn: str) -> str:
    return squeezed("".join("".join(root(one).itertext()) for one in drawn))


def bloated(page: ShapePage, times: int, words: str) -> ShapePage:
    """The same page with so many entries, each of the same long words."""

    def more(block: PageBlock) -> PageBlock:
        made = [
            replace(
                box,
                id=f"{box.id}.{n}",
                facts=tuple(
                    replace(
                        fact,
                        id=fact.id.replace(box.id, f"{box.id}.{n}", 1),
                        words=Said(words, "fi"),
                    )
                    for fact in box.facts
                ),
            )
            for n in range(times)
            for box in block.boxes
        ]
        keep = block.look in {"note", "tiles"}
        return block if keep else replace(block, boxes=tuple[Box, ...](made))

    return replace(page, blocks=tuple(tuple(map(more, row)) for row in page.blocks))


@LANGS
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_gathered_cards_stand_clear_and_say_every_fact(lang: str, paper: str) -> None:
    pages = cards(lang)
    drawn = [svg(scene) for scene in gathered(pages, PAPERS[paper])]
    for one in drawn:
        check(one, 5)
    said = written(*drawn)
    facts = (one.fact for page in pages for one in told(page))
    assert all(squeezed(fact.words.shown) in said for fact in facts)


def frames(drawn: str) -> list[tuple[Element, Area]]:
    """The groups of cards, and the rectangle of each."""
    found: list[tuple[Element, Area]] = []
    for group in root(drawn).iter(f"{SVG}g"):
        id_ = group.attrib.get("data-id", "")
        frame = group.find(f"{SVG}rect")
        if id_.startswith("profile-") and "/" not in id_ and frame is not None:
            x, y, width, height = (float(frame.attrib[k]) for k in ("x", "y", "width", "height"))
            found.append((group, Area(id_, x, y, x + width, y + height)))
    return found


SIZES = {"a4": (210, 297), "a3": (420, 297)}


@LANGS
@pytest.mark.parametrize(
    ("paper", "counts"), [("a4", [[2, 2], [2, 2], [1]]), ("a3", [[4, 4], [1]])]
)
def test_nine_cards_fill_the_sheets_in_the_order_of_the_model(
    lang: str, paper: str, counts: list[list[int]]
) -> None:
    drawn = gathered(cards(lang), PAPERS[paper])
    assert {(scene.width, scene.height) for scene in drawn} == {SIZES[paper]}
    found = [rows(svg(scene)) for scene in drawn]
    assert [[len(row) for row in sheet] for sheet in found] == counts
    ids = [area.what for sheet in found for row in sheet for _, area in row]
    assert ids == [one.id for one in GRAPH.all(Profile)]


def rows(drawn: str) -> list[list[tuple[Element, Area]]]:
    """The cards of a sheet, row by row; those of a row are alike in height."""
    found = frames(drawn)
    tops = sorted({area.top for _, area in found})
    made = [[one for one in found if one[1].top == top] for top in tops]
    assert all(len({area.bottom for _, area in row}) == 1 for row in made)
    return made


BLOCKS = ("Tavoitteet", "Mikä saa liikkeelle", "Kanavat", "Polut")


def tops(group: Element) -> tuple[float, ...]:
    """Where the blocks of a card begin."""
    return tuple(text.top for text in texts(group) if text.what in BLOCKS)


def alike(a: Element, b: Element) -> bool:
    return tops(a) == pytest.approx(tops(b), abs=0.03)


def test_blocks_stand_at_the_same_heights_on_all_cards_of_a_row_of_a4() -> None:
    for scene in gathered(cards("fi"), PAPERS["a4"]):
        for row in rows(svg(scene)):
            assert all(len(tops(group)) == len(BLOCKS) for group, _ in row)
            assert all(alike(row[0][0], group) for group, _ in row)


def test_where_a_row_of_a3_has_no_room_for_that_most_neighbours_are_alike() -> None:
    for scene in gathered(cards("fi"), PAPERS["a3"]):
        for row in rows(svg(scene)):
            differing = [not alike(a, b) for (a, _), (b, _) in pairwise(row)]
            assert sum(differing) <= 1


def test_all_that_a_card_says_stands_within_it() -> None:
    for pages in (cards("fi"), [bloated(page, 3, WORD) for page in cards("fi")]):
        for scene in gathered(pages, PAPERS["a4"]):
            for group, frame in frames(svg(scene)):
                assert [one.what for one in texts(group, 1.05) if not frame.holds(one)] == []


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_gathered_cards_stand_clear_also_with_long_texts(paper: str) -> None:
    pages = [bloated(page, 1, LONG[:400]) for page in cards("fi")]
    for scene in gathered(pages, PAPERS[paper]):
        check(svg(scene), 5)


@SHEETS
def test_a_card_alone_is_an_a6_card_on_a_small_sheet(paper: str) -> None:
    (scene,) = scenes(cards("fi")[0], PAPERS[paper])
    assert scene.width == 107
    assert 144 < scene.height < 170
    check(svg(scene), 5)


@pytest.mark.parametrize(("times", "words"), [(1, LONG[:400]), (8, WORD), (12, "lyhyt")])
@pytest.mark.parametrize("paper", ["a4", "web"])
def test_a_card_that_is_too_full_goes_on_with_a_second(times: int, words: str, paper: str) -> None:
    page = bloated(cards("fi")[4], times, words)
    drawn = [svg(scene) for scene in scenes(page, PAPERS[paper])]
    assert len(drawn) == 1 if paper == "web" else len(drawn) > 1
    for one in drawn:
        check(one, 5)
    facts = {
        el.attrib["data-fact"]
        for one in drawn
        for el in root(one).iter()
        if "data-fact" in el.attrib
    }
    made = {fact.id for fact in page.head.made}
    assert {one.fact.id for one in told(page)} - made <= facts
    assert "…" not in written(*drawn)


@LANGS
@SHEETS
def test_a_touchpoint_says_every_fact_on_an_upright_sheet(lang: str, paper: str) -> None:
    page = web_library(lang)
    drawn = [svg(scene) for scene in scenes(page, PAPERS[paper])]
    assert len(drawn) == 1
    for one in drawn:
        check(one, 10)
        whole = sheet(one)
        assert whole.bottom > whole.right
    said = written(*drawn)
    assert all(squeezed(fact.fact.words.shown) in said for fact in told(page))


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_a_touchpoint_stands_on_upright_a4_on_either_paper(paper: str) -> None:
    assert [(one.width, one.height) for one in scenes(web_library(), PAPERS[paper])] == [(210, 297)]


def test_a_long_table_goes_on_with_its_heads_on_the_next_sheet() -> None:
    page = bloated(web_library(), 6, LONG[:120])
    drawn = [svg(scene) for scene in scenes(page, PAPERS["a4"])]
    assert len(drawn) > 2
    for one in drawn[:2]:
        assert "Polkujavaihe" in written(one)
    for one in drawn:
        check(one, 10)
    facts = {
        el.attrib["data-fact"]
        for one in drawn
        for el in root(one).iter()
        if "data-fact" in el.attrib
    }
    made = {fact.id for fact in page.head.made}
    assert {one.fact.id for one in told(page)} - made <= facts


def test_all_touchpoints_stand_clear() -> None:
    for one in GRAPH.all(Touchpoint):
        page = touchpoint(GRAPH, one.id, GRAPH.speaker("fi"), ALL)
        for scene in scenes(page, PAPERS["a4"]):
            check(svg(scene), 10)


@SHEETS
def test_blank_pages_are_one_sheet(paper: str) -> None:
    for page in (cards("fi")[0], web_library()):
        empty = blank(page)
        assert isinstance(empty, ShapePage)
        assert len(scenes(empty, PAPERS[paper])) == 1
