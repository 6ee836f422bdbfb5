"""Rows of bars under the names of their columns: each a count, its parts, and what is not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from lumme_graph.drawing import palette
from lumme_graph.drawing.cells.flow import NEVER, Draw, Filling, Flowable, chunks
from lumme_graph.drawing.cells.heads import Heads, heads
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Paint, Rect, Shape, ShapeGroup, Stroke, line, number
from lumme_graph.views.shapes import Box, DrawnFact, GridRow, ShapeLine

_PARTS = ("done", "part", "gap")
_ABOVE = 4.5
_UNDER = 1.0
_BETWEEN = 10.0
_MOST_TALL = 12
"""More rows than these are drawn flat, each on one line."""
_TOTAL = 1.3
"""A column of totals is so much wider than another."""
_WIDEST = 80.0
_BAR = 1.1
"""The height of a bar, in sizes of the text."""
_SMALL_AIR = 0.4
_STRIPE = 0.9
_ON_PART = palette.LANES["backstage"].ink
"""The stripes of what is on its way."""
_FLAT_BLOCK = 190.0
"""A block of flat rows takes at least so much width."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A block of bars: the columns with their left edges, and the width of the names of rows."""

    paper: Paper
    lines: tuple[ShapeLine, ...]
    labels: float
    pitch: float
    heads: Heads
    is_flat: bool

    @property
    def width(self) -> float:
        """From the names of rows to the right edge of the last column."""
        return self.labels + sum(self.widths)

    @property
    def widths(self) -> list[float]:
        """The width of each column; one of totals holds more."""
        return [self.pitch * (_TOTAL if line.group else 1.0) for line in self.lines]

    @property
    def lefts(self) -> list[float]:
        """The left edge of each column, from that of the block."""
        return list(accumulate(self.widths[:-1], initial=self.labels))

    @property
    def middles(self) -> list[float]:
        """The middle of each column, from the left edge of the block."""
        return [left + width / 2 for left, width in zip(self.lefts, self.widths, strict=True)]


def add_bars(flow: Filling) -> None:
    """Put the rows of bars of a grid under what stands on its first sheet."""
    rows = [row for row in flow.grid.rows if row.look == "bars" and row.cells]
    if not rows:
        return
    heading = next((row for row in flow.grid.rows if row.look == "band" and not row.cells), None)
    if heading:
        flow.add(_heading(heading, flow), _ABOVE)
    used = {cell.column for cell in rows[0].cells}
    lines = tuple(line for line in flow.grid.columns if line.id in used)
    is_flat = len(rows) > _MOST_TALL
    side = min(2, max(1, int(flow.width / _FLAT_BLOCK))) if is_flat else 1
    width = (flow.width - (side - 1) * _BETWEEN) / side
    table = _table(flow.paper, rows, lines, width, is_flat=is_flat)
    named = [_name(row, table) for row in rows]
    heights = [_height(table, row, name) for row, name in zip(rows, named, strict=True)]
    head = table.heads.height + 1
    rooms = (flow.room - _UNDER - head, flow.room_of_next - head)
    counts = chunks(heights, rooms, len(rows), side)
    spare = rooms[0] - sum(heights)
    if len(counts) == 1 and rooms[0] < NEVER / 2 and not is_flat:
        more = min(max(0.0, spare - 2) / len(rows), 0.8 * max(heights))
        heights = [height + more for height in heights]
    at = 0
    for place in range(0, len(counts), side):
        blocks: list[_Rows] = []
        for n in counts[place : place + side]:
            blocks.append(_Rows(table, rows[at : at + n], named[at : at + n], heights[at : at + n]))
            at += n
        height = head + max(sum(block.heights) for block in blocks)
        flow.add(Flowable(height, _draw(blocks, width, head)), _UNDER)


