"""The columns told again where rows go on over a further sheet: the number and words of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lumme_graph.drawing import palette
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.scene import Disc, Paint, Shape, line
from lumme_graph.drawing.steps.columns import StepColumn
from lumme_graph.drawing.steps.rows import Drawn, RowName, SheetOf, row_name
from lumme_graph.views.shapes import Grid, GridRow

RADIUS = 3.1
"""Of the disc with a number."""
_INDENT = 2 * RADIUS + 1.6
_FEW_LINES = 4


def numbers(grid: Grid) -> Mapping[str, int]:
    """The number of each column that has one, by its id."""
    return {
        cell.column: box.number
        for row in grid.rows
        for cell in row.cells
        for box in cell.boxes
        if box.number is not None
    }


def disc(number: int, x: float, y: float, ink: str, *, filled: bool) -> tuple[Shape, ...]:
    """A number in its disc, with the middle at (x, y)."""
    rim = Paint(fill=ink if filled else palette.PAPER, stroke=ink, width=0.5)
    words = one_line(str(number), RADIUS * 1.14, bold=True, colour=palette.PAPER if filled else ink)
    return (Disc(x, y, RADIUS, rim), words.centred(x, y, anchor="middle"))


@dataclass(frozen=True, slots=True)
class ColumnHeads:
    """The heads of the columns; with words where all of them are short."""

    name: RowName | None
    heads: tuple[tuple[StepColumn, int | None, Lettering], ...]
    hunger: float = 0.0
    gap: float = 0.0

    @property
    def _with_words(self) -> bool:
        return all(len(words.lines) <= _FEW_LINES for _, _, words in self.heads)

    @property
    def least(self) -> float:
        """As high as the highest head, and the name beside them."""
        least = max(2 * RADIUS + 1, self.name.height if self.name else 0.0)
        if not self._with_words:
            return least
        return max(least, *(words.height + 2 for _, _, words in self.heads))

    def draw(self, sheet: SheetOf, y: float, height: float) -> Drawn:
        """Numbers and words, with a line below."""
        return Drawn(tuple(self._shapes(sheet, y, height)))

    def _shapes(self, sheet: SheetOf, y: float, height: float) -> Iterator[Shape]:
        if self.name:
            yield from self.name.at(sheet.frame.left, y, height)
        for column, number, words in self.heads:
            if number is not None:
                middle = y + RADIUS + 0.5
                yield from disc(number, column.x + RADIUS, middle, palette.ACCENT, filled=True)
            if self._with_words:
                yield words.at(column.x + _INDENT, y + 0.5)
        yield line(sheet.left, y + height, sheet.frame.right, y + height, palette.RULE)


def heads(sheet: SheetOf) -> ColumnHeads:
    """The heads of a sheet's columns."""
    paper = sheet.frame.paper
    known = numbers(sheet.grid)
    size = paper.size("content")
    return ColumnHeads(
        next((row_name(row, paper) for row in sheet.grid.rows if _is_numbered(row)), None),
        tuple(
            (
                column,
                known.get(column.line.id),
                lettering(column.line.words, column.width - _INDENT, size, bold=True),
            )
            for column in sheet.columns
        ),
    )


def _is_numbered(row: GridRow) -> bool:
    return row.look == "boxes"
