"""A matrix of signs: its rows, its columns with the names over groups of them, and what they need."""

from __future__ import annotations

from dataclasses import dataclass

from lumme_graph.drawing.cells.marks import needed
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.views.shapes import DrawnFact, Grid, GridRow, ShapeLine

OVERHANG = 12.0
"""Right of the last column, for a turned head to reach into."""
_LABELS = 0.25
"""The names of rows take no more than this share of a block."""
_ROW = 1.53
"""The height of a row, in sizes of its text."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows of signs of a grid, the lines of their columns, and the names over groups of them."""

    grid: Grid
    paper: Paper
    rows: tuple[GridRow, ...]
    lines: tuple[ShapeLine, ...]
    over: tuple[tuple[int, int, DrawnFact], ...]

    @classmethod
    def of(cls, grid: Grid, paper: Paper) -> Matrix:
        """The matrix of a grid."""
        rows = tuple(row for row in grid.rows if row.look == "signs" and row.cells)
        places = {line.id: at for at, line in enumerate(grid.columns)}
        ends = [
            (places[cell.column], places[cell.column] + cell.span)
            for row in rows
            for cell in row.cells
        ]
        first, last = min((a for a, _ in ends), default=0), max((b for _, b in ends), default=0)
        over = tuple(
            (places[cell.column] - first, cell.span, cell.boxes[0].facts[0])
            for row in grid.rows
            if row.look == "band"
            for cell in row.cells
        )
        return cls(grid, paper, rows, grid.columns[first:last], over)

    @property
    def line_height(self) -> float:
        """The height of a row of one line."""
        return self.paper.size("content") * _ROW

    @property
    def places(self) -> dict[str, int]:
        """The place of each column among those of the matrix."""
        return {line.id: at for at, line in enumerate(self.lines)}

    def labels(self, width: float) -> list[Lettering]:
        """The names of the rows within a width."""
        size = self.paper.size("content")
        return [lettering(row.words, width, size, is_name=True) for row in self.rows]

    @property
    def group(self) -> int:
        """How many columns stand under one name."""
        return self.over[0][1] if self.over else 1

    def label_width(self, block: float) -> float:
        """The width of the names of rows in a block."""
        size = self.paper.size("content")
        names = [row.words for row in self.rows]
        longest = max((one_line(name, size).width for name in names), default=0.0)
        word = max(
            (one_line(part, size).width for name in names for part in name.shown.split(" ")),
            default=0.0,
        )
        return max(min(longest, block * _LABELS), min(word, block / 2), 18.0) + 2.5

    @property
    def total_width(self) -> float:
        """The width of the totals of rows."""
        size = self.paper.size("content")
        totals = [row.total.words for row in self.rows if row.total]
        return max((one_line(words, size, bold=True).width + 3 for words in totals), default=0.0)

    @property
    def least(self) -> float:
        """The least width of a column, for its cells and its total."""
        size = self.paper.size("content")
        places = self.places
        least = max(
            (
                one_line(line.total.words, size, bold=True).width + 1
                for line in self.lines
                if line.total
            ),
            default=0.0,
        )
        for row in self.rows:
            for cell in row.cells:
                need = needed(cell.boxes[0].facts[0], self.paper)
                for _, columns in tiles(self.lines, 0, places[cell.column], cell.span):
                    least = max(least, need / columns)
        return least

    @property
    def natural_width(self) -> float:
        """How wide it would be on a sheet of any width."""
        wide = self.label_width(320.0) + len(self.lines) * 18.0 + self.total_width + OVERHANG
        return max(250.0, wide)


def tiles(
    lines: tuple[ShapeLine, ...], first: int, column: int, span: int
) -> list[tuple[int, int]]:
    """The tiles of a cell over some columns: one for each group of columns that it spans.

    `first` is the place of the first of the lines; each tile is its place among them, and how many
    it spans.
    """
    found: list[tuple[int, int]] = []
    before = None
    for at in range(max(column - first, 0), min(column - first + span, len(lines))):
        group = lines[at].group
        if found and group and group == before:
            left, wide = found[-1]
            found[-1] = (left, wide + 1)
        else:
            found.append((at, 1))
        before = group
    return found
