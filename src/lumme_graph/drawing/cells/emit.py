"""A grid of cells, bars or spans as sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lumme_graph.base.label import Counted
from lumme_graph.base.speaker import Said
from lumme_graph.drawing.cells.blocks import ROWS_OF_SHEET, fill
from lumme_graph.drawing.cells.columns import Layout
from lumme_graph.drawing.cells.flow import Filling, Flowable, room_width
from lumme_graph.drawing.cells.matrix import Matrix
from lumme_graph.drawing.cells.notes import add_notes, height_of
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape
from lumme_graph.views.shapes import Grid

MOST_SHEETS = 6
"""An overview with all that it counts takes no more sheets than these."""
OVERVIEW = 396.0
"""The width of an overview where the paper gives none."""
_MORE = Counted("{n} more row: {file}", "{n} more rows: {file}")


def scenes(grid: Grid, paper: Paper) -> list[Scene]:
    """The sheets of a grid of cells, bars or spans."""
    if grid.head.lacks is not None:
        return _lacking(grid, paper)
    looks = {row.look for row in grid.rows}
    if "spans" in looks:
        from lumme_graph.drawing.cells.spans import spans

        return spans(grid, paper)
    return _overview(grid, paper) if "bars" in looks else _matrix(grid, paper)


def _matrix(grid: Grid, paper: Paper) -> list[Scene]:
    matrix = Matrix.of(grid, paper)
    flow = Filling(grid, paper, room_width(paper, matrix.natural_width))
    layout = Layout.of(matrix, flow.width)
    fill(flow, layout)
    add_notes(flow, [(names, "") for names in layout.names()])
    add_notes(flow, [(note.words, note.id) for note in grid.notes])
    return flow.scenes()


def _overview(grid: Grid, paper: Paper) -> list[Scene]:
    """The overview on the first sheet, then what it counts; on the web the overview alone."""
    from lumme_graph.drawing.cells.bars import add_bars
    from lumme_graph.drawing.cells.cards import add_cards

    flow = Filling(grid, paper, room_width(paper, OVERVIEW))
    add_cards(flow)
    add_bars(flow)
    if paper.height is None:
        return flow.scenes()
    matrix = Matrix.of(grid, paper)
    if matrix.rows:
        flow.fresh()
        most = MOST_SHEETS * ROWS_OF_SHEET
        shown = replace(matrix, rows=matrix.rows[:most])
        layout = Layout.of(shown, flow.width, is_single=True)
        notes = [(names, "") for names in layout.names()]
        notes += [(note.words, note.id) for note in grid.notes]
        more = _more(grid, len(matrix.rows))
        left = fill(flow, layout, MOST_SHEETS, height_of(flow, [more, *notes]))
        left += len(matrix.rows) - len(shown.rows)
        add_notes(flow, [_more(grid, left), *notes] if left else notes)
    return flow.scenes()


def _more(grid: Grid, rows: int) -> tuple[Said, str]:
    """How many rows are not drawn, and where they stand."""
    return grid.head.speak(_MORE, n=rows, file=grid.page), "more"


def _lacking(grid: Grid, paper: Paper) -> list[Scene]:
    """A sheet that says what is missing, with no empty grid."""
    flow = Filling(grid, paper, room_width(paper, 250.0))
    lacks = grid.head.lacks
    if lacks is not None:
        words = lettering(lacks, flow.width, paper.size("value"))

        def draw(around: Frame, y: float) -> Sequence[Shape]:
            return (words.at(around.left, y, fact="lacks"),)

        flow.add(Flowable(words.height, draw))
    return flow.scenes()
