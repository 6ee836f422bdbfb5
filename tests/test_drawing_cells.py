"""How cells, bars and spans are laid out: nothing overlaps or leaves the sheet, nothing is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import cos, radians, sin

import pytest
from coverage_samples import LUMME
from drawing_reading import Area

import lumme_graph as lg
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.drawing.cells.emit import MOST_SHEETS
from lumme_graph.drawing.paper import PAPERS
from lumme_graph.drawing.render import scenes
from lumme_graph.drawing.scene import Scene, Shape, ShapeGroup, Words
from lumme_graph.drawing.svg import svg
from lumme_graph.drawing.text.metrics import measure
from lumme_graph.views.drawn.adoption import adoption
from lumme_graph.views.drawn.calendar import calendar
from lumme_graph.views.drawn.coverage import coverage
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.shapes import (
    Box,
    DrawnFact,
    Grid,
    GridCell,
    GridRow,
    Head,
    ShapeLine,
    Sign,
    told,
)

VIEWS = {"adoption": adoption, "coverage": coverage, "calendar": calendar}
NEAREST = 10.0
"""Nothing comes nearer to the edge of a sheet."""


@cache
def _grid(kind: str, lang: str) -> Grid:
    graph = lg.load(LUMME)
    return VIEWS[kind](graph, kind, graph.speaker(lang), Only())


def _words(shapes: tuple[Shape, ...]) -> Iterator[Words]:
    for shape in shapes:
        match shape:
            case Words():
                yield shape
            case ShapeGroup():
                yield from _words(shape.children)
            case _:
                pass


def _areas(scene: Scene) -> Iterator[Area]:
    """Each line of text that stands level."""
    for words in _words(scene.shapes):
        for n, line in enumerate(words.lines):
            if not words.turn:
                wide = measure(line, words.size, words.bold)
                share = {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
                left = words.x - (share if words.direction == "ltr" else 1 - share) * wide
                base = words.y + n * words.leading
                yield Area(
                    line, left, base - 0.73 * words.size, left + wide, base + 0.2 * words.size
                )


def _facts(shapes: tuple[Shape, ...]) -> Iterator[str]:
    for shape in shapes:
        match shape:
            case Words() if shape.fact:
                yield shape.fact
            case ShapeGroup():
                yield from (value for name, value in shape.data if name == "fact")
                yield from _facts(shape.children)
            case _:
                pass


def _generated(
    libraries: int, practices: int, *, name: str = "Library {n}", column: str = "Practice {n}"
) -> Grid:
    """A matrix of libraries against practices, each cell of the next state."""
    speak = Speaker("en")
    states = ("done", "gap", "no", "unknown")
    columns = tuple(ShapeLine(f"c{n}", Said(column.format(n=n), "en")) for n in range(practices))

    def cell(row: int, at: int) -> GridCell:
        state = states[(row + at) % 4]
        words = Said(state, "en")
        told_ = Said("≤’20", "en") if state in {"done", "gap"} else words
        id_ = f"c{at}/r{row}"
        fact = DrawnFact(id_, words, told_, signs=(Sign("state", state, words),))
        return GridCell(f"c{at}", (Box(id_, (fact,)),))

    rows = tuple(
        GridRow(
            f"r{n}",
            Said(name.format(n=n), "en"),
            "signs",
            tuple(cell(n, at) for at in range(practices)),
            total=DrawnFact(f"r{n}/total", Said("total", "en"), Said("7/9", "en")),
        )
        for n in range(libraries)
    )
    head = Head(
        "adoption",
        Said("Adoption", "en"),
        Said("Many", "en"),
        (),
        (),
        Said("Generated.", "en"),
        Said("A network", "en"),
        speak,
    )
    return Grid("adoption", head, columns, rows)


def _assert_good(scene: Scene) -> None:
    """No text overlaps another or comes near the edge."""
    areas = list(_areas(scene))
    for area in areas:
        assert area.left >= NEAREST - 0.01, area
        assert area.top >= NEAREST - 0.01, area
        assert area.right <= scene.width - NEAREST + 0.01, area
        assert area.bottom <= scene.height - NEAREST + 0.01, area
    ordered = sorted(areas, key=lambda area: area.top)
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 :]:
            if other.top > one.bottom:
                break
            assert not one.overlaps(other), (one, other)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("paper", ["a3", "a4", "web"])
@pytest.mark.parametrize("kind", list(VIEWS))
def test_no_text_overlaps_another_or_nears_the_edge(kind: str, paper: str, lang: str) -> None:
    for scene in scenes(_grid(kind, lang), PAPERS[paper]):
        _assert_good(scene)


@pytest.mark.parametrize("paper", ["a3", "a4"])
@pytest.mark.parametrize("kind", list(VIEWS))
def test_every_fact_of_a_box_is_drawn_once(kind: str, paper: str) -> None:
    grid = _grid(kind, "fi")
    drawn = Counter(fact for scene in scenes(grid, PAPERS[paper]) for fact in _facts(scene.shapes))
    wanted = {one.fact.id for one in told(grid) if one.box} | {note.id for note in grid.notes}
    wanted -= {id_ for id_ in wanted if id_.endswith("/name") and "organisation-" in id_}
    assert not wanted - set(drawn)
    assert {drawn[id_] for id_ in wanted} == {1}


def test_sheets_are_small() -> None:
    for kind in VIEWS:
        for scene in scenes(_grid(kind, "fi"), PAPERS["a3"]):
            assert len(svg(scene).encode()) <= 61_440, (kind, scene.id)


def test_a_cell_takes_no_more_than_250_bytes() -> None:
    small, large = (_bytes(_generated(n, 10)) for n in (10, 30))
    assert (large - small) / (20 * 10) <= 250


def _bytes(grid: Grid) -> int:
    return sum(len(svg(scene).encode()) for scene in scenes(grid, PAPERS["a3"]))


@pytest.mark.parametrize(
    ("libraries", "practices", "sheets"),
    [(1, 1, 1), (30, 10, 1), (60, 10, 1), (61, 10, 2), (0, 0, 1)],
)
def test_sixty_libraries_stand_on_a_sheet_and_more_on_the_next(
    libraries: int, practices: int, sheets: int
) -> None:
    found = scenes(_generated(libraries, practices) if libraries else _lacking(), PAPERS["a3"])
    assert len(found) == sheets
    for scene in found:
        _assert_good(scene)


def _lacking() -> Grid:
    grid = _generated(1, 1)
    head = Head(
        "adoption",
        grid.head.kind,
        grid.head.title,
        (),
        (),
        grid.head.description,
        grid.head.model,
        grid.head.speak,
        lacks=Said("The model has no practices.", "en"),
    )
    return Grid("adoption", head, (), (GridRow("none", grid.head.kind, "signs", ()),))


def test_what_is_missing_is_said_in_place_of_an_empty_grid() -> None:
    (scene,) = scenes(_lacking(), PAPERS["a4"])
    assert "The model has no practices." in svg(scene)


def test_rows_are_spread_evenly_over_the_sheets() -> None:
    rows = [
        sum(fact.endswith("/total") for fact in _facts(scene.shapes))
        for scene in scenes(_generated(61, 10), PAPERS["a3"])
    ]
    assert sum(rows) == 61
    assert max(rows) - min(rows) <= 3


@pytest.mark.parametrize(
    "name", ["x" * 60 + " {n}", "{n} " + "word " * 80, "קרית {n}", "<&>\u202e {n}"]
)
def test_names_of_any_length_and_script_do_no_harm(name: str) -> None:
    for scene in scenes(_generated(25, 8, name=name), PAPERS["a3"]):
        _assert_good(scene)


def test_turned_names_stay_on_the_sheet_and_apart() -> None:
    grid = _generated(60, 10, column="Interlibrary reservations {n}")
    (scene,) = scenes(grid, PAPERS["a3"])
    turned = [words for words in _words(scene.shapes) if words.turn]
    assert len(turned) == 2 * 10
    assert {words.turn for words in turned} == {-40.0}
    for words in turned:
        wide = max(measure(line, words.size) for line in words.lines)
        angle = radians(-words.turn)
        assert words.x + wide * cos(angle) <= scene.width - NEAREST
        assert words.y - wide * sin(angle) >= NEAREST
    tops = sorted({round(words.x, 1) for words in turned})[:10]
    lines = max(len(words.lines) for words in turned)
    apart = min(b - a for a, b in pairwise(tops)) * sin(radians(40))
    assert apart >= 0.85 * lines * turned[0].leading


def test_the_web_shows_the_overview_alone() -> None:
    (scene,) = scenes(_grid("coverage", "fi"), PAPERS["web"])
    facts = set(_facts(scene.shapes))
    assert "next-1/gain" in facts
    assert "service/organisation-mikkeli/done" in facts
    assert not any(fact.endswith("/fi") for fact in facts)


def test_an_overview_takes_six_sheets_at_most_and_says_what_is_left() -> None:
    overview = _grid("coverage", "en")
    rows = [row for row in overview.rows if row.look == "signs"]
    many = tuple(
        GridRow(
            f"{row.id}-{n}",
            row.words,
            row.look,
            tuple(
                GridCell(cell.column, tuple(_renamed(box, n) for box in cell.boxes), cell.span)
                for cell in row.cells
            ),
            total=row.total,
        )
        for n in range(20)
        for row in rows
    )
    others = tuple(row for row in overview.rows if row.look != "signs")
    grid = replace(overview, rows=(*others, *many), notes=())
    found = scenes(grid, PAPERS["a3"])
    assert len(found) == MOST_SHEETS
    drawn = sum(fact.endswith("/total") for scene in found for fact in _facts(scene.shapes))
    left = 20 * len(rows) - drawn
    assert f"{left} more rows: staff/en/coverage.html" in svg(found[-1])


def _renamed(box: Box, n: int) -> Box:
    facts = tuple(
        DrawnFact(f"{fact.id}-{n}", fact.label, fact.words, fact.role, fact.value, fact.signs)
        for fact in box.facts
    )
    return Box(f"{box.id}-{n}", facts)


def test_the_same_drawing_is_written_in_the_same_bytes() -> None:
    for kind in VIEWS:
        one, two = (
            [svg(scene) for scene in scenes(_grid(kind, "sv"), PAPERS["a4"])] for _ in range(2)
        )
        assert one == two


def test_what_texts_have_alike_stands_on_their_group() -> None:
    (scene,) = scenes(_generated(10, 10), PAPERS["a3"])
    written = svg(scene)
    assert 'data-role="note"><text x=' in written
    assert 'xml:lang="en"' in written.split(">", 2)[1]
    assert 'lang="en"' not in written.split(">", 2)[2]


def _calendar_of(names: list[str], years: int) -> Grid:
    """A calendar with a span for each name, the later ones later, and each name without a day too."""
    head = _generated(1, 1).head
    columns = tuple(ShapeLine(str(2000 + n), Said(str(2000 + n), "en")) for n in range(years))

    def box(id_: str, name: str, *signs: Sign) -> Box:
        said, when = Said(name, "en"), Said("10 October 2022, announced", "en")
        facts = (
            DrawnFact(f"{id_}/name", said, said, "head"),
            DrawnFact(f"{id_}/when", when, when, signs=signs),
        )
        return Box(id_, facts, tone="done", standing=Sign("standing", "sourced", Said("s", "en")))

    spans = tuple(
        GridRow(
            f"e{n}",
            Said(name, "en"),
            "spans",
            (GridCell(columns[n % years].id, (box(f"e{n}", name),), 1, (0.0, 0.4, 0.2, 1.0)),),
        )
        for n, name in enumerate(names)
    )
    planned = Sign("state", "part", Said("planned", "en"))
    below = tuple(box(f"u{n}", name, planned) for n, name in enumerate(names))
    undated = GridRow("undated", Said("Without a day", "en"), "list", (GridCell("", below),))
    return Grid("calendar", head, columns, (*spans, undated))


@pytest.mark.parametrize("paper", ["a3", "a4", "web"])
@pytest.mark.parametrize("years", [1, 8, 40])
def test_labels_of_any_length_stand_beside_their_bars(paper: str, years: int) -> None:
    names = ["Training", "x" * 60, "word " * 80, "קרית מוצקין", "<b>&</b>"] * 6
    found = scenes(_calendar_of(names, years), PAPERS[paper])
    for scene in found:
        _assert_good(scene)
    drawn = Counter(fact for scene in found for fact in _facts(scene.shapes))
    assert all(drawn[f"{kind}{n}/name"] == 1 for kind in "eu" for n in range(len(names)))


def test_the_names_of_libraries_are_never_broken() -> None:
    names = {"Hirvensalmi", "Pieksämäki", "Savonlinna", "Mäntyharju"}
    for paper in ("a3", "a4", "web"):
        for kind in ("adoption", "coverage"):
            for scene in scenes(_grid(kind, "fi"), PAPERS[paper]):
                lines = {line for words in _words(scene.shapes) for line in words.lines}
                assert names <= lines, (kind, paper)
