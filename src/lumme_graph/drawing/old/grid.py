"""A grid, drawn: our own SVG, for a matrix needs no layout engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lumme_graph.base.shown import as_lines
from lumme_graph.base.speaker import Said
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.blocks import Block, block, said_block
from lumme_graph.drawing.old.compose import xml_id
from lumme_graph.drawing.old.facts import DrawnFact
from lumme_graph.drawing.old.footer import Entry, Footer, flowed
from lumme_graph.drawing.old.grid_pages import (
    AIR,
    SIGN,
    Band,
    GridMeasures,
    GridPage,
    column_head,
    paginate,
    plan,
    width_of,
)
from lumme_graph.drawing.old.header import LONGEST, header
from lumme_graph.drawing.old.labels import say
from lumme_graph.drawing.old.picture import Picture
from lumme_graph.drawing.old.scene import Box, Curve, Paint, Scene, Shape, ShapeGroup, points
from lumme_graph.drawing.old.sheets import WEB, Sheet
from lumme_graph.drawing.old.signs import sign
from lumme_graph.drawing.old.svg import svg
from lumme_graph.views.grid import Grid, GridCell, GridColumn, GridRow

FILLS = {
    "covered": "#e4edf2",
    "stale": "#a9c8d8",
    "planned": "#a9c8d8",
    "untranslated": "#a9c8d8",
    "missing": theme.ACCENT,
}
"""One hue, darker where more is to be done; other roles stay white."""
INKS = {"missing": theme.PAPER, "unknown": theme.MUTED, "exempt": theme.MUTED}


@dataclass(frozen=True, slots=True)
class GridDrawing(Picture):
    """One grid, drawn: an SVG document for each sheet."""

    grid: Grid
    sheets: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of what is drawn."""
        return self.grid.id

    @property
    def lang(self) -> str:
        """The language that it speaks."""
        return self.grid.lang

    @property
    def title(self) -> Said:
        """What it shows, in words."""
        return self.grid.title

    @property
    def is_empty(self) -> bool:
        """Is there no cell?"""
        return not (self.grid.rows and self.grid.columns)

    @property
    def text(self) -> str:
        """The same facts as plain text."""
        return text(self.grid)


def render_grid(grid: Grid, sheet: Sheet = WEB) -> GridDrawing:
    """Draw a grid for a kind of sheet; what one sheet cannot hold goes on to the next."""
    foot = _footer(grid, min(width_of(grid, sheet) - 2 * theme.MARGIN, LONGEST))
    made = plan(grid, sheet, foot.height)
    pages = paginate(made)
    scenes = [_scene(made, page, foot, (at, len(pages))) for at, page in enumerate(pages, 1)]
    return GridDrawing(grid, tuple(svg(scene) for scene in scenes))


def grid_facts(grid: Grid) -> tuple[DrawnFact, ...]:
    """All that the picture says of its cells, row by row."""
    return tuple(
        DrawnFact(row.id, f"{column.label.shown}, {part}", _told(grid, cell))
        for row in grid.rows
        for column, cells in zip(grid.columns, row.cells, strict=True)
        for part, cell in zip(grid.parts, cells, strict=True)
    )


def text(grid: Grid) -> str:
    """The same facts as a plain text."""
    lines = [grid.title.shown, ""]
    lines += [f"{name.shown}: {value.shown}" for name, value in grid.facts]
    told = grid_facts(grid)
    width = len(grid.columns) * len(grid.parts)
    for group in grid.groups:
        lines += ["", f"{group.label.shown}: {group.total}"]
        for row in group.rows:
            lines += ["", f"{row.label.shown} ({row.id}): {row.total}"]
            at = grid.rows.index(row) * width
            lines += [f"   {fact.label}: {fact.value}" for fact in told[at : at + width]]
    lines += ["", grid.notes_title.shown, *(f"   {note.words.shown}" for note in grid.notes)]
    lines += [
        "",
        f"{say('key', grid.speak).shown}: {'; '.join(_key_words(grid))}",
        grid.legend.shown,
    ]
    return as_lines([*lines, *(words.shown for words in grid.footer)])


