"""Rows of signs under the names of their columns, in blocks side by side and on several sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.drawing import palette
from lumme_graph.drawing.cells.flow import NEVER, Draw, Flow, Piece, chunks
from lumme_graph.drawing.cells.heads import Heads, heads
from lumme_graph.drawing.cells.marks import Marks, Place, needed
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Group, Shape, Stroke, Words, number
from lumme_graph.drawing.spread import spread
from lumme_graph.views.shapes import Grid, Line, Row

ROWS_OF_BLOCK = 30
"""So many rows at most stand in a block that has others beside it."""
ROWS_OF_SHEET = 40
_BETWEEN = 9.0
_WIDEST_CELL = 48.0
_LABELS = 0.25
"""The names of rows take no more than this share of a block."""
_OVERHANG = 12.0
"""Right of the last column, for a turned head to reach into."""
_SPARE = 0.8
"""A row grows by so much of its height where there is room."""
_ROW = 1.53
"""The height of a row, in sizes of its text."""

_ALL = Label("All {n}")
_COLUMNS = Label("Columns: {names}")
_PARTS = Label("In each column, from the left: {names}")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one block: what they are, where they stand from its left edge, how wide."""

    lines: tuple[Line, ...]
    first: int
    labels: float
    pitch: float
    total: float
    heads: Heads
    over: Heads | None
    spans: tuple[tuple[int, int], ...]

    def numbered(self, matrix: Matrix) -> list[str]:
        """The names that stand over them as numbers, or might be looked up by their numbers."""
        shown = self.over or self.heads
        if not shown.is_numbered:
            return []
        names = (
            [
                words
                for _, _, words in matrix.over[self.first // self.spans[0][1] :][: len(self.spans)]
            ]
            if self.spans
            else [line.words for line in self.lines]
        )
        first = self.first // self.spans[0][1] if self.spans else self.first
        return [f"{n}\u00a0{name.shown}" for n, name in enumerate(names, first + 1)]

    @property
    def end(self) -> float:
        """The right edge of the last column."""
        return self.labels + self.pitch * len(self.lines)

    def places(self, column: int, span: int) -> list[Place]:
        """The tiles of a cell: one for each group of columns that it spans."""
        found: list[Place] = []
        before = None
        for at in range(max(column, self.first), min(column + span, self.first + len(self.lines))):
            line = self.lines[at - self.first]
            x = self.labels + (at - self.first) * self.pitch
            if found and line.group and line.group == before:
                left, width = found[-1]
                found[-1] = (left, width + self.pitch)
            else:
                found.append((x, self.pitch))
            before = line.group
        return found


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows of signs of a grid, the lines of their columns, and the names over groups of them."""

    grid: Grid
    paper: Paper
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    over: tuple[tuple[int, int, Said], ...]

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
            (places[cell.column] - first, cell.span, cell.boxes[0].facts[0].words)
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


def fill(flow: Flow, matrix: Matrix, most: int | None = None, kept: float = 0.0) -> int:
    """Put a matrix on the sheets of a flow; the answer is how many rows are left.

    With a limit on the sheets, each holds one block, and a height is kept for notes.
    """
    if not matrix.rows:
        return 0
    more = 0
    if most is not None:
        more = max(0, len(matrix.rows) - most * ROWS_OF_SHEET)
        matrix = replace(matrix, rows=matrix.rows[: most * ROWS_OF_SHEET])
    side = 1 if most else _side(matrix, flow.width)
    width = (flow.width - (side - 1) * _BETWEEN) / side
    labels = _label_width(matrix, width)
    named = matrix.labels(labels - 2)
    heights = [max(matrix.line_height, words.height + 1.0) for words in named]
    left_over = 0
    for first, count in _pages(matrix, width - labels - _total_width(matrix)):
        if first:
            flow.fresh()
        columns = _columns(matrix, first, count, labels, width)
        head = columns.heads.height + (columns.over.height if columns.over else 0.0)
        foot = matrix.line_height + 1 if any(line.total for line in columns.lines) else 0.0
        rest = head + foot + kept
        rooms = (flow.room - rest, flow.room_of_next - rest)
        counts = chunks(heights, rooms, ROWS_OF_SHEET if side == 1 else ROWS_OF_BLOCK, side)
        if len(counts) <= side:
            heights = _stretched(heights, rooms[0] - max(8.0, 0.12 * rooms[0]))
        at = 0
        for place in range(0, len(counts), side):
            if most is not None and len(flow.sheets) >= most and flow.sheets[-1]:
                break
            blocks: list[_Block] = []
            for n in counts[place : place + side]:
                blocks.append(
                    _Block(matrix, columns, named[at : at + n], heights[at : at + n], at, head)
                )
                at += n
            is_last = at == len(heights)
            height = head + max(sum(block.heights) for block in blocks) + (foot if is_last else 0.0)
            flow.add(Piece(height, _draw(blocks, width, is_last)))
            if not is_last and (most is None or len(flow.sheets) < most):
                flow.fresh()
        left_over = max(left_over, len(heights) - at)
    return left_over + more


def names_of_columns(flow: Flow, matrix: Matrix, most: int | None = None) -> list[Said]:
    """What does not stand over the columns in full: their names by number, and those of their parts."""
    if not matrix.rows:
        return []
    side = 1 if most else _side(matrix, flow.width)
    width = (flow.width - (side - 1) * _BETWEEN) / side
    labels = _label_width(matrix, width)
    speak = flow.grid.head.speak
    pages = _pages(matrix, width - labels - _total_width(matrix))
    found = [_columns(matrix, first, count, labels, width) for first, count in pages]
    told: list[Said] = []
    if matrix.over and any(not columns.heads.words for columns in found):
        parts = ", ".join(line.words.shown for line in matrix.lines[: matrix.over[0][1]])
        told.append(speak(_PARTS, names=parts))
    names = [name for columns in found for name in columns.numbered(matrix)]
    if names:
        told.append(speak(_COLUMNS, names=" · ".join(names)))
    return told


def _stretched(heights: Sequence[float], room: float) -> list[float]:
    """Rows that stand on one sheet share what is left of it, as far as they look well."""
    if room > NEVER / 2:
        return list(heights)
    spare = (room - sum(heights)) / max(1, len(heights))
    return [height + min(max(0.0, spare), _SPARE * min(heights)) for height in heights]


def natural_width(matrix: Matrix) -> float:
    """How wide a matrix would be on a sheet of any width."""
    labels = _label_width(matrix, 320.0)
    return max(250.0, labels + len(matrix.lines) * 18.0 + _total_width(matrix) + _OVERHANG)


def _side(matrix: Matrix, width: float) -> int:
    """How many blocks stand side by side: as many as hold the rows and still their columns."""
    wanted = -(-len(matrix.rows) // ROWS_OF_BLOCK)
    least = _least(matrix) * len(matrix.lines) + _total_width(matrix) + _OVERHANG
    for side in range(min(wanted, 4), 1, -1):
        block = (width - (side - 1) * _BETWEEN) / side
        if _label_width(matrix, block) + least <= block:
            return side
    return 1


def _label_width(matrix: Matrix, block: float) -> float:
    size = matrix.paper.size("content")
    names = [row.words for row in matrix.rows]
    longest = max((one_line(name, size).width for name in names), default=0.0)
    word = max(
        (one_line(part, size).width for name in names for part in name.shown.split(" ")),
        default=0.0,
    )
    return max(min(longest, block * _LABELS), min(word, block / 2), 18.0) + 2.5


def _total_width(matrix: Matrix) -> float:
    size = matrix.paper.size("content")
    totals = [row.total.words for row in matrix.rows if row.total]
    return max((one_line(words, size, bold=True).width + 3 for words in totals), default=0.0)


def _least(matrix: Matrix) -> float:
    """The least width of a column, for its cells and its total."""
    size = matrix.paper.size("content")
    places = matrix.places
    least = max(
        (
            one_line(line.total.words, size, bold=True).width + 1
            for line in matrix.lines
            if line.total
        ),
        default=0.0,
    )
    probe = Columns(matrix.lines, 0, 0.0, 1.0, 0.0, _NO_HEADS, None, ())
    for row in matrix.rows:
        for cell in row.cells:
            need = needed(cell.boxes[0].facts[0], matrix.paper)
            for _, columns in probe.places(places[cell.column], cell.span):
                least = max(least, need / columns)
    return least


_NO_HEADS = Heads((), 0.0, is_turned=False, is_numbered=False)


def _pages(matrix: Matrix, room: float) -> Iterator[tuple[int, int]]:
    """The columns of each sheet: the first and how many; groups of columns stay together."""
    group = matrix.over[0][1] if matrix.over else 1
    groups = len(matrix.lines) // group
    most = max(1, int((room - _OVERHANG) / (_least(matrix) * group)))
    first = 0
    for count in spread(groups, most):
        yield first, count * group
        first += count * group


def _columns(matrix: Matrix, first: int, count: int, labels: float, width: float) -> Columns:
    """The columns as they stand in a block of a width."""
    lines = matrix.lines[first : first + count]
    total = _total_width(matrix)
    group = matrix.over[0][1] if matrix.over else 1
    pitch = min(_WIDEST_CELL / group, (width - labels - total) / count)
    over = tuple(one for one in matrix.over if first <= one[0] < first + count)
    made = _heads(matrix, lines, over, (labels, pitch, width), first)
    if any(one is not None and one.is_turned for one in made):
        pitch = min(pitch, (width - labels - max(total, 0.0) - _OVERHANG) / count)
        made = _heads(matrix, lines, over, (labels, pitch, width), first)
    spans = tuple((at - first, span) for at, span, _ in over)
    return Columns(lines, first, labels, pitch, total, made[0], made[1], spans)


def _heads(
    matrix: Matrix,
    lines: Sequence[Line],
    over: Sequence[tuple[int, int, Said]],
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
    above = made([words for _, _, words in over], over[0][1])
    return (own if own.is_level else _NO_HEADS), above


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
            cells: list[Shape] = []
            tiles: dict[str, list[Place]] = {}
            for cell in row.cells:
                here = columns.places(places[cell.column], cell.span)
                tiles.setdefault(cell.boxes[0].id, []).extend((x + a, wide) for a, wide in here)
            boxes = {cell.boxes[0].id: cell.boxes[0] for cell in row.cells}
            cells += [
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
        row: Row,
        name: Lettering,
        cells: Sequence[Shape],
        edges: tuple[float, float, float],
        height: float,
    ) -> Group:
        x, y, right = edges
        middle = y + height / 2
        told: list[Shape] = [name.centred(x, middle)]
        told += _alike(cells)
        if row.total:
            total = one_line(row.total.words, self.matrix.paper.size("content"), bold=True)
            told.append(total.centred(right, middle, fact=row.total.id, anchor="end"))
        id_ = around.group_id(f"{row.id}.{self.columns.first}" if self.columns.first else row.id)
        return Group(tuple(told), id_, (("id", row.id),))

    def _heads(self, x: float, bottom: float) -> list[Shape]:
        columns = self.columns
        left = x + columns.labels
        middles = [left + (at + 0.5) * columns.pitch for at in range(len(columns.lines))]
        shapes = columns.heads.draw(middles, bottom) if columns.heads.words else []
        if columns.over:
            middles = [left + (at + span / 2) * columns.pitch for at, span in columns.spans]
            shapes = [*columns.over.draw(middles, bottom - columns.heads.height), *shapes]
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
    yield from (Group(tuple(words)) for words in looks.values())
    yield from (cell for cell in cells if not isinstance(cell, Words))


def _draw(blocks: Sequence[_Block], width: float, is_last: bool) -> Draw:
    def draw(around: Frame, y: float) -> list[Shape]:
        shapes: list[Shape] = []
        for place, block in enumerate(blocks):
            x = around.left + place * (width + _BETWEEN)
            is_end = is_last and place == len(blocks) - 1
            shapes += block.draw(around, x, y, totals=is_end)
        return shapes

    return draw
