"""Boxes under a heading, a few in a row, for what has no place in a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.cells.flow import Draw, Filling, Flowable
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Paint, Rect, Shape, ShapeGroup
from lumme_graph.views.shapes import Box, DrawnFact, GridRow

_BOX_GAP = 2.6
_BOX_INSET = 2.7
_BOX_LEAST = 60.0
_BOXES_ACROSS = 3


def add_boxes(flow: Filling, row: GridRow) -> None:
    """A heading, and the boxes of a list, a few in a row."""
    across = max(1, min(_BOXES_ACROSS, int(flow.width / _BOX_LEAST)))
    width = (flow.width - (across - 1) * _BOX_GAP) / across
    boxes = [_Box.of(box, width, flow.paper) for cell in row.cells for box in cell.boxes]
    rows = [boxes[n : n + across] for n in range(0, len(boxes), across)]
    name = one_line(row.words, flow.paper.size("value"), bold=True, colour=palette.ACCENT)
    for n, some in enumerate(rows):
        height = max(box.height for box in some)
        head = name if n == 0 else None
        piece = Flowable(
            height + (name.height + 1.4 if head else 0.0), _boxes(some, head, width, height)
        )
        flow.add(piece, 5.0 if head else _BOX_GAP)


@dataclass(frozen=True, slots=True)
class _Box:
    """A box laid out: the facts at its top, and the sign with its words at its bottom."""

    box: Box
    top: tuple[tuple[Lettering, str], ...]
    low: tuple[tuple[Lettering, DrawnFact], ...]

    @classmethod
    def of(cls, box: Box, width: float, paper: Paper) -> _Box:
        """A box of a width."""
        room = width - 2 * _BOX_INSET - (signs.TAG if box.standing else 0.0)
        signed = [fact for fact in box.facts if fact.signs]
        return cls(
            box,
            tuple(
                (label_words(fact, room, paper), fact.id) for fact in box.facts if not fact.signs
            ),
            tuple(
                (lettering(fact.words, room - signs.PLATE[0] - 2, paper.size("content")), fact)
                for fact in signed
            ),
        )

    @property
    def height(self) -> float:
        """The least height."""
        top = sum(words.height for words, _ in self.top)
        low = sum(max(words.height, signs.PLATE[1]) + 1.0 for words, _ in self.low)
        return top + low + 2 * _BOX_INSET

    def draw(self, around: Frame, x: float, y: float, size: tuple[float, float]) -> ShapeGroup:
        """The box from its upper left corner."""
        width, height = size
        standing = self.box.standing.value if self.box.standing else ""
        border = palette.BORDERS[standing]
        paint = Paint(palette.PAPER, border.stroke, border.width, border.dash)
        shapes: list[Shape] = [Rect(x, y, width, height, paint, 1.4)]
        at = y + _BOX_INSET
        for words, fact in self.top:
            shapes.append(words.at(x + _BOX_INSET, at, fact=fact))
            at += words.height
        at = y + height - _BOX_INSET
        for words, told in reversed(self.low):
            tall = max(words.height, signs.PLATE[1])
            at -= tall
            sign = told.signs[0]
            plate = signs.plate(sign.value, x + _BOX_INSET, at + (tall - 4.0) / 2, *signs.PLATE)
            left = x + _BOX_INSET + signs.PLATE[0] + 2
            shapes += [*plate, words.centred(left, at + tall / 2, fact=told.id)]
        if standing:
            shapes += signs.tag(standing, x + width - signs.TAG - 1.2, y + 1.2)
        return ShapeGroup(tuple(shapes), around.group_id(self.box.id), (("id", self.box.id),))


def _boxes(boxes: Sequence[_Box], head: Lettering | None, width: float, height: float) -> Draw:
    def draw(around: Frame, y: float) -> list[Shape]:
        shapes: list[Shape] = []
        if head:
            shapes.append(head.at(around.left, y))
            y += head.height + 1.4
        for n, box in enumerate(boxes):
            x = around.left + n * (width + _BOX_GAP)
            shapes.append(box.draw(around, x, y, (width, height)))
        return shapes

    return draw


def label_words(fact: DrawnFact, room: float, paper: Paper) -> Lettering:
    """What a fact says: bold where it is the name."""
    size = paper.size("content")
    if fact.role == "head":
        return lettering(fact.words, room, size, bold=True)
    return lettering(fact.words, room, size, colour=palette.MUTED)