def _heading(row: GridRow, flow: Filling) -> Flowable:
    """The name of what follows, and at the right what explains it."""
    paper = flow.paper
    name = one_line(row.words, paper.size("value"), bold=True, colour=palette.ACCENT)
    sub = one_line(row.sub, paper.size("content"), colour=palette.MUTED) if row.sub else None

    def draw(around: Frame, y: float) -> list[Shape]:
        shapes: list[Shape] = [name.at(around.left, y)]
        if sub:
            low = y + name.height - sub.height
            shapes.append(sub.at(around.right, low, anchor="end"))
        return shapes

    return Flowable(name.height, draw)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of bars under each other."""

    table: _Table
    rows: Sequence[GridRow]
    names: Sequence[Lettering]
    heights: Sequence[float]

    def draw(self, around: Frame, x: float, y: float, head: float) -> list[Shape]:
        """The block from its upper left corner."""
        table = self.table
        top = y + head
        middles = [x + middle for middle in table.middles]
        rule = Paint(stroke=palette.INK, width=0.5)
        right = x + table.width
        shapes = [*table.heads.draw(middles, top - 1), line(x, top, right, top, rule)]
        lines: list[float] = []
        at = top
        for row, name, height in zip(self.rows, self.names, self.heights, strict=True):
            shapes.append(self._row(around, row, name, (x, at), height))
            at += height
            lines.append(at)
        d = "".join(f"M{number(x)},{number(low)}H{number(right)}" for low in lines)
        return [*shapes, Stroke(d, palette.HAIRLINE)]

    def _row(
        self,
        around: Frame,
        row: GridRow,
        name: Lettering,
        corner: tuple[float, float],
        height: float,
    ) -> ShapeGroup:
        x, y = corner
        table = self.table
        shapes: list[Shape] = []
        if table.is_flat:
            shapes.append(name.centred(x, y + height / 2))
        else:
            top = y + (height - _least(table.paper)) / 2
            shapes.append(name.at(x, top))
            if row.sub:
                sub = lettering(
                    row.sub, table.labels - 2, table.paper.size("content"), colour=palette.MUTED
                )
                shapes.append(sub.at(x, top + name.height))
        places = {one.id: n for n, one in enumerate(table.lines)}
        draw: Callable[[Box, Paper, tuple[float, float, float, float]], ShapeGroup] = (
            _flat if table.is_flat else _tall
        )
        for cell in row.cells:
            place = places[cell.column]
            left, width = x + table.lefts[place], table.widths[place]
            where = (left, y, width, height)
            shapes += [draw(box, table.paper, where) for box in cell.boxes]
        return ShapeGroup(tuple(shapes), around.group_id(row.id), (("id", row.id),))


def _draw(blocks: Sequence[_Rows], width: float, head: float) -> Draw:
    def draw(around: Frame, y: float) -> list[Shape]:
        return [
            shape
            for n, block in enumerate(blocks)
            for shape in block.draw(around, around.left + n * (width + _BETWEEN), y, head)
        ]

    return draw


def _table(
    paper: Paper,
    rows: Sequence[GridRow],
    lines: tuple[ShapeLine, ...],
    width: float,
    *,
    is_flat: bool,
) -> _Table:
    size = paper.size("content")
    longest = max(one_line(row.words, size, bold=not is_flat).width for row in rows)
    words = [part for row in rows for part in row.words.shown.split(" ")]
    word = max(one_line(part, size, bold=not is_flat).width for part in words)
    labels = max(min(longest, width * 0.2), min(word, width * 0.4)) + 4
    shares = sum(_TOTAL if line.group else 1.0 for line in lines)
    pitch = min((width - labels) / shares, NEVER if is_flat else _WIDEST)
    bare = _Table(
        paper, lines, labels, pitch, Heads((), 0.0, is_turned=False, is_numbered=False), is_flat
    )
    made = heads(
        [line.words for line in lines],
        bare.widths,
        [width - middle for middle in bare.middles],
        paper,
    )
    return replace(bare, heads=made)


def _name(row: GridRow, table: _Table) -> Lettering:
    size = table.paper.size("content")
    is_bold = not table.is_flat or bool(row.tone)
    return lettering(row.words, table.labels - 2, size, bold=is_bold, is_name=True)


def _least(paper: Paper) -> float:
    """The least height of a tall row: a count, a bar, and what is not known."""
    size = paper.size("content")
    return 2 * one_line("1", size).leading + size * _BAR + 2 * _SMALL_AIR


def _height(table: _Table, row: GridRow, name: Lettering) -> float:
    if table.is_flat:
        return max(name.height + 0.4, table.paper.size("content") * 1.5)
    sub = lettering(row.sub, table.labels - 2, table.paper.size("content")).height if row.sub else 0
    return max(_least(table.paper), name.height + sub) + 0.7


def _split(box: Box) -> tuple[DrawnFact | None, list[DrawnFact], list[DrawnFact]]:
    """The count, the parts of the bar, and what stands below it."""
    count = next((fact for fact in box.facts if _state(fact) == "done"), None)
    parts = [fact for fact in box.facts if _state(fact) in _PARTS and fact.value]
    below = [fact for fact in box.facts if _state(fact) not in _PARTS]
    return count, parts, below


def _state(fact: DrawnFact) -> str:
    return fact.signs[0].value if fact.signs else ""


def _tall(box: Box, paper: Paper, place: tuple[float, float, float, float]) -> ShapeGroup:
    """A count, under it the bar, under that what is not known."""
    x, y, width, height = place
    size = paper.size("content")
    count, parts, below = _split(box)
    middle = x + width / 2
    top = y + (height - _least(paper)) / 2
    shapes: list[Shape] = []
    if count:
        words = one_line(count.words, size, bold=True)
        shapes.append(words.at(middle, top, fact=count.id, anchor="middle"))
        top += words.leading + _SMALL_AIR
    shapes += _bar(parts, count, (x + 1.5, top, width - 3, size * _BAR))
    top += size * _BAR + _SMALL_AIR
    words_ = [one_line(fact.words, size, colour=palette.MUTED) for fact in below]
    at = middle - (sum(one.width for one in words_) + 2.0 * (len(words_) - 1)) / 2
    for fact, words in zip(below, words_, strict=True):
        shapes.append(words.at(at, top, fact=fact.id))
        at += words.width + 2.0
    return ShapeGroup(tuple(shapes), data=(("id", box.id),))


def _flat(box: Box, paper: Paper, place: tuple[float, float, float, float]) -> ShapeGroup:
    """A count and what is not known on one line, over a thin bar."""
    x, y, width, height = place
    size = paper.size("content")
    count, parts, below = _split(box)
    shapes: list[Shape] = list(_bar(parts, count, (x + 1, y + height - 1.5, width - 2, 1.1)))
    middle = y + (height - 1.5) / 2
    if count:
        words = one_line(count.words, size)
        shapes.append(words.centred(x + 1, middle, fact=count.id))
    at = x + width - 1
    for fact in reversed(below):
        words = one_line(fact.words, size, colour=palette.MUTED)
        shapes.append(words.centred(at, middle, fact=fact.id, anchor="end"))
        at -= words.width + 1
    return ShapeGroup(tuple(shapes), data=(("id", box.id),))


def _bar(
    parts: Sequence[DrawnFact], count: DrawnFact | None, place: tuple[float, float, float, float]
) -> list[Shape]:
    """The parts of a whole in their shares; what is on its way is striped."""
    x, y, width, height = place
    whole = sum(fact.value or 0 for fact in parts)
    shapes: list[Shape] = []
    for fact in parts:
        wide = width * (fact.value or 0) / whole
        state = _state(fact)
        part: list[Shape] = [Rect(x, y, wide, height, Paint(palette.BARS[state]))]
        if state == "part":
            part.append(_stripes(x, y, wide, height))
        shapes += part if fact is count else [ShapeGroup(tuple(part), data=(("fact", fact.id),))]
        x += wide
    return shapes


def _stripes(x: float, y: float, width: float, height: float) -> Stroke:
    places = [x + _STRIPE / 2 + n * 2 * _STRIPE for n in range(int(width / (2 * _STRIPE)) + 1)]
    d = "".join(
        f"M{number(place)},{number(y)}v{number(height)}"
        for place in places
        if place + 0.2 < x + width
    )
    return Stroke(d, Paint(stroke=_ON_PART, width=0.35))
