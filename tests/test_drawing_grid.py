"""The heat map: what it says, that nothing overlaps or is cut, and that grey tells it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations

import pytest
import strategies
from coverage_samples import LUMME, counted, worked
from drawing_reading import SVG, Area, root, sheet, texts
from hypothesis import given
from hypothesis import strategies as st

import lumme_graph as lg
from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.kinds import DRAWINGS
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.draw import drawable
from lumme_graph.drawing.old.grid import FILLS, GridDrawing, grid_facts, render_grid
from lumme_graph.drawing.old.sheets import SHEETS, Sheet
from lumme_graph.views.cell_rows import SIGNS
from lumme_graph.views.grid import Grid, GridCell, GridColumn, GridGroup, GridRow, LegendKey, Note
from lumme_graph.views.heatmap import heatmap

HOSTILE = (
    "asiakaspalvelupiste",
    "kirjastoautoaikataulut ja kaukopalvelupyyntölomake",
    "Lapsiperheidenasumistukihakemuksenkäsittelyaikatauluseuranta",
    "<b>&\"'",
    "ÅÄÖ WWWWWWWW MMMMMMMMMM",
    "x",
)


def long_model() -> lg.ServiceGraph:
    """Fifteen libraries and forty services, with names that hardly fit."""
    names = [{"fi": HOSTILE[n % len(HOSTILE)]} for n in range(40)]
    elements: list[object] = [
        lg.Organisation.model_validate(
            {"id": f"organisation-{n}", "name": names[n], "type": "library"}
        )
        for n in range(15)
    ]
    elements += [
        lg.Service.model_validate(
            {
                "id": f"service-{n}",
                "name": name,
                "offered": [
                    {"at": f"organisation-{at}", "is": ("yes", "no")[(n + at) % 2]}
                    for at in range(15)
                    if (n * at) % 3
                ],
            }
        )
        for n, name in enumerate(names)
    ]
    text = {"as_of": "2026-08-22", "name": {"fi": HOSTILE[2]}, "statement": {"fi": HOSTILE[1] * 4}}
    found = lg.Settings.model_validate({**text, "languages": {"required": ["fi", "en", "sv"]}})
    return lg.ServiceGraph(elements, found)  # type: ignore[arg-type]


MODELS: dict[str, Callable[[], lg.ServiceGraph]] = {
    "worked": cache(worked),
    "gap": cache(lambda: counted(worked(), unknown="gap")),
    "empty": cache(lambda: lg.ServiceGraph([], worked().settings)),
    "lumme": cache(lambda: lg.load(LUMME)),
    "long": cache(long_model),
}


def shown(graph: lg.ServiceGraph, lang: str) -> Grid:
    """The heat map of a model in a language."""
    return heatmap(graph, graph.speaker(lang))


@cache
def drawn(model: Callable[[], lg.ServiceGraph], lang: str, size: Sheet) -> GridDrawing:
    """A model's heat map, drawn once for all that look at it."""
    return render_grid(shown(model(), lang), size)


EVERY_SHEET = pytest.mark.parametrize("size", list(SHEETS.values()), ids=list(SHEETS))
EVERY_MODEL = pytest.mark.parametrize("model", list(MODELS.values()), ids=list(MODELS))
LANGS = ("fi", "en", "sv")


def pictures(drawing: GridDrawing) -> list[dict[str, str]]:
    """What the cells of all sheets say, as data."""
    return [
        {key.removeprefix("data-"): value for key, value in group.attrib.items()}
        for svg in drawing.sheets
        for group in root(svg).iter(f"{SVG}g")
        if "data-part" in group.attrib
    ]


def check_texts(svg: str) -> None:
    """No text crosses another or the margin, in our font or in a wider one."""
    for widen in (1.0, 1.1):
        everything = sorted(texts(root(svg), widen), key=lambda area: area.top)
        for at, one in enumerate(everything):
            for other in everything[at + 1 :]:
                if other.top > one.bottom:
                    break
                assert not one.overlaps(other), (one.what, other.what)
        whole = sheet(svg)
        inner = Area(
            "", theme.MARGIN, theme.MARGIN, whole.right - theme.MARGIN, whole.bottom - theme.MARGIN
        )
        assert [text.what for text in everything if not inner.holds(text, 0.1)] == []


@EVERY_SHEET
@EVERY_MODEL
def test_texts_keep_apart_and_inside(model: Callable[[], lg.ServiceGraph], size: Sheet) -> None:
    for svg in drawn(model, "fi", size).sheets:
        check_texts(svg)


@EVERY_SHEET
@EVERY_MODEL
def test_the_text_of_a_cell_stays_in_its_cell(
    model: Callable[[], lg.ServiceGraph], size: Sheet
) -> None:
    for svg in drawn(model, "en", size).sheets:
        for group in root(svg).iter(f"{SVG}g"):
            if "data-part" not in group.attrib:
                continue
            box = group.find(f"{SVG}rect")
            assert box is not None
            x, y = float(box.attrib["x"]), float(box.attrib["y"])
            area = Area("", x, y, x + float(box.attrib["width"]), y + float(box.attrib["height"]))
            assert [text.what for text in texts(group, 1.1) if not area.holds(text, 0.05)] == []


