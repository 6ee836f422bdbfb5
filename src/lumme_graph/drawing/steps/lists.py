"""Rows of texts: in each column the facts of its boxes, a dash where there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.lettering import one_line
from lumme_graph.drawing.scene import Paint, Rect, Shape, ShapeGroup, line
from lumme_graph.drawing.steps.bricks import Brick, bricks, height, laid
from lumme_graph.drawing.steps.columns import StepColumn
from lumme_graph.drawing.steps.rows import PAD, Band, Drawn, RowName, SheetOf, row_name
from lumme_graph.views.shapes import Box, GridRow

_BETWEEN_BOXES = 1.6
_TOP = PAD
_SIDE = 1.2
"""Left and right of the words in a column."""
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class ListBox:
    """A box of a list, measured: its bricks, and the tag of its standing at the right."""

    box: Box
    bricks: tuple[Brick, ...]

    @property
    def height(self) -> float:
        """The height of its bricks."""
        return max(height(self.bricks), signs.TAG if self.box.standing else 0.0)

    def at(self, sheet: SheetOf, row: str, x: float, right: float, y: float) -> ShapeGroup:
        """Its facts, and its standing at the right edge."""
        shapes: list[Shape] = list(laid(self.bricks, x, y))
        if self.box.standing:
            shapes += signs.tag(self.box.standing.value, right - signs.TAG, y)
        name = sheet.frame.group_id(f"{row}.{self.box.id}")
        return ShapeGroup(tuple(shapes), name, (("id", self.box.id),))


@dataclass(frozen=True, slots=True)
class ListBand:
    """A row of texts on a sheet."""

    row: GridRow
    name: RowName
    cells: tuple[tuple[StepColumn, tuple[ListBox, ...]], ...]
    part: int = 0
    hunger: float = 0.5
    gap: float = 1.6

    @property
    def least(self) -> float:
        """As high as its highest cell, and its name."""
        return max(self.name.height, *(_cell_height(boxes) + 2 * _TOP for _, boxes in self.cells))

    def draw(self, sheet: SheetOf, y: float, height: float) -> Drawn:
        """The row from y on, with a line below."""
        return Drawn(tuple(self._shapes(sheet, y, height)))

    def _shapes(self, sheet: SheetOf, y: float, height: float) -> Iterator[Shape]:
        yield from self.name.at(sheet.frame.left, y, height)
        size = sheet.frame.paper.size("content")
        for column, boxes in self.cells:
            x, top = column.x + _SIDE, y + _TOP
            if any(fact.room for one in boxes for fact in one.box.facts):
                free = Paint(palette.PAPER, palette.HAIR, 0.25)
                yield Rect(column.x, y + 0.6, column.width, height - 1.6, free, 1.0)
            if not boxes and not self.part:
                yield one_line(_NOTHING, size, colour=palette.MUTED).at(x, top)
            for box in boxes:
                row = self.row.id if not self.part else f"{self.row.id}.{self.part}"
                yield box.at(sheet, row, x, column.right, top)
                top += box.height + _BETWEEN_BOXES
        below = y + height
        yield line(sheet.left, below, sheet.frame.right, below, palette.HAIRLINE)

    def broken(self, room: float) -> tuple[Band, ...]:
        """The row in as many as its highest cell needs."""
        inner = room - 2 * _TOP
        columns = [(column, _broken(boxes, inner)) for column, boxes in self.cells]
        parts = max(len(cell) for _, cell in columns)
        return tuple(
            replace(
                self,
                part=n,
                cells=tuple((column, cell[n] if n < len(cell) else ()) for column, cell in columns),
            )
            for n in range(parts)
        )


def lists(rows: Sequence[GridRow], sheet: SheetOf) -> Iterator[ListBand]:
    """Each row of texts as a band of its own."""
    paper = sheet.frame.paper
    for row in rows:
        cells = {cell.column: cell.boxes for cell in row.cells}
        yield ListBand(
            row,
            row_name(row, paper),
            tuple(
                (column, tuple(_box(box, column, sheet) for box in cells.get(column.line.id, ())))
                for column in sheet.columns
            ),
        )


def _box(box: Box, column: StepColumn, sheet: SheetOf) -> ListBox:
    tag = signs.TAG + 1 if box.standing else 0.0
    return ListBox(box, bricks(box.facts, column.width - 2 * _SIDE - tag, sheet.frame.paper))


def _cell_height(boxes: Sequence[ListBox]) -> float:
    return sum(box.height for box in boxes) + _BETWEEN_BOXES * max(0, len(boxes) - 1)


def _broken(boxes: Sequence[ListBox], room: float) -> list[tuple[ListBox, ...]]:
    """The boxes of a cell, parted so that each part fits a room."""
    parts: list[list[ListBox]] = [[]]
    for box in (piece for whole in boxes for piece in _parted(whole, room)):
        if parts[-1] and _cell_height([*parts[-1], box]) > room:
            parts.append([])
        parts[-1].append(box)
    return [tuple(part) for part in parts]


def _parted(box: ListBox, room: float) -> Iterator[ListBox]:
    if box.height <= room:
        yield box
        return
    stack: list[Brick] = []
    for brick in (piece for whole in box.bricks for piece in _lines(whole, room)):
        if stack and height([*stack, brick]) > room:
            yield replace(box, bricks=tuple(stack))
            stack = []
        stack.append(brick)
    yield replace(box, bricks=tuple(stack))


def _lines(brick: Brick, room: float) -> tuple[Brick, ...]:
    return brick.rows_of(max(1, int(room / brick.words.leading)))