def _told(grid: Grid, cell: GridCell) -> str:
    key = next(key for key in grid.keys if key.role == cell.role)
    return " ".join(part for part in (key.sign, cell.text, f"({key.meaning.shown})") if part)


def _key_words(grid: Grid) -> Iterator[str]:
    for key in grid.keys:
        yield f"{' '.join(part for part in (key.sign, key.letter) if part)} = {key.meaning.shown}"


def _footer(grid: Grid, room: float) -> Footer:
    used = {cell.role for row in grid.rows for cells in row.cells for cell in cells}
    entries = [_entry(grid, key.role, room) for key in grid.keys if key.role in used]
    lines = [grid.legend, *grid.footer]
    blocks = tuple(said_block(words, room, size=theme.SMALL, colour=theme.MUTED) for words in lines)
    return Footer(tuple(flowed(entries, room)), blocks)


def _entry(grid: Grid, role: str, room: float) -> Entry:
    key = next(key for key in grid.keys if key.role == role)
    words = f"{key.letter} = {key.meaning.shown}" if key.letter else key.meaning.shown

    def draw(x: float, y: float) -> tuple[Shape, ...]:
        box = Box(x, y - 2.1, 7.2, 4.2, _fill(role))
        return (box, *sign(key.sign, x + 3.6, y, _ink(role)))

    return draw, block(words, room - 9, key.meaning.lang, size=theme.SMALL)


def _fill(role: str) -> Paint:
    return Paint(fill=FILLS.get(role, theme.PAPER), stroke=theme.GRID, width=0.25)


def _ink(role: str) -> str:
    return INKS.get(role, theme.INK)


def _scene(made: GridMeasures, page: GridPage, foot: Footer, place: tuple[int, int]) -> Scene:
    grid = made.grid
    name = grid.id if place[1] == 1 else f"{grid.id}.{place[0]}"
    room = made.width - 2 * theme.MARGIN
    head = header(grid, room, place, None)
    shapes: list[Shape] = [
        ShapeGroup(f"{name}--header", tuple(head.draw(theme.MARGIN, theme.MARGIN)))
    ]
    if page.bands:
        shapes += _heads(made, page, name)
        shapes += [_band(made, page, band, name) for band in page.bands]
    if page.notes_at is not None:
        shapes += _notes(grid, page, name)
    height = made.sheet.height or page.bottom + AIR + foot.height + theme.MARGIN
    bottom = height - theme.MARGIN - foot.height
    drawn = tuple(foot.draw(theme.MARGIN, bottom, made.width - theme.MARGIN))
    shapes.append(ShapeGroup(f"{name}--footer", drawn))
    says = f"{grid.notes_title.shown}. {grid.legend.shown}"
    return Scene(name, grid.lang, made.width, height, grid.title.shown, says, tuple(shapes))


def _heads(made: GridMeasures, page: GridPage, name: str) -> Iterator[Shape]:
    grid = made.grid
    wide = made.cell * len(grid.parts)
    small = theme.SMALL * theme.LEADING
    low = made.top + made.heads
    corner = said_block(grid.corner, 80.0, size=theme.SMALL, colour=theme.MUTED)
    yield corner.at(theme.MARGIN, low - corner.height - 1, fact="corner")
    for place, column in enumerate(grid.columns[slice(*page.columns)]):
        x = made.left + place * wide
        label = column_head(grid, page.columns[0] + place, wide)
        top = low - 1.5 - 2 * small - label.height
        parts = [
            block(part, made.cell, "", size=theme.SMALL, colour=theme.MUTED).at(
                x + (at + 0.5) * made.cell, low - 1 - small, fact="part", anchor="middle"
            )
            for at, part in enumerate(grid.parts)
        ]
        total = block(column.total, wide, grid.lang, size=theme.SMALL)
        shapes = (
            label.at(x + 0.8, top, fact="column"),
            total.at(x + 0.8, low - 1.2 - 2 * small, fact="total"),
            *parts,
        )
        yield ShapeGroup(f"{name}--column.{xml_id(column.id)}", shapes, (("column", column.id),))
    right = made.left + (page.columns[1] - page.columns[0]) * wide
    yield Curve(points([(theme.MARGIN, low), (right, low)]), Paint(stroke=theme.INK, width=0.4))