@EVERY_SHEET
@EVERY_MODEL
def test_every_cell_is_drawn_once_on_whatever_sheet(
    model: Callable[[], lg.ServiceGraph], size: Sheet
) -> None:
    graph = model()
    shown = pictures(drawn(model, "fi", size))
    found = Counter((one["item"], one["column"], one["part"], one["role"]) for one in shown)
    cells = lg.coverage(graph).cells
    assert found == Counter((c.item.id, c.library.id, c.language, c.state.word) for c in cells)


@EVERY_SHEET
@EVERY_MODEL
def test_every_gap_has_a_line_in_the_list(
    model: Callable[[], lg.ServiceGraph], size: Sheet
) -> None:
    graph = model()
    drawing = drawn(model, "en", size)
    told = Counter(
        group.attrib["data-note"]
        for svg in drawing.sheets
        for group in root(svg).iter(f"{SVG}g")
        if "data-note" in group.attrib
    )
    assert told == Counter(note.id for note in drawing.grid.notes)
    assert set(told) == {cell.item.id for cell in lg.coverage(graph).gaps}


@pytest.mark.parametrize("size", ["a3", "a4"])
@EVERY_MODEL
def test_a_sheet_has_its_size_and_large_letters(
    model: Callable[[], lg.ServiceGraph], size: str
) -> None:
    small = {"key", "footer", "name", "part", "total", "corner", "standing"}
    for svg in drawn(model, "fi", SHEETS[size]).sheets:
        assert (sheet(svg).right, sheet(svg).bottom) == (SHEETS[size].width, SHEETS[size].height)
        for text in root(svg).iter(f"{SVG}text"):
            points = float(text.attrib["font-size"]) / theme.POINT
            assert points >= (8 if text.attrib.get("data-fact") in small else 10) - 0.01


@pytest.mark.parametrize("lang", LANGS)
def test_picture_and_text_say_the_same(lang: str) -> None:
    grid = shown(worked(), lang)
    drawing = render_grid(grid)
    facts = grid_facts(grid)
    assert len(facts) == 72
    for fact in facts:
        assert f"   {fact.label}: {fact.value}" in drawing.text
    words = {key.role: key for key in grid.keys}
    columns = {column.id: column.label.shown for column in grid.columns}
    drawn = {
        (one["item"], f"{columns[one['column']]}, {one['part']}", words[one["role"]].sign)
        for one in pictures(drawing)
    }
    assert drawn == {(fact.id, fact.label, fact.value.split()[0]) for fact in facts}


def test_the_worked_example_by_hand() -> None:
    """The header has the totals; g4 is the fourth section, planned, in Finnish."""
    drawing = render_grid(shown(worked(), "en"))
    said = [area.what for area in texts(root(drawing.svg))]
    for words in ("39/54 = 72.2%", "41/54 = 75.9%", "15/20", "13/20", "11/14", "Gaps: 15 cells"):
        assert words in said
    assert said.count("P4") == 2
    assert "2/4 ?2" in said or "0/2 ?2" in said


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_grey_tells_the_states_apart() -> None:
    """By a sign, or by a letter where signs are alike; the worse, the darker; text can be read."""
    for lang in LANGS:
        keys = shown(worked(), lang).keys
        assert len({(key.sign, key.letter) for key in keys}) == len(CellState)
        assert {key.role: key.sign for key in keys} == {s.word: SIGNS[s] for s in CellState}
    covered, partial, missing = (
        luminance(FILLS[role]) for role in ("covered", "planned", "missing")
    )
    assert covered > partial > missing
    assert contrast(FILLS["missing"], theme.PAPER) >= 4.5
    for role in ("covered", "planned"):
        assert contrast(FILLS[role], theme.INK) >= 4.5
    assert contrast(theme.MUTED, theme.PAPER) >= 4.5


@pytest.mark.parametrize("lang", LANGS)
def test_the_document_is_plain_svg(lang: str) -> None:
    drawing = render_grid(shown(worked(), lang), SHEETS["a4"])
    assert drawing.sheets == render_grid(shown(worked(), lang), SHEETS["a4"]).sheets
    for svg in drawing.sheets:
        document = root(svg)
        assert document.attrib["role"] == "img"
        assert [child.tag for child in document][:2] == [f"{SVG}title", f"{SVG}desc"]
        ids = [e.attrib["id"] for e in document.iter() if "id" in e.attrib]
        assert len(ids) == len(set(ids))
        assert all(id_.startswith("coverage") for id_ in ids)
        assert not {e.tag.removeprefix(SVG) for e in document.iter()} & {
            "script",
            "image",
            "style",
            "use",
        }
        assert "href" not in svg


