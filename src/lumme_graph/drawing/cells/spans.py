"""Spans of time as bars under years or months, and boxes for what has no place in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.cells.flow import NEVER, Draw, Filling, Flowable, chunks, room_width
from lumme_graph.drawing.cells.lists import add_boxes, label_words
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import ROOM, Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Paint, Rect, Scene, Shape, ShapeGroup, Stroke, number
from lumme_graph.views.shapes import Box, Grid, GridRow

_NATURAL = 396.0
_LEAST_COLUMN = 9.0
_ROW_AIR = 3.4
_MOST_SPARE = 6.0
"""A row of bars takes so much more height where there is room."""
_BAR = 6.4
_LEAST_BAR = 3.4
_BESIDE = 2.6
_WIDEST_LABEL = 0.42
"""A label takes no more than this share of the width."""
_APART = 2.4
"""Between two things on one line."""

_LabelLine: TypeAlias = tuple[tuple[Lettering, str], ...]
"""What stands beside each other, each with the address of its fact."""


def spans(grid: Grid, paper: Paper) -> list[Scene]:
    """The sheets of a calendar."""
    flow = _filled(grid, paper, 0.0)
    rows = sum(row.look == "spans" and bool(row.cells) for row in grid.rows)
    if len(flow.sheets) == 1 and rows and flow.room < NEVER / 2:
        flow = _filled(grid, paper, min(_MOST_SPARE, max(0.0, flow.room - 2) / rows))
    return flow.scenes()


def _filled(grid: Grid, paper: Paper, spare: float) -> Filling:
    """The sheets, each row of bars with so much height to spare."""
    flow = Filling(grid, paper, room_width(paper, _NATURAL))
    rows = [row for row in grid.rows if row.look == "spans" and row.cells]
    if rows:
        _add_rows(flow, rows, spare)
    for row in grid.rows:
        if row.look == "list" and row.cells:
            add_boxes(flow, row)
    return flow


@dataclass(frozen=True, slots=True)
class _Scale:
    """The columns of time: their names, and which of them are named."""

    names: tuple[Lettering, ...]
    pitch: float
    every: int

    @property
    def height(self) -> float:
        """The height of the names."""
        return max(name.height for name in self.names) + 2.0

    def draw(self, x: float, y: float, bottom: float) -> list[Shape]:
        """The names and the lines between the columns, down to a bottom."""
        top = y + self.height
        lines = [x + n * self.pitch for n in range(len(self.names) + 1)]
        d = "".join(f"M{number(at)},{number(top)}V{number(bottom)}" for at in lines)
        shapes: list[Shape] = [Stroke(d, palette.HAIRLINE)]
        for n in range(0, len(self.names), self.every):
            name = self.names[n]
            wide = min(self.every, len(self.names) - n) if self.every > 1 else 1
            middle = x + (n + wide / 2) * self.pitch if self.every == 1 else x + n * self.pitch
            shapes.append(name.at(middle, y, anchor="middle" if self.every == 1 else "start"))
        return shapes


def _scale(flow: Filling) -> _Scale:
    size = flow.paper.size("value")
    columns = flow.grid.columns
    pitch = flow.width / len(columns)
    names = tuple(
        lettering(line.words, max(pitch, 18.0) - 1, size, bold=True, colour=palette.MUTED)
        for line in columns
    )
    widest = max(name.width for name in names) + 2
    return _Scale(
        names, pitch, max(1, -(-int(widest) // max(1, int(pitch)))) if pitch < widest else 1
    )


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar with its label: where it stands, and what is written beside or under it."""

    row: GridRow
    box: Box
    ends: tuple[float, float, float, float]
    label: tuple[_LabelLine, ...]
    is_left: bool
    is_under: bool
    spare: float

    @property
    def words_width(self) -> float:
        """The width of the label."""
        return max(map(_line_width, self.label))

    @property
    def words_height(self) -> float:
        """The height of the label."""
        return sum(line[0][0].height for line in self.label)

    @property
    def height(self) -> float:
        """The height of its row."""
        if self.is_under:
            return _BAR + 1.0 + self.words_height + _ROW_AIR + self.spare
        return max(_BAR, self.words_height) + _ROW_AIR + self.spare

    def draw(self, around: Frame, y: float, height: float) -> ShapeGroup:
        """The bar and its label in a row from y on."""
        x = around.left
        first, sure, last_sure, last = (x + end for end in self.ends)
        top = y + _ROW_AIR / 2 if self.is_under else y + (height - _BAR) / 2
        shapes: list[Shape] = list(_painted(self.box.tone, (first, sure, last_sure, last), top))
        low = top + _BAR + 1.0 if self.is_under else y + (height - self.words_height) / 2
        tag = signs.TAG + 1.8 if self.box.standing else 0.0
        at = last + _BESIDE
        if self.is_left:
            at = first - _BESIDE - self.words_width - tag
        elif self.is_under:
            at = min(first, around.right - self.words_width - tag)
        wide = self.words_width + tag + 1.2
        plate = Rect(at - 0.6, low - 0.3, wide, self.words_height + 0.6, Paint(palette.PAPER))
        shapes.append(plate)
        for line in self.label:
            edge = at + self.words_width if self.is_left else at
            shapes += _written(line, edge, low, is_left=self.is_left)
            low += line[0][0].height
        if self.box.standing:
            first_line = self.label[0][0][0]
            beside = at + (self.words_width if self.is_left else first_line.width / ROOM)
            top = low - self.words_height + 0.2
            shapes += signs.tag(self.box.standing.value, beside + 1.4, top)
        return ShapeGroup(tuple(shapes), around.group_id(self.box.id), (("id", self.box.id),))


