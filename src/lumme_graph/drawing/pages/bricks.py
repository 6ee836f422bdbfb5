"""The bricks of a page: each a box that is laid out in a width, ready to be placed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.frame import group_id
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Disc, Paint, Shape, ShapeGroup, moved
from lumme_graph.views.shapes import Box, DrawnFact, PageBlock, Sign

GUTTER = 3.0
"""Between two columns of one block."""
AIR = 0.6
"""Under each brick."""
_BULLET = 3.0
RADIUS = 1.9
"""Of a sign before words."""
_GAP = 1.6


class BoxShapes(NamedTuple):
    """The shapes of a box within a brick; those of no box have no id."""

    id: str
    shapes: tuple[Shape, ...]


class PageBrick(NamedTuple):
    """What stands together, laid out from (0, 0) on."""

    height: float
    parts: tuple[BoxShapes, ...]

    def draw(self, sheet: str, x: float, y: float) -> list[Shape]:
        """The brick on a sheet, from its upper left corner."""
        drawn: list[Shape] = []
        for id_, shapes in self.parts:
            placed = tuple(moved(shape, x, y) for shape in shapes)
            if id_:
                drawn.append(ShapeGroup(placed, group_id(sheet, id_), (("id", id_),)))
            else:
                drawn += placed
        return drawn


def heading(block: PageBlock, width: float, size: float) -> PageBrick:
    """What stands over a block: its name, and beside or under it what its note says."""
    said = lettering(block.words, width, size, bold=True, colour=palette.ACCENT)
    words = [said.at(0, 0)]
    height = said.height
    if block.note:
        note = lettering(block.note.words, width, size, colour=palette.MUTED)
        is_beside = len(said.lines) == len(note.lines) == 1 and said.width + note.width < width
        x, y = (said.width + 1.5, 0.0) if is_beside else (0.0, height)
        words.append(note.at(x, y, fact=block.note.id))
        height = max(height, y + note.height)
    return PageBrick(height + AIR, (BoxShapes("", tuple(words)),))


def brick(box: Box, width: float, paper: Paper) -> PageBrick:
    """A box as an entry of a list: its signs or a bullet, then its facts under each other."""
    standing = box.standing.value if box.standing else ""
    room = width - (signs.TAG + 1 if standing else 0)
    shapes: list[Shape] = []
    y = 0.0
    indent = _indent(box.facts[0])
    for number, fact in enumerate(box.facts):
        words = written(fact, room - indent, paper)
        tall = 0.0 if number else _tall(fact)
        height = max(words.height, tall, fact.room * words.leading)
        if number == 0:
            shapes += _lead(fact, max(tall, words.leading))
        shapes.append(words.at(indent, y + max(0.0, tall - words.height) / 2, fact=fact.id))
        y += height
    if standing:
        shapes += signs.tag(standing, width - signs.TAG, 0)
        y = max(y, signs.TAG)
    return PageBrick(y + AIR, (BoxShapes(box.id, tuple(shapes)),))


def written(fact: DrawnFact, room: float, paper: Paper) -> Lettering:
    """The words of a fact as its role asks for."""
    is_sub = fact.role in {"sub", "id"}
    colour = palette.HURT if fact.role == "gap" else palette.MUTED if is_sub else palette.INK
    return lettering(
        fact.words,
        room,
        paper.size("note" if fact.role == "id" else "content"),
        bold=fact.role in {"head", "gap"},
        colour=colour,
        note=fact.role == "id",
    )


def beside(bricks: Sequence[PageBrick], width: float) -> PageBrick:
    """Several bricks beside each other, each as wide as given."""
    parts = [
        BoxShapes(part.id, tuple(moved(shape, place * width, 0) for shape in part.shapes))
        for place, one in enumerate(bricks)
        for part in one.parts
    ]
    return PageBrick(max(one.height for one in bricks), tuple(parts))


def bricks(block: PageBlock, width: float, paper: Paper, columns: int = 1) -> list[PageBrick]:
    """The boxes of a block as bricks, in so many columns, row by row."""
    pitch = (width + GUTTER) / columns
    laid = [brick(box, pitch - GUTTER, paper) for box in block.boxes]
    if columns == 1:
        return laid
    return [beside(laid[i : i + columns], pitch) for i in range(0, len(laid), columns)]


def lead(sign: Sign, x: float, middle: float, radius: float = RADIUS) -> tuple[Shape, ...]:
    """A sign before words, from its left edge."""
    width, height = signs.PLATE
    if sign.family == "state":
        return signs.plate(sign.value, x, middle - height / 2, width, height)
    if sign.family == "standing":
        return signs.tag(sign.value, x, middle - signs.TAG / 2)
    radius = 0.9 if sign.family == "mark" else radius
    return signs.small(sign, x + radius, middle, radius)


def _indent(fact: DrawnFact) -> float:
    if fact.signs:
        return sum(wide(sign) for sign in fact.signs)
    if fact.role == "gap":
        return 2 * signs.RADIUS + _GAP
    return _BULLET if fact.role == "body" else 0.0


def _tall(fact: DrawnFact) -> float:
    return 2 * RADIUS if any(sign.family != "mark" for sign in fact.signs) else 0.0


def wide(sign: Sign, radius: float = RADIUS) -> float:
    """The room that a sign takes before words."""
    match sign.family:
        case "state":
            return signs.PLATE[0] + _GAP
        case "mark":
            return _BULLET
        case _:
            return 2 * radius + _GAP


def _lead(fact: DrawnFact, height: float) -> list[Shape]:
    """The signs before a fact; a bullet where it has none."""
    shapes: list[Shape] = []
    x, middle = 0.0, height / 2
    for sign in fact.signs:
        shapes += lead(sign, x, middle)
        x += wide(sign)
    if not fact.signs and fact.role == "gap":
        shapes += signs.state("gap", signs.RADIUS, middle, palette.HURT)
    elif not fact.signs and fact.role == "body":
        shapes.append(Disc(0.9, middle, 0.5, Paint(fill=palette.INK)))
    return shapes