# Any grid.

words = st.sampled_from(HOSTILE).map(lambda text: Said(text, "fi"))


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    roles = [state.word for state in CellState]
    parts = draw(st.sampled_from((("fi",), ("fi", "en"), ("fi", "en", "sv"))))
    columns = draw(st.integers(0, 9))
    texts_ = st.sampled_from(("", "7", "P16", "1 +4", "123 +456"))

    def cell() -> GridCell:
        return GridCell(draw(st.sampled_from(roles)), draw(texts_), "words")

    def row(name: str) -> GridRow:
        cells = tuple(tuple(cell() for _ in parts) for _ in range(columns))
        return GridRow(name, draw(words), "120/120 ?99", cells)

    groups = tuple(
        GridGroup(
            f"g-{g}",
            draw(words),
            "999/999",
            tuple(row(f"r-{g}-{n}") for n in range(draw(st.integers(0, 4)))),
        )
        for g in range(draw(st.integers(0, 3)))
    )
    return Grid(
        id="coverage",
        kind="coverage",
        speak=Speaker("fi"),
        title=draw(words),
        facts=((draw(words), draw(words)),),
        corner=Said("Kohde", "fi"),
        parts=parts,
        columns=tuple(GridColumn(f"c-{n}", draw(words), "120/120") for n in range(columns)),
        groups=groups,
        keys=tuple(
            LegendKey(state.word, SIGNS[state], "", Said(state.label.by_tag().get("fi", ""), "fi"))
            for state in CellState
        ),
        legend=draw(words),
        notes_title=draw(words),
        notes=tuple(
            Note("missing", f"r-{n}", draw(words)) for n in range(draw(st.integers(0, 40)))
        ),
        footer=(draw(words),),
    )


@strategies.costly(4)
@given(grids(), st.sampled_from(list(SHEETS.values())))
def test_any_grid_keeps_its_texts_apart(grid: Grid, size: Sheet) -> None:
    drawing = render_grid(grid, size)
    for svg in drawing.sheets:
        check_texts(svg)
    assert len(pictures(drawing)) == len(grid_facts(grid))


def test_a_grid_that_does_not_hold_is_refused() -> None:
    grid = shown(worked(), "en")
    with pytest.raises(ValueError, match="cells for 2 columns"):
        replace(grid, columns=grid.columns[:2])
    with pytest.raises(ValueError, match="a column stands twice"):
        replace(grid, columns=grid.columns[:1] * 3)
    with pytest.raises(ValueError, match="without a part"):
        replace(grid, parts=("fi",))
    with pytest.raises(ValueError, match="no key for"):
        replace(grid, keys=grid.keys[:3])


# Drawing it.


def test_a_drawing_of_the_whole_model_needs_no_id() -> None:
    graph = worked()
    assert drawable(graph, "coverage") == ["coverage"]
    drawing = lg.draw(graph, "coverage", kind="coverage", lang="sv")
    assert drawing.id == "coverage"
    assert "Guidens täckning" in drawing.svg
    assert drawing.png()[:8] == b"\x89PNG\r\n\x1a\n"
    with pytest.raises(DrawError, match="without a layout engine"):
        _ = drawing.dot
    with pytest.raises(DrawError, match="there is no coverage service-loan"):
        lg.draw(graph, "service-loan", kind="coverage")
    with pytest.raises(DrawError, match="there are path, coverage"):
        lg.draw(graph, "service-loan", kind="pie")


def test_overlaps_are_seen() -> None:
    """The check itself: two texts at one place overlap."""
    a, b = Area("a", 0, 0, 2, 1), Area("b", 1, 0, 3, 1)
    assert [x.overlaps(y) for x, y in combinations((a, b), 2)] == [True]


def test_what_has_nothing_to_show_says_so() -> None:
    """So that the start page leaves it out."""
    nothing = lg.ServiceGraph([], lg.Settings(as_of=date(2026, 8, 22)))
    wholes = [kind.name for kind in DRAWINGS.values() if kind.of is None]
    assert len(wholes) > 2
    assert all(lg.draw(nothing, kind, kind=kind).is_empty for kind in wholes)
    assert not lg.draw(lg.load(LUMME), "adoption", kind="adoption").is_empty


def test_every_kind_of_drawing_says_what_it_can_show() -> None:
    graph = lg.load(LUMME)
    found = {name: kind.ids(graph) for name, kind in DRAWINGS.items()}
    paths = found.pop("path")
    assert paths == [path.id for path in graph.all(lg.Path)]
    assert found == {name: [name] for name in found}


def test_no_line_of_a_note_begins_with_the_dot_between_its_parts() -> None:
    drawn = lg.draw(lg.load(LUMME), "coverage", kind="coverage", lang="en").svg
    lines = [line.text or "" for line in root(drawn).iter(f"{SVG}tspan")]
    assert any("(touchpoint-desk)" in line for line in lines)
    assert not [line for line in lines if line.lstrip().startswith("·")]
