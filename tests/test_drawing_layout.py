"""Nothing overlaps, nothing is cut, arrows keep clear of what they do not join."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
import strategies
from drawing_reading import Area, cards, root, sheet, texts
from drawing_samples import all_samples, hold
from hypothesis import given
from hypothesis import strategies as st

from lumme_graph.base.speaker import Said
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.arrows import Way
from lumme_graph.drawing.old.dot_text import ends
from lumme_graph.drawing.old.paging import paginate
from lumme_graph.drawing.old.picture import render
from lumme_graph.drawing.old.places import Places, place
from lumme_graph.drawing.old.routes import ways
from lumme_graph.drawing.old.sheets import A3, A4, SHEETS, WEB, Sheet
from lumme_graph.views.network import Network

SAMPLES = {f"{network.id}-{network.lang}": network for network in all_samples()}
EVERY_SHEET = pytest.mark.parametrize("size", list(SHEETS.values()), ids=list(SHEETS))
EVERY_SAMPLE = pytest.mark.parametrize("network", list(SAMPLES.values()), ids=list(SAMPLES))


def check_texts(svg: str) -> None:
    """No text crosses its card, another text or the margin, in our font or in a wider one."""
    for widen in (1.0, 1.1):
        everything = list(texts(root(svg), widen))
        crossing = [(a.what, b.what) for a, b in combinations(everything, 2) if a.overlaps(b)]
        assert crossing == []
        for group, box in cards(svg):
            assert [text.what for text in texts(group, widen) if not box.holds(text)] == []
        whole = sheet(svg)
        inner = Area(
            "", theme.MARGIN, theme.MARGIN, whole.right - theme.MARGIN, whole.bottom - theme.MARGIN
        )
        assert [text.what for text in everything if not inner.holds(text, 0.1)] == []


@EVERY_SHEET
@EVERY_SAMPLE
def test_texts_and_cards_keep_apart(network: Network, size: Sheet) -> None:
    for svg in render([network], size)[0].sheets:
        check_texts(svg)
        boxes = [box for _, box in cards(svg)]
        assert [(a.what, b.what) for a, b in combinations(boxes, 2) if a.overlaps(b)] == []


@EVERY_SHEET
@EVERY_SAMPLE
def test_each_step_stands_once(network: Network, size: Sheet) -> None:
    drawn = [box.what for svg in render([network], size)[0].sheets for _, box in cards(svg)]
    assert sorted(drawn) == sorted(node.id for node in network.nodes)


@pytest.mark.parametrize("size", [A3, A4], ids=["a3", "a4"])
@EVERY_SAMPLE
def test_a_sheet_has_its_size(network: Network, size: Sheet) -> None:
    for svg in render([network], size)[0].sheets:
        whole = sheet(svg)
        assert whole.right == size.width
        assert whole.bottom == size.height or (
            network.id == "path-long" and whole.bottom > (size.height or 0)
        )


@EVERY_SHEET
@EVERY_SAMPLE
def test_letters_are_large_enough(network: Network, size: Sheet) -> None:
    for svg in render([network], size)[0].sheets:
        for text in root(svg).iter("{http://www.w3.org/2000/svg}text"):
            points = float(text.attrib["font-size"]) / theme.POINT
            small = text.attrib.get("data-fact") in {"standing", "key", "footer", "name"}
            assert points >= (8 if small else 10) - 0.01


def routed(network: Network, size: Sheet) -> Iterator[tuple[Places, tuple[Way, ...]]]:
    sheets = [place(page) for page in paginate(network, size)]
    yield from zip(sheets, ways(sheets), strict=True)


def crossed(way: Way, box: Area) -> bool:
    return any(
        box.overlaps(
            Area(
                "",
                min(a[0], b[0]) - 0.05,
                min(a[1], b[1]) - 0.05,
                max(a[0], b[0]) + 0.05,
                max(a[1], b[1]) + 0.05,
            )
        )
        for a, b in pairwise(way)
    )


@EVERY_SHEET
@EVERY_SAMPLE
def test_arrows_cross_no_card_and_no_text(network: Network, size: Sheet) -> None:
    for places, sheet_ways in routed(network, size):
        page = places.page
        top = places.rows[0].y
        for (_, tail, head), way in zip(ends(places), sheet_ways, strict=True):
            for box in places.boxes:
                edge = 0.6 if box.id in (tail, head) else 0.0
                area = Area(
                    box.id,
                    box.x + edge,
                    box.y + edge,
                    box.x + box.width - edge,
                    box.y + box.height - edge,
                )
                assert not crossed(way, area)
            for x, y in way:
                assert theme.MARGIN + theme.LABELS < x < page.right
                assert top <= y <= places.bottom


@EVERY_SHEET
@EVERY_SAMPLE
def test_arrows_are_right_angled_and_join_their_ends(network: Network, size: Sheet) -> None:
    for places, sheet_ways in routed(network, size):
        boxes = {box.id: box for box in places.boxes}
        for (_, tail, head), way in zip(ends(places), sheet_ways, strict=True):
            assert all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) < 0.1 for a, b in pairwise(way))
            for name, (x, y) in ((tail, way[0]), (head, way[-1])):
                box = boxes[name]
                assert box.x - 0.5 <= x <= box.x + box.width + 0.5
                assert box.y - 0.5 <= y <= box.y + box.height + 0.5


def test_a_plain_path_is_calm() -> None:
    """No arrow of an unbranched path turns more than once."""
    for _, sheet_ways in routed(hold("fi"), WEB):
        assert all(len(way) <= 3 for way in sheet_ways)


def test_more_steps_than_fit_go_on_another_sheet() -> None:
    drawing = render([SAMPLES["path-branched-en"]], A3)[0]
    assert len(drawing.sheets) > 1
    second = [text.what for text in texts(root(drawing.sheets[1]))]
    assert f"Sheet 2/{len(drawing.sheets)}, continues from step 8" in second
    assert {"Customer", "Frontstage", "Backstage", "Support", "7 →"} <= set(second)
    assert "→ 8" in [text.what for text in texts(root(drawing.sheets[0]))]


@strategies.costly(10)
@given(
    st.lists(st.text(max_size=120), min_size=7, max_size=7), st.sampled_from(list(SHEETS.values()))
)
def test_any_text_keeps_inside(said: list[str], size: Sheet) -> None:
    base = hold("fi")
    nodes = tuple(
        replace(node, text=Said(text, "fi"), actor=Said(text[::-1], "fi"))
        for node, text in zip(base.nodes, said, strict=True)
    )
    for svg in render([replace(base, nodes=nodes, arrows=())], size)[0].sheets:
        check_texts(svg)
