"""Where the columns of a sheet stand, beside the names of the rows."""

from __future__ import annotations

from dataclasses import dataclass

from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.spread import spread
from lumme_graph.views.shapes import Grid, ShapeLine

LABELS = 32.0
"""The width of the names of rows."""
LEAD = 5.0
"""Between the names and the first column: the start of a path stands there."""
GAP = 5.0
"""Between two columns: arrows run there."""
TAIL = 4.0
"""After the last column: the end of a path stands there."""
MOST = {"a3": 8, "a4": 6}
"""The most columns of a sheet: with the gap after it each is 45 mm wide on A3, 40 on A4."""
WIDEST = 75.0
ON_THE_WEB = 52.0


@dataclass(frozen=True, slots=True)
class StepColumn:
    """A column on its sheet: its place among all columns, its left edge and its width."""

    line: ShapeLine
    place: int
    x: float
    width: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """The middle of its width."""
        return self.x + self.width / 2


def sheets_of(grid: Grid, paper: Paper) -> list[tuple[StepColumn, ...]]:
    """The columns of each sheet: evenly over the fewest, all of one width.

    On the web they stand on one sheet, as wide as needed.
    """
    columns = grid.columns
    most = MOST.get(paper.name, max(1, len(columns)))
    borders = [i for i in range(1, len(columns)) if columns[i].group != columns[i - 1].group]
    counts = spread(len(columns), most, borders)
    room = None if paper.width is None else paper.width - 2 * paper.margin - LABELS - LEAD - TAIL
    fullest = max(1, *counts)
    width = ON_THE_WEB if room is None else min(WIDEST, (room - (fullest - 1) * GAP) / fullest)
    sheets: list[tuple[StepColumn, ...]] = []
    first = 0
    for count in counts:
        left = paper.margin + LABELS + LEAD
        sheets.append(
            tuple(
                StepColumn(line, first + i, left + i * (width + GAP), width)
                for i, line in enumerate(columns[first : first + count])
            )
        )
        first += count
    return sheets


def room(columns: tuple[StepColumn, ...]) -> float:
    """The width that names and columns take together, for a sheet as wide as needed."""
    if not columns:
        return LABELS + LEAD + WIDEST * 2
    return LABELS + LEAD + columns[-1].right - columns[0].x + TAIL
