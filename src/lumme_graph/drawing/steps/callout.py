"""The strip under a curve that tells of its lowest point, and points up at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lumme_graph.drawing import palette
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Paint, Rect, Shape, ShapeGroup, Stroke, polyline
from lumme_graph.drawing.steps.columns import StepColumn
from lumme_graph.drawing.steps.rows import PAD, RowName, SheetOf, row_name
from lumme_graph.views.shapes import Box, DrawnFact, GridRow

HEIGHT = 15.5
_HEAD = 0.24
"""The share of the strip that its head takes at most."""
_SIDE = 3.0
_MARK = 6.0
_TIP = 2.6
_LEAST_FIELD = 26.0


@dataclass(frozen=True, slots=True)
class CalloutField:
    """A label and the words under it, at an x of the strip."""

    fact: str
    label: Lettering
    words: Lettering
    x: float

    @property
    def height(self) -> float:
        """What both need."""
        return self.label.height + self.words.height

    def at(self, x: float, y: float) -> tuple[Shape, Shape]:
        """Both, in a strip whose left edge is at x."""
        words = self.words.at(x + self.x, y + self.label.height, fact=self.fact)
        return (self.label.at(x + self.x, y), words)


@dataclass(frozen=True, slots=True)
class Callout:
    """The strip, measured; it points at the middle of a column."""

    name: RowName
    box: Box
    column: StepColumn
    head: CalloutField
    head_width: float
    fields: tuple[CalloutField, ...]

    @property
    def least(self) -> float:
        """Its least height."""
        most = max(field.height for field in (self.head, *self.fields))
        return max(HEIGHT, self.name.height, most + 2 * PAD)

    def draw(self, sheet: SheetOf, y: float) -> Iterator[Shape]:
        """The strip from y on, its tip above."""
        x, right, height = sheet.left, sheet.frame.right, self.least
        yield from self.name.at(sheet.frame.left, y, height)
        middle = self.column.middle
        tip = [(middle - _TIP, y + 0.2), (middle, y - _TIP), (middle + _TIP, y + 0.2)]
        border = Paint(fill=palette.HURT_PALE, stroke=palette.HURT, width=0.6)
        dark = Paint(fill=palette.HURT)
        shapes: list[Shape] = [
            Stroke(polyline(tip, close=True), dark),
            Rect(x, y, right - x, height, border, 1.2),
            Rect(x, y, self.head_width, height, dark, 1.2),
            *self.head.at(x, y + (height - self.head.height) / 2),
            *_mark(
                x + _SIDE + 1.6, y + (height - self.head.height) / 2 + self.head.label.leading / 2
            ),
        ]
        for field in self.fields:
            shapes += field.at(x, y + PAD)
        name = sheet.frame.group_id(f"callout.{self.box.id}")
        yield ShapeGroup(tuple(shapes), name, (("id", self.box.id),))


def callout(row: GridRow, sheet: SheetOf) -> Callout | None:
    """The strip of a row, on the sheet that shows the column at which it points."""
    paper = sheet.frame.paper
    columns = {column.line.id: column for column in sheet.columns}
    for cell in row.cells:
        if column := columns.get(cell.column):
            box = cell.boxes[0]
            room = sheet.frame.right - sheet.left
            head, width = _head(box.facts[0], room * _HEAD, paper)
            fields = tuple(_fields(box.facts[1:], width, room, paper))
            return Callout(row_name(row, paper), box, column, head, width, fields)
    return None


def _head(fact: DrawnFact, most: float, paper: Paper) -> tuple[CalloutField, float]:
    room = most - 2 * _SIDE - _MARK
    label = lettering(fact.label, room, paper.size("value"), bold=True, colour=palette.PAPER)
    words = lettering(fact.words, room, paper.size("content"), colour=palette.PAPER)
    width = max(label.width, words.width) + 2 * _SIDE + _MARK
    return CalloutField(fact.id, label, words, _SIDE + _MARK), width


def _fields(
    facts: tuple[DrawnFact, ...], left: float, room: float, paper: Paper
) -> Iterator[CalloutField]:
    """The facts side by side; a long one gets more of the room."""
    size = paper.size("content")
    asked = [_LEAST_FIELD + one_line(fact.words, size, bold=True).width ** 0.75 for fact in facts]
    share = (room - left - _SIDE) / sum(asked) if asked else 0.0
    x = left + _SIDE
    for fact, wide in zip(facts, asked, strict=True):
        width = wide * share
        yield CalloutField(
            fact.id,
            lettering(fact.label, width - _SIDE, size, colour=palette.MUTED),
            lettering(fact.words, width - _SIDE, size, bold=True),
            x,
        )
        x += width


def _mark(x: float, y: float) -> tuple[Shape, ...]:
    down = [(x - 1.7, y - 1.4), (x + 1.7, y - 1.4), (x, y + 1.6)]
    return (Stroke(polyline(down, close=True), Paint(fill=palette.PAPER)),)
