"""What stands under a sheet: notes, the key to the signs in use, and the statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Image, Shape, ShapeGroup, line
from lumme_graph.views.shapes import DrawnFact, Head, Sign

_AIR = 1.4
_BETWEEN = 6.0
_ROW = 5.0
_LOGO_WIDE = 42.0
_LOGO_HIGH = 10.0
_BLANK = Label("Not entered: {what}")


class Footer(NamedTuple):
    """The shapes of a footer, from y = 0 on, and its height."""

    shapes: tuple[Shape, ...]
    height: float


def footer(
    head: Head,
    keys: Sequence[Sign],
    notes: Sequence[DrawnFact],
    paper: Paper,
    left: float,
    right: float,
) -> Footer:
    """The footer: only signs that are in use are explained."""
    shapes: list[Shape] = []
    y = 0.0
    for said, fact in _lines(head, notes):
        words = lettering(said, right - left, paper.size("content"))
        shapes.append(words.at(left, y, fact=fact))
        y += words.height + _AIR / 2
    y += _AIR / 2 if y else 0
    shapes.append(line(left, y, right, y, palette.HAIRLINE))
    y += _AIR
    logo, wide, deep = emblem(head, right, y, right - left)
    shapes += logo
    low, room = y + deep, right - left - wide
    shown, high = key_rows(keys, left, y, room, paper)
    shapes += shown
    y += high
    size = paper.size("note")
    if told := stated(head):
        words = lettering(told, room, size, colour=palette.MUTED, note=True)
        shapes.append(words.at(left, y + _AIR / 2, fact="statement"))
        y += _AIR / 2 + words.height
    return Footer(tuple(shapes), max(y, low))


def emblem(
    head: Head, right: float, y: float, room: float
) -> tuple[tuple[Shape, ...], float, float]:
    """The logo of the network up to an edge, and how much of the room and of the height it takes."""
    brand = head.brand
    if brand is None or brand.logo is None:
        return (), 0.0, 0.0
    wide, high = brand.logo_in(min(_LOGO_WIDE, room / 3), _LOGO_HIGH)
    image = Image(right - wide, y, wide, high, *brand.logo)
    title = head.speak(brand.logo_text).shown if brand.logo_text else ""
    return (ShapeGroup((image,), data=(("logo", ""),), title=title),), wide + _BETWEEN, high


def stated(head: Head) -> Said | None:
    """The statement and the name of the model, as they stand under every sheet."""
    told = [said for said in (head.statement, head.model) if said]
    return told[0]._replace(words=" · ".join(one.words for one in told)) if told else None


def key_rows(
    keys: Sequence[Sign], x: float, y: float, room: float, paper: Paper
) -> tuple[list[Shape], float]:
    """The signs with their words, as many beside each other as there is room for; their height."""
    shapes: list[Shape] = []
    top = y
    for row in _rows(keys, room, paper.size("note")):
        height = max(_ROW, *(words.height for _, words in row))
        left = x
        for sign, words in row:
            shapes.append(
                ShapeGroup(
                    (
                        *signs.key(sign, left, y + height / 2),
                        words.centred(left + signs.PLATE[0] + 1.4, y + height / 2),
                    ),
                    data=(("key", f"{sign.family}:{sign.value}"),),
                )
            )
            left += signs.PLATE[0] + 1.4 + words.width + _BETWEEN
        y += height
    return shapes, y - top


def _lines(head: Head, notes: Sequence[DrawnFact]) -> Iterator[tuple[Said, str]]:
    yield from ((fact.words, fact.id) for fact in notes)
    if head.blank:
        lang = head.speak(_BLANK, what="").lang
        names = (said.words if said.lang == lang else said.shown for said in head.blank)
        yield head.speak(_BLANK, what=", ".join(names)), "blank"


def _rows(keys: Sequence[Sign], room: float, size: float) -> Iterator[list[tuple[Sign, Lettering]]]:
    row: list[tuple[Sign, Lettering]] = []
    used = 0.0
    for sign in keys:
        words = lettering(sign.words, room - signs.PLATE[0] - 1.4, size, note=True)
        wide = signs.PLATE[0] + 1.4 + words.width
        if row and used + wide > room:
            yield row
            row, used = [], 0.0
        row.append((sign, words))
        used += wide + _BETWEEN
    if row:
        yield row
