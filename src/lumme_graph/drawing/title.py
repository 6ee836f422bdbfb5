"""A title with its large sign at the left, and what the fields of the head say under it."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.base.speaker import Said
from lumme_graph.drawing import icons, palette
from lumme_graph.drawing.lettering import Lettering, least_width, lettering
from lumme_graph.drawing.paper import Paper, Style
from lumme_graph.drawing.scene import Paint, Rect, Shape, ShapeGroup
from lumme_graph.views.shapes import DrawnFact, Head, Sign

_AIR = 0.8


class LargeTitle(NamedTuple):
    """The shapes of a title, and its height."""

    shapes: tuple[Shape, ...]
    height: float


def title(
    head: Head,
    paper: Paper,
    place: tuple[float, float],
    width: float,
    *,
    name: Said | None = None,
    style: Style = "name",
    side: float = 21.0,
) -> LargeTitle:
    """The title from its upper left corner; the sign is `side` wide and high.

    A field that has a sign of its own is told by the large sign, not written.
    """
    x, y = place
    left, room = x, width
    shapes: list[Shape] = []
    if head.sign:
        told = tuple(("fact", fact.id) for fact in head.fields if fact.signs)
        shapes.append(
            ShapeGroup(_sign(head.sign, x, y, side), data=told, title=head.sign.words.shown)
        )
        left, room = x + side + side / 5, width - side - side / 5
    lines = [
        (titled(name or head.title, room, paper.size(style)), "title"),
        *((_field(fact, room, paper), fact.id) for fact in head.fields if not fact.signs),
    ]
    high = sum(words.height for words, _ in lines) + _AIR * (len(lines) - 1)
    down = y + max(0.0, (side - high) / 2)
    for words, fact in lines:
        shapes.append(words.at(left, down, fact=fact))
        down += words.height + _AIR
    return LargeTitle(tuple(shapes), max(side if head.sign else 0.0, high))


def titled(said: Said, room: float, size: float) -> Lettering:
    """The words of a title: its names are broken only where one is wider than the room."""
    is_name = least_width(said, size, bold=True, is_name=True) <= room
    return lettering(said, room, size, bold=True, is_name=is_name)


def _field(fact: DrawnFact, room: float, paper: Paper) -> Lettering:
    is_head, is_sub = fact.role == "head", fact.role == "sub"
    colour = palette.ACCENT if is_head else palette.MUTED if is_sub else palette.INK
    size = paper.size("note" if is_sub else "content")
    return lettering(fact.words, room, size, bold=is_head, colour=colour, note=is_sub)


def _sign(sign: Sign, x: float, y: float, side: float) -> tuple[Shape, ...]:
    """The sign: persons stand in their circle, anything else on a plate."""
    if sign.family == "person":
        return icons.person(x + side / 2, y + side / 2, side / 2, sign.value)
    inner = side * 0.7
    return (
        Rect(x, y, side, side, Paint(fill=palette.LABEL), 2),
        icons.icon(sign.value, x + (side - inner) / 2, y + (side - inner) / 2, inner),
    )
