"""Rows of signs under the names of their columns, in blocks side by side and on several sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lumme_graph.base.label import Label
from lumme_graph.drawing import palette
from lumme_graph.drawing.cells.columns import BETWEEN, ROWS_OF_BLOCK, Columns, Layout
from lumme_graph.drawing.cells.flow import NEVER, Draw, Filling, Flowable, chunks
from lumme_graph.drawing.cells.marks import Marks, Place
from lumme_graph.drawing.cells.matrix import Matrix
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, one_line
from lumme_graph.drawing.scene import Shape, ShapeGroup, Stroke, Words, number
from lumme_graph.views.shapes import GridRow

ROWS_OF_SHEET = 40
"""So many rows at most stand in a block by itself."""
_LEFT = 8.0
_LEFT_OF = 0.12
"""So much, or this share of the height, is left for notes when rows grow."""
_SPARE = 0.8
"""A row grows by so much of its height where there is room."""

_ALL = Label("All {n}")


def fill(flow: Filling, layout: Layout, most: int | None = None, kept: float = 0.0) -> int:
    """Put a matrix on the sheets of a flow, `most` at most; the answer is how many rows are left.

    A height is kept for notes on each sheet.
    """
    matrix, side = layout.matrix, layout.side
    if not layout.columns:
        return 0
    named = matrix.labels(layout.columns[0].labels - 2)
    heights = [max(matrix.line_height, words.height + 1.0) for words in named]
    left_over = 0
    for columns in layout.columns:
        if columns.first:
            flow.fresh()
        head = columns.heads.height + (columns.over.height if columns.over else 0.0)
        foot = matrix.line_height + 1 if any(line.total for line in columns.lines) else 0.0
        rest = head + foot + kept
        rooms = (flow.room - rest, flow.room_of_next - rest)
        counts = chunks(heights, rooms, ROWS_OF_SHEET if side == 1 else ROWS_OF_BLOCK, side)
        tall = _stretched(heights, counts, rooms, side)
        at = 0
        for place in range(0, len(counts), side):
            if most is not None and len(flow.sheets) >= most and flow.sheets[-1]:
                break
            blocks: list[_Block] = []
            for n in counts[place : place + side]:
                blocks.append(
                    _Block(matrix, columns, named[at : at + n], tall[at : at + n], at, head)
                )
                at += n
            is_last = at == len(heights)
            height = head + max(sum(block.heights) for block in blocks) + (foot if is_last else 0.0)
            flow.add(Flowable(height, _draw(blocks, layout.width, is_last)))
            if not is_last and (most is None or len(flow.sheets) < most):
                flow.fresh()
        left_over = max(left_over, len(heights) - at)
    return left_over


def _stretched(
    heights: Sequence[float], counts: Sequence[int], rooms: tuple[float, float], side: int
) -> list[float]:
    """Rows share what is left of the fullest sheet, as far as they look well."""
    if rooms[0] > NEVER / 2 or not heights:
        return list(heights)
    spare = _SPARE * min(heights)
    at = 0
    for block, n in enumerate(counts):
        room = rooms[0] if block < side else rooms[1]
        room -= max(_LEFT, _LEFT_OF * room)
        spare = min(spare, (room - sum(heights[at : at + n])) / max(1, n))
        at += n
    return [height + max(0.0, spare) for height in heights]


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows of a matrix that stand under each other."""

    matrix: Matrix
    columns: Columns
    labels: Sequence[Lettering]
    heights: Sequence[float]
    first: int
    head: float

    def draw(self, around: Frame, x: float, y: float, *, totals: bool) -> list[Shape]:
        """The block from its upper left corner."""
        columns, paper = self.columns, self.matrix.paper
        marks, rows, lines = Marks(), list[Shape](), list[float]()
        top = y + self.head
        shapes = self._heads(x, top)
        places = self.matrix.places
        right = x + columns.end + columns.total
        at = top
        for n, (name, height) in enumerate(zip(self.labels, self.heights, strict=True)):
            row = self.matrix.rows[self.first + n]
            tiles: dict[str, list[Place]] = {}
            for cell in row.cells:
                here = columns.places(places[cell.column], cell.span)
                tiles.setdefault(cell.boxes[0].id, []).extend((x + a, wide) for a, wide in here)
            boxes = {cell.boxes[0].id: cell.boxes[0] for cell in row.cells}
            cells = [
                marks.cell(box.facts[0], paper, tiles[id_], at, height)
                for id_, box in boxes.items()
                if tiles[id_]
            ]
            rows.append(self._row(around, row, name, cells, (x, at, right), height))
            at += height
            lines.append(at)
        rule = "".join(f"M{number(x)},{number(line)}H{number(right)}" for line in lines)
        shapes += [Stroke(rule, palette.HAIRLINE), *marks.under(), *rows]
        if totals:
            shapes += self._totals(x, at)
        return shapes

    def _row(
        self,
        around: Frame,
        row: GridRow,
        name: Lettering,
        cells: Sequence[Shape],
        edges: tuple[float, float, float],
        height: float,
    ) -> ShapeGroup:
        x, y, right = edges
        middle = y + height / 2
        told: list[Shape] = [name.centred(x, middle), *_alike(cells)]
        if row.total:
            total = one_line(row.total.words, self.matrix.paper.size("content"), bold=True)
            told.append(total.centred(right, middle, fact=row.total.id, anchor="end"))
        id_ = around.group_id(f"{row.id}.{self.columns.first}" if self.columns.first else row.id)
        return ShapeGroup(tuple(told), id_, (("id", row.id),))

    def _heads(self, x: float, bottom: float) -> list[Shape]:
        columns = self.columns
        left = x + columns.labels
        middles = [left + (at + 0.5) * columns.pitch for at in range(len(columns.lines))]
        shapes = columns.heads.draw(middles, bottom) if columns.heads.words else []
        if columns.over:
            middles = [left + (at + span / 2) * columns.pitch for at, span, _ in columns.spans]
            facts = [fact for _, _, fact in columns.spans]
            shapes = [*columns.over.draw(middles, bottom - columns.heads.height, facts), *shapes]
        return shapes

    def _totals(self, x: float, y: float) -> list[Shape]:
        """The totals of the columns under the last row of the matrix."""
        columns, size = self.columns, self.matrix.paper.size("content")
        if not any(line.total for line in columns.lines):
            return []
        speak = self.matrix.grid.head.speak
        middle = y + self.matrix.line_height / 2 + 0.5
        name = one_line(speak(_ALL, n=len(self.matrix.rows)), size, bold=True)
        shapes: list[Shape] = [name.centred(x, middle)]
        for at, line in enumerate(columns.lines):
            if line.total:
                centre = x + columns.labels + (at + 0.5) * columns.pitch
                words = one_line(line.total.words, size, bold=True)
                shapes.append(words.centred(centre, middle, fact=line.total.id, anchor="middle"))
        return shapes


def _alike(cells: Sequence[Shape]) -> Iterator[Shape]:
    """The words of cells, those of one look as a group, and the cells that are groups themselves."""
    looks: dict[tuple[float, bool], list[Shape]] = {}
    for cell in cells:
        if isinstance(cell, Words):
            looks.setdefault((cell.size, cell.bold), []).append(cell)
    yield from (ShapeGroup(tuple(words)) for words in looks.values())
    yield from (cell for cell in cells if not isinstance(cell, Words))


def _draw(blocks: Sequence[_Block], width: float, is_last: bool) -> Draw:
    def draw(around: Frame, y: float) -> list[Shape]:
        shapes: list[Shape] = []
        for place, block in enumerate(blocks):
            x = around.left + place * (width + BETWEEN)
            is_end = is_last and place == len(blocks) - 1
            shapes += block.draw(around, x, y, totals=is_end)
        return shapes

    return draw
