"""Which rows, columns and notes of a grid come on which sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.blocks import Block, block, said_block
from lumme_graph.drawing.old.header import Header, header
from lumme_graph.drawing.old.sheets import Sheet
from lumme_graph.views.grid import Grid, GridGroup, GridRow, Note

LABEL, LEAST_TOTAL = 60.0, 20.0
"""The width of the column of row labels, and the least of that of totals."""
NARROWEST, WIDEST = 12.6, 19.0
"""How narrow and wide a cell may be."""
LOWEST, HEAD = 6.2, 8.6
"""The least height of a row, and that of the head of a group."""
AIR = 3.5
NOTE = 118.0
"""The least width of a note."""
BETWEEN = 8.0
SIGN = 4.6
ANY = (99, 99)
"""Stands for a sheet's number while the sheets are not yet counted."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row, or the head of a group, at its height."""

    y: float
    height: float
    label: Block
    group: GridGroup
    row: GridRow | None


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note in its place."""

    x: float
    y: float
    note: Note
    words: Block


@dataclass(slots=True)
class GridPage:
    """One sheet: its columns, from the first to before the last, its bands and notes."""

    columns: tuple[int, int]
    bands: list[Band] = field(default_factory=list["Band"])
    notes: list[PlacedNote] = field(default_factory=list["PlacedNote"])
    notes_at: float | None = None
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class GridMeasures:
    """The measures that all sheets share."""

    grid: Grid
    sheet: Sheet
    width: float
    cell: float
    across: int
    """Columns on a sheet."""
    header: Header
    heads: float
    """Height of the column heads."""
    foot: float
    """Height of the footer."""

    @property
    def top(self) -> float:
        """Where column heads begin."""
        return theme.MARGIN + self.header.height + AIR

    @property
    def left(self) -> float:
        """Where the first cell begins."""
        return theme.MARGIN + LABEL + total_width(self.grid)

    @property
    def limit(self) -> float | None:
        """How far down bands and notes may reach; None for as far as needed."""
        height = self.sheet.height
        return None if height is None else height - theme.MARGIN - self.foot - AIR


def total_width(grid: Grid) -> float:
    """The width of the column of totals: that of the longest, in one line."""
    widths = [block(row.total, 1e6, grid.lang).width + 2.4 for row in grid.rows]
    return max([LEAST_TOTAL, *widths])


def width_of(grid: Grid, sheet: Sheet) -> float:
    """The width of a sheet; on the web it is as wide as its columns ask."""
    fixed = 2 * theme.MARGIN + LABEL + total_width(grid)
    columns = len(grid.columns) * max(1, len(grid.parts))
    return sheet.width or max(fixed + columns * (NARROWEST + 1), fixed + NOTE)


def plan(grid: Grid, sheet: Sheet, foot: float) -> GridMeasures:
    """Columns as wide as the sheet allows; on the web all of them stand on one sheet."""
    parts, n = max(1, len(grid.parts)), max(1, len(grid.columns))
    width = width_of(grid, sheet)
    inner = width - 2 * theme.MARGIN - LABEL - total_width(grid)
    most = n if sheet.width is None else max(1, int(inner // (NARROWEST * parts)))
    across = -(-n // -(-n // most))
    cell = min(WIDEST, inner / (across * parts))
    room = width - 2 * theme.MARGIN
    heads = max(
        (column_head(grid, at, cell * parts).height for at in range(len(grid.columns))), default=0.0
    )
    small = theme.SMALL * theme.LEADING
    return GridMeasures(
        grid,
        sheet,
        width,
        cell,
        across,
        header(grid, room, ANY, None),
        heads + 2 * small + 1.5,
        foot,
    )


def column_head(grid: Grid, at: int, width: float) -> Block:
    """The name of a column, wrapped."""
    label = grid.columns[at].label
    return said_block(label, width - 1.6, bold=True)


def paginate(made: GridMeasures) -> list[GridPage]:
    """The sheets: all rows for the first columns, then for the next ones, then the notes."""
    n = len(made.grid.columns)
    pages: list[GridPage] = []
    for first in range(0, max(1, n), made.across):
        pages += _rows(made, (first, min(n, first + made.across)))
    return _with_notes(made, pages)


def _rows(made: GridMeasures, columns: tuple[int, int]) -> Iterator[GridPage]:
    start = made.top + made.heads
    page, y = GridPage(columns), start
    for group in made.grid.groups:
        head = block(
            f"{group.label.shown}  {group.total}", LABEL + LEAST_TOTAL, group.label.lang, bold=True
        )
        tall = max(HEAD, head.height + 3)
        pending = True
        for row in group.rows:
            label = said_block(row.label, LABEL - 3)
            height = max(LOWEST, label.height + 1.8)
            needed = height + (tall if pending else 0.0)
            if made.limit is not None and page.bands and y + needed > made.limit:
                page.bottom = y
                yield page
                page, y, pending = GridPage(columns), start, True
            if pending:
                page.bands.append(Band(y, tall, head, group, None))
                y, pending = y + tall, False
            page.bands.append(Band(y, height, label, group, row))
            y += height
    page.bottom = y
    yield page


def _with_notes(made: GridMeasures, pages: list[GridPage]) -> list[GridPage]:
    notes = list(made.grid.notes)
    if not notes:
        return pages
    room = made.width - 2 * theme.MARGIN
    columns = max(1, int((room + BETWEEN) // (NOTE + BETWEEN)))
    wide = (room - (columns - 1) * BETWEEN) / columns
    blocks = [said_block(note.words, wide - SIGN) for note in notes]
    rest = list(zip(notes, blocks, strict=True))
    page = pages[-1]
    start = page.bottom + 2 * AIR
    while rest:
        title = 7.0
        if made.limit is None:
            low = start + title + sum(b.height + 1 for _, b in rest) / columns + 8
        else:
            low = made.limit
        if page.bands and made.limit is not None and start + title + 30 > made.limit:
            page, start = GridPage((0, 0)), made.top
            pages.append(page)
            continue
        page.notes_at = start
        rest = _fill(page, rest, (start + title, low, wide, columns))
        if rest:
            page, start = GridPage((0, 0)), made.top
            pages.append(page)
    return pages


def _fill(
    page: GridPage, rest: list[tuple[Note, Block]], room: tuple[float, float, float, int]
) -> list[tuple[Note, Block]]:
    """Put as many notes on a page as it holds, column by column; what is left over."""
    top, low, wide, columns = room
    page.bottom = top
    for column in range(columns):
        y, x = top, theme.MARGIN + column * (wide + BETWEEN)
        while rest and (y + rest[0][1].height <= low or y == top):
            note, words = rest[0]
            page.notes.append(PlacedNote(x, y, note, words))
            y += words.height + 1
            rest = rest[1:]
            page.bottom = max(page.bottom, y)
    return rest
