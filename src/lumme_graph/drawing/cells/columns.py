"""Where the columns of a matrix stand: how many blocks and sheets they take, and their heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.drawing.cells.heads import Heads, heads
from lumme_graph.drawing.cells.marks import Place
from lumme_graph.drawing.cells.matrix import OVERHANG, Matrix, tiles
from lumme_graph.drawing.spread import spread
from lumme_graph.views.shapes import DrawnFact, ShapeLine

ROWS_OF_BLOCK = 30
"""So many rows at most stand in a block that has others beside it."""
BETWEEN = 9.0
"""Between two blocks."""
_MOST_BLOCKS = 4
_WIDEST_CELL = 48.0

_COLUMNS = Label("Columns: {names}")
_PARTS = Label("In each column, from the left: {names}")
_NO_HEADS = Heads((), 0.0, is_turned=False, is_numbered=False)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one block: what they are, where they stand from its left edge, how wide."""

    lines: tuple[ShapeLine, ...]
    first: int
    labels: float
    pitch: float
    total: float
    heads: Heads
    over: Heads | None
    spans: tuple[tuple[int, int, str], ...]

    @property
    def end(self) -> float:
        """The right edge of the last column."""
        return self.labels + self.pitch * len(self.lines)

    def places(self, column: int, span: int) -> list[Place]:
        """The tiles of a cell: their left edges and widths."""
        return [
            (self.labels + at * self.pitch, wide * self.pitch)
            for at, wide in tiles(self.lines, self.first, column, span)
        ]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a matrix stands on its sheets: blocks side by side, and the columns of each sheet."""

    matrix: Matrix
    side: int
    width: float
    columns: tuple[Columns, ...]

    @classmethod
    def of(cls, matrix: Matrix, room: float, *, is_single: bool = False) -> Layout:
        """The layout of a matrix in a room: as many blocks as it asks for, or a single one."""
        side = 1 if is_single else _side(matrix, room)
        width = (room - (side - 1) * BETWEEN) / side
        labels = matrix.label_width(width)
        found = tuple(
            _columns(matrix, first, count, labels, width)
            for first, count in _pages(matrix, width - labels - matrix.total_width)
        )
        return cls(matrix, side, width, found)

    def names(self) -> list[Said]:
        """What does not stand over the columns in full: names by their numbers, and their parts."""
        matrix, speak = self.matrix, self.matrix.grid.head.speak
        told: list[Said] = []
        if matrix.over and any(not columns.heads.words for columns in self.columns):
            parts = ", ".join(line.words.shown for line in matrix.lines[: matrix.group])
            told.append(speak(_PARTS, names=parts))
        if any((columns.over or columns.heads).is_numbered for columns in self.columns):
            over = [fact.words for _, _, fact in matrix.over]
            names = over or [line.words for line in matrix.lines]
            listed = "\u00a0· ".join(f"{n}\u00a0{name.shown}" for n, name in enumerate(names, 1))
            told.append(speak(_COLUMNS, names=listed))
        return told


def _side(matrix: Matrix, width: float) -> int:
    """How many blocks stand side by side: as many as hold the rows and still their columns."""
    wanted = -(-len(matrix.rows) // ROWS_OF_BLOCK)
    least = matrix.least * len(matrix.lines) + matrix.total_width + OVERHANG
    for side in range(min(wanted, _MOST_BLOCKS), 1, -1):
        block = (width - (side - 1) * BETWEEN) / side
        if matrix.label_width(block) + least <= block:
            return side
    return 1


def _pages(matrix: Matrix, room: float) -> Iterator[tuple[int, int]]:
    """The columns of each sheet: the first and how many; groups of columns stay together."""
    group = matrix.group
    groups = len(matrix.lines) // group
    most = max(1, int((room - OVERHANG) / (matrix.least * group)))
    first = 0
    for count in spread(groups, most):
        yield first, count * group
        first += count * group


def _columns(matrix: Matrix, first: int, count: int, labels: float, width: float) -> Columns:
    """The columns as they stand in a block of a width."""
    lines = matrix.lines[first : first + count]
    total = matrix.total_width
    group = matrix.group
    pitch = min(_WIDEST_CELL / group, (width - labels - total) / count)
    over = tuple(one for one in matrix.over if first <= one[0] < first + count)
    made = _heads(matrix, lines, over, (labels, pitch, width), first)
    if any(one is not None and one.is_turned for one in made):
        pitch = min(pitch, (width - labels - max(total, 0.0) - OVERHANG) / count)
        made = _heads(matrix, lines, over, (labels, pitch, width), first)
    spans = tuple((at - first, span, fact.id) for at, span, fact in over)
    return Columns(lines, first, labels, pitch, total, made[0], made[1], spans)


def _heads(
    matrix: Matrix,
    lines: Sequence[ShapeLine],
    over: Sequence[tuple[int, int, DrawnFact]],
    measures: tuple[float, float, float],
    first: int,
) -> tuple[Heads, Heads | None]:
    """The heads of the columns, and those over groups of them."""
    labels, pitch, width = measures

    def made(names: Sequence[Said], span: int) -> Heads:
        middles = [labels + (at + 0.5) * pitch * span for at in range(len(names))]
        return heads(
            names,
            [pitch * span] * len(names),
            [width - middle for middle in middles],
            matrix.paper,
            first // span,
        )

    own = made([line.words for line in lines], 1)
    if not over:
        return own, None
    above = made([fact.words for _, _, fact in over], over[0][1])
    return (own if own.is_level else _NO_HEADS), above
