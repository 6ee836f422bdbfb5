"""A box as a card: its facts under each other, its number, its border by standing."""

from __future__ import annotations

from dataclasses import dataclass

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper, Style
from lumme_graph.drawing.scene import Disc, Paint, Rect, Shape, ShapeGroup
from lumme_graph.views.shapes import Box, DrawnFact, FactRole

PAD = 2.6
"""From the border to the text."""
_AIR = 1.1
"""Between two facts."""
_NUMBER = 2.9
"""The radius of the disc with the number."""
_SMALL = 2.1
"""Half the side of an icon or a face before its words."""


@dataclass(frozen=True, slots=True)
class _Entry:
    fact: DrawnFact
    words: Lettering
    indent: float
    height: float


@dataclass(frozen=True, slots=True)
class Card:
    """A box that is laid out in a width: how high it is, and how it is drawn."""

    box: Box
    width: float
    height: float
    entries: tuple[_Entry, ...]

    def draw(
        self,
        around: Frame,
        x: float,
        y: float,
        height: float | None = None,
        *,
        is_centred: bool = False,
    ) -> ShapeGroup:
        """The card from its upper left corner; what it tells is centred in a greater height.

        Facts without a sign stand in the middle of the width too where the card `is_centred`.
        """
        high = height or self.height
        paint = border(self.box)
        radius = 1.6
        shapes: list[Shape] = [Rect(x, y, self.width, high, paint, radius)]
        if self.box.standing:
            shapes += signs.tag(self.box.standing.value, x + self.width - signs.TAG - 1.4, y + 1.4)
        down = y + (high - self.height) / 2 + PAD
        left = x + PAD
        if self.box.number is not None:
            shapes += _number(self.box.number, left + _NUMBER, down + _NUMBER)
            left += 2 * _NUMBER + 2
        for entry in self.entries:
            middle = x + self.width / 2 if is_centred and not entry.indent else None
            shapes += _drawn(entry, left, down, middle)
            down += entry.height + _AIR
        return ShapeGroup(tuple(shapes), around.group_id(self.box.id), (("id", self.box.id),))


def card(box: Box, width: float, paper: Paper, head: Style = "step") -> Card:
    """A box laid out in a width; `head` is the style of its main words."""
    room = width - 2 * PAD - (2 * _NUMBER + 2 if box.number is not None else 0)
    entries: list[_Entry] = []
    for fact in box.facts:
        beside = signs.TAG + 1 if box.standing and not entries else 0
        entries.append(_entry(fact, room - beside, paper, head))
    inner = sum(entry.height for entry in entries) + _AIR * max(0, len(entries) - 1)
    least = 2 * _NUMBER if box.number is not None else 0
    return Card(box, width, max(inner, least) + 2 * PAD, tuple(entries))


def is_gap(box: Box) -> bool:
    """Does a box stand for what is missing?"""
    return bool(box.facts) and all(fact.role == "gap" for fact in box.facts)


def border(box: Box) -> Paint:
    """The fill and border of a box: by its tone, its standing, or as a gap."""
    if is_gap(box):
        return Paint(palette.PAPER, *_line(palette.GAP_BORDER))
    fill = palette.LANES[box.tone].fill if box.tone in palette.LANES else palette.PAPER
    return Paint(fill, *_line(palette.BORDERS[box.standing.value if box.standing else ""]))


def _line(paint: Paint) -> tuple[str | None, float, tuple[float, ...]]:
    return paint.stroke, paint.width, paint.dash


def _entry(fact: DrawnFact, room: float, paper: Paper, head: Style) -> _Entry:
    indent = sum(_wide(sign.family) for sign in fact.signs)
    if fact.role == "gap" and not fact.signs:
        indent = 2 * signs.RADIUS + 1.6
    style: Style = head if fact.role == "head" else "note" if fact.role == "id" else "content"
    words = lettering(
        fact.words,
        room - indent,
        paper.size(style),
        bold=fact.role in {"head", "gap"},
        colour=_colour(fact.role),
        note=fact.role == "id",
    )
    height = max(words.height, 2 * _SMALL if fact.signs else 0, fact.room * words.leading)
    return _Entry(fact, words, indent, height)


def _colour(role: FactRole) -> str:
    match role:
        case "gap":
            return palette.HURT
        case "sub" | "id":
            return palette.MUTED
        case _:
            return palette.INK


def _wide(family: str) -> float:
    return signs.PLATE[0] + 1.6 if family == "state" else 2 * _SMALL + 1.6


def _drawn(entry: _Entry, x: float, y: float, centre: float | None) -> list[Shape]:
    middle = (
        y
        + min(entry.height, entry.words.leading if len(entry.words.lines) > 1 else entry.height) / 2
    )
    shapes: list[Shape] = []
    if entry.fact.role == "gap" and not entry.fact.signs:
        shapes += signs.state("gap", x + signs.RADIUS, middle, palette.HURT)
    left = x
    for sign in entry.fact.signs:
        if sign.family == "state":
            width, height = signs.PLATE
            shapes += signs.plate(sign.value, left, middle - height / 2, width, height)
        else:
            shapes += signs.small(sign, left + _SMALL, middle, _SMALL)
        left += _wide(sign.family)
    top = y + (entry.height - entry.words.height) / 2 if len(entry.words.lines) == 1 else y
    if centre is None:
        shapes.append(entry.words.at(x + entry.indent, top, fact=entry.fact.id))
    else:
        shapes.append(entry.words.at(centre, top, fact=entry.fact.id, anchor="middle"))
    return shapes


def _number(number: int, x: float, y: float) -> tuple[Shape, ...]:
    words = lettering(str(number), 99, 3.5, bold=True, colour=palette.PAPER)
    return (Disc(x, y, _NUMBER, Paint(fill=palette.ACCENT)), words.centred(x, y, anchor="middle"))