def _band(made: GridMeasures, page: GridPage, band: Band, name: str) -> ShapeGroup:
    middle = band.y + (band.height - band.label.height) / 2
    if band.row is None:
        low = band.y + band.height - band.label.height - 1.2
        words = band.label.at(theme.MARGIN, low, fact="group")
        key = f"{name}--group.{xml_id(band.group.id)}"
        return ShapeGroup(key, (words,), (("group", band.group.id),))
    row = band.row
    total = block(row.total, 1e6, made.grid.lang)
    x = made.left - 1.8
    right = made.left + (page.columns[1] - page.columns[0]) * made.cell * len(made.grid.parts)
    rule = Curve(
        points([(theme.MARGIN, band.y + band.height), (right, band.y + band.height)]),
        theme.HAIRLINE,
    )
    shapes: list[Shape] = [
        rule,
        band.label.at(theme.MARGIN, middle, fact="row"),
        total.at(x, band.y + (band.height - total.height) / 2, fact="total", anchor="end"),
        *_cells(made, page, band, row, name),
    ]
    return ShapeGroup(f"{name}--{xml_id(row.id)}", tuple(shapes), (("id", row.id),))


def _cells(
    made: GridMeasures, page: GridPage, band: Band, row: GridRow, name: str
) -> Iterator[Shape]:
    first, last = page.columns
    x = made.left
    for column, cells in zip(made.grid.columns[first:last], row.cells[first:last], strict=True):
        for part, cell in zip(made.grid.parts, cells, strict=True):
            yield _cell(made, (x, band.y, band.height), _Where(row, column, part), cell, name)
            x += made.cell
        if column is not made.grid.columns[last - 1]:
            yield Curve(
                points([(x, band.y), (x, band.y + band.height)]),
                Paint(stroke=theme.PAPER, width=0.9),
            )


@dataclass(frozen=True, slots=True)
class _Where:
    row: GridRow
    column: GridColumn
    part: str


def _cell(
    made: GridMeasures, at: tuple[float, float, float], where: _Where, cell: GridCell, name: str
) -> ShapeGroup:
    x, y, height = at
    key = next(key for key in made.grid.keys if key.role == cell.role)
    ink = _ink(cell.role)
    words = _fitting(cell.text, made.cell - SIGN - 0.6, made.grid.lang, ink)
    middle = y + height / 2
    shapes: list[Shape] = [Box(x, y, made.cell, height, _fill(cell.role))]
    shapes += sign(key.sign, x + (SIGN / 2 + 0.2 if words else made.cell / 2), middle, ink)
    if words:
        shapes.append(words.at(x + SIGN, middle - words.height / 2, fact="cell"))
    id_ = f"{name}--{xml_id(where.row.id)}.{xml_id(where.column.id)}.{where.part}"
    data = (
        ("item", where.row.id),
        ("column", where.column.id),
        ("part", where.part),
        ("role", cell.role),
    )
    return ShapeGroup(id_, tuple(shapes), data, cell.words)


def _fitting(text_: str, width: float, lang: str, colour: str) -> Block | None:
    """The text of a cell in one line; where it is too long its last part is left to the title."""
    while text_:
        made = block(text_, width, lang, colour=colour)
        if len(made.lines) == 1:
            return made
        text_ = text_.rpartition(" ")[0]
    return None


def _notes(grid: Grid, page: GridPage, name: str) -> Iterator[Shape]:
    title = said_block(grid.notes_title, 300.0, bold=True)
    yield title.at(theme.MARGIN, page.notes_at or 0.0, fact="notes")
    for number, placed in enumerate(page.notes):
        key = next(key for key in grid.keys if key.role == placed.note.role)
        leading = placed.words.leading
        mark = sign(key.sign, placed.x + 1.8, placed.y + leading / 2, theme.INK)
        words = placed.words.at(placed.x + SIGN, placed.y, fact="note")
        yield ShapeGroup(f"{name}--note.{number}", (*mark, words), (("note", placed.note.id),))