def _add_rows(flow: Filling, rows: Sequence[GridRow], spare: float) -> None:
    """The bars, on as many sheets as they take, each under the names of the columns."""
    scale = _scale(flow)
    bars = [_bar(flow, row, scale.pitch, spare) for row in rows]
    rooms = (flow.room - scale.height, flow.room_of_next - scale.height)
    at = 0
    for count in chunks([bar.height for bar in bars], rooms, len(bars), 1):
        flow.fresh()
        some = bars[at : at + count]
        height = scale.height + sum(bar.height for bar in some)
        flow.add(Flowable(height, _draw(scale, some)))
        at += count


def _draw(scale: _Scale, bars: Sequence[_Bar]) -> Draw:
    def draw(around: Frame, y: float) -> list[Shape]:
        at = y + scale.height
        rows: list[Shape] = []
        lines: list[float] = []
        for bar in bars:
            rows.append(bar.draw(around, at, bar.height))
            at += bar.height
            lines.append(at)
        d = "".join(f"M{number(around.left)},{number(low)}H{number(around.right)}" for low in lines)
        return [*scale.draw(around.left, y, at), Stroke(d, palette.HAIRLINE), *rows]

    return draw


def _bar(flow: Filling, row: GridRow, pitch: float, spare: float) -> _Bar:
    cell = row.cells[0]
    box = cell.boxes[0]
    place = next(n for n, line in enumerate(flow.grid.columns) if line.id == cell.column)
    first, sure, last_sure, last = ((place + end) * pitch for end in cell.ends or (0, 0, 1, 1))
    if last - first < _LEAST_BAR:
        is_sure = first == sure and last_sure == last
        last = min(max(last, first + _LEAST_BAR), flow.width)
        first = min(first, last - _LEAST_BAR)
        sure, last_sure = (first, last) if is_sure else (last, first)
    tag = signs.TAG + 1.8 if box.standing else 0.0
    right = flow.width - last - _BESIDE - tag - 1
    left = first - _BESIDE - tag - 1
    room = min(max(left, right), flow.width * _WIDEST_LABEL)
    is_under = room < flow.width * _WIDEST_LABEL / 2
    if is_under:
        room = flow.width - tag - 2
    label = _label(box, room, flow.paper)
    widest = max(map(_line_width, label))
    is_left = not is_under and widest > right
    return _Bar(row, box, (first, sure, last_sure, last), label, is_left, is_under, spare)


def _label(box: Box, room: float, paper: Paper) -> tuple[_LabelLine, ...]:
    """What a bar says: its name, and what follows beside each other where it fits on a line."""
    head, *rest = [(label_words(fact, room, paper).snug, fact.id) for fact in box.facts]
    together = tuple(rest)
    if rest and all(len(words.lines) == 1 for words, _ in rest) and _line_width(together) <= room:
        return (head,), together
    return (head,), *((one,) for one in rest)


def _line_width(line: _LabelLine) -> float:
    return sum(words.width for words, _ in line) + _APART * (len(line) - 1)


def _written(line: _LabelLine, x: float, y: float, *, is_left: bool) -> list[Shape]:
    """A line of a label from its left edge, or up to its right edge."""
    shapes: list[Shape] = []
    for words, fact in reversed(line) if is_left else line:
        shapes.append(words.at(x, y, fact=fact, anchor="end" if is_left else "start"))
        x += (-1 if is_left else 1) * (words.width + _APART)
    return shapes[::-1] if is_left else shapes


def _painted(tone: str, ends: tuple[float, float, float, float], y: float) -> list[Shape]:
    """A bar: filled where it was held, else dashed; lighter where it is not sure to reach."""
    first, sure, last_sure, last = ends
    if tone != "done":
        dashed = Paint(palette.PAPER, palette.ACCENT, 0.5, (1.6, 0.9))
        return [Rect(first, y, last - first, _BAR, dashed, 1.0)]
    if first == sure and last_sure == last:
        return [Rect(first, y, last - first, _BAR, Paint(palette.ACCENT), 1.0)]
    if sure > last_sure:
        sure = last_sure = (first + last) / 2
    return [
        *_faded(first, sure, y),
        *(
            [Rect(sure, y, last_sure - sure, _BAR, Paint(palette.ACCENT))]
            if last_sure > sure
            else []
        ),
        *_faded(last, last_sure, y),
    ]


def _faded(light: float, dark: float, y: float) -> list[Shape]:
    """From the edge that may not be reached, in steps, to where it is sure."""
    if light == dark:
        return []
    step = (dark - light) / len(palette.FADE)
    return [
        Rect(min(light + n * step, light + (n + 1) * step), y, abs(step), _BAR, Paint(colour))
        for n, colour in enumerate(palette.FADE)
    ]
