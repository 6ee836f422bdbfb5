"""What stands over a sheet: kind, title, state, at most three fields, and a line on what it rests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.drawing import icons, palette
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Paint, Rect, Shape, line
from lumme_graph.drawing.title import title, titled
from lumme_graph.views.shapes import DrawnFact, Head

_SHEET = Label("Sheet {n}/{of}")
_AIR = 1.2
_EDGE = 10.0
"""Nothing stands nearer to the edge of the sheet."""
_PERSON = 5.0
"""The radius of the person's sign beside the field that says for whom."""
_WIDEST_FIELD = 190.0


class Header(NamedTuple):
    """The shapes of a header and where it ends."""

    shapes: tuple[Shape, ...]
    bottom: float


def header(head: Head, paper: Paper, left: float, right: float, sheet: tuple[int, int]) -> Header:
    """The header of sheet n of m: whole on the first, kind and title on those that follow."""
    shapes: list[Shape] = []
    y = max(_EDGE, paper.margin - 1)
    small = paper.size("kind")
    place = one_line(_numbered(head, sheet), small, colour=palette.MUTED)
    kind = _upper(head)
    name = lettering(kind, right - left - place.width - 4, small, bold=True, colour=palette.ACCENT)
    shapes += [name.at(left, y), place.at(right, y, anchor="end")]
    y += name.height + 0.4
    if head.sign and sheet[0] == 1:
        large = title(head, paper, (left, y + 2 * _AIR), right - left)
        shapes += large.shapes
        return _closed(head, paper, left, right, y + large.height + 4 * _AIR, shapes)
    plate = (
        one_line(head.state, paper.size("value"), bold=True, colour=palette.PAPER)
        if head.state and sheet[0] == 1
        else None
    )
    room = right - left - (plate.width + 12 if plate else 0)
    size = paper.size("title") if sheet[0] == 1 else paper.size("value")
    words = titled(head.title, room, size)
    shapes.append(words.at(left, y, fact="title"))
    if plate:
        middle = y + words.leading / 2
        box = Rect(
            right - plate.width - 7,
            middle - 3.6,
            plate.width + 7,
            7.2,
            Paint(fill=palette.ACCENT),
            1.4,
        )
        shapes += [
            box,
            plate.centred(right - plate.width / 2 - 3.5, middle, fact="state", anchor="middle"),
        ]
    y += words.height
    if sheet[0] == 1:
        drawn, y = _fields(head.fields, paper, left, right, y + _AIR)
        return _closed(head, paper, left, right, y, [*shapes, *drawn])
    y += _AIR
    shapes.append(line(left, y, right, y, palette.RULE))
    return Header(tuple(shapes), y)


def _closed(
    head: Head, paper: Paper, left: float, right: float, y: float, shapes: Sequence[Shape]
) -> Header:
    """A header with its note line and its rule."""
    notes: list[Shape] = []
    if note := made(head, paper, right - left):
        notes.append(note.at(left, y, fact=" ".join(fact.id for fact in head.made)))
        y += note.height
    y += _AIR
    return Header((*shapes, *notes, line(left, y, right, y, palette.RULE)), y)


def _relation(fact: DrawnFact) -> str:
    return next(sign.value for sign in fact.signs if sign.family == "person")


def _numbered(head: Head, sheet: tuple[int, int]) -> Said:
    return head.speak(_SHEET, n=sheet[0], of=sheet[1])


def _upper(head: Head) -> Said:
    return head.kind._replace(words=head.kind.words.upper())


def _fields(
    fields: tuple[DrawnFact, ...], paper: Paper, left: float, right: float, y: float
) -> tuple[list[Shape], float]:
    """The fields side by side, as wide as what they say asks for."""
    if not fields:
        return [], y
    shapes: list[Shape] = []
    x, bottom = left, y
    widths = _widths(fields, paper, right - left)
    for fact, width in zip(fields, widths, strict=True):
        indent = 0.0
        if any(sign.family == "person" for sign in fact.signs):
            shapes += icons.person(x + _PERSON, y + _PERSON, _PERSON, _relation(fact))
            indent = 2 * _PERSON + 3
            bottom = max(bottom, y + 2 * _PERSON)
        label = lettering(
            fact.label, width - indent - 6, paper.size("content"), colour=palette.MUTED
        )
        value = lettering(fact.words, width - indent - 6, paper.size("value"))
        shapes += [
            label.at(x + indent, y),
            value.at(x + indent, y + label.height, fact=fact.id),
        ]
        bottom = max(bottom, y + label.height + value.height)
        x += width
    return shapes, bottom + _AIR


def _widths(fields: tuple[DrawnFact, ...], paper: Paper, room: float) -> list[float]:
    """A share of the room for each field, by the length of its words; none too narrow to be read."""
    least = room / (len(fields) + 2)
    asked = [
        max(least, min(_WIDEST_FIELD, one_line(fact.words, paper.size("value")).width) + 20)
        for fact in fields
    ]
    widths = [width * room / sum(asked) for width in asked]
    if min(widths) >= least:
        return widths
    more = [width - least for width in asked]
    return [least + share * (room - least * len(fields)) / sum(more) for share in more]


def made(head: Head, paper: Paper, room: float) -> Lettering | None:
    """The line on what a drawing rests."""
    if not head.made:
        return None
    said = Said(" ".join(fact.words.shown for fact in head.made), head.speak.lang)
    return lettering(said, room, paper.size("note"), colour=palette.MUTED, note=True)
