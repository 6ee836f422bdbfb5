"""Room to fill in by hand: fields, cells with what is printed, places for notes, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lumme_graph.drawing import palette
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Paint, Rect, Shape, Stroke, line, polyline
from lumme_graph.drawing.steps.bricks import Brick, bricks, height, laid
from lumme_graph.drawing.steps.rows import RowName
from lumme_graph.views.shapes import Ask, Box, DrawnFact, Sign

NOTE: Final = 76.0
"""The side of a sticky note."""
PAD: Final = 2.0
_NOTE_ON: Final = "a3"
"""The paper that is large enough for sticky notes; on another it is written."""
_CORNER: Final = 5.0
_TICK: Final = 4.0
_FIELD: Final = {"a3": 22.0}
_FIELD_ELSEWHERE: Final = 16.0
_GAP: Final = 3.0
BORDER: Final = Paint(palette.PAPER, palette.HAIR, 0.35)
_MARK: Final = Paint(stroke=palette.MUTED, width=0.25)


def has_notes(paper: Paper) -> bool:
    """Is a sheet large enough for sticky notes?"""
    return paper.name == _NOTE_ON


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed of an answer, measured; below it there is room to write."""

    bricks: tuple[Brick, ...]

    @property
    def height(self) -> float:
        """What its words need with the air around them; nothing where nothing is printed."""
        return height(self.bricks) + 2 * PAD if self.bricks else 0.0

    def at(self, x: float, y: float) -> tuple[Shape, ...]:
        """The words from the upper left corner of the cell."""
        return laid(self.bricks, x + PAD, y + PAD)


def cell(ask: Ask, thing: Box, width: float, paper: Paper) -> Printed:
    """What is known of a thing already, of what is asked."""
    if ask.look in {"ticks", "dots", "curve"}:
        return Printed(())
    return Printed(tuple(bricks(ask.known(thing), width - 2 * PAD, paper)))


def name(ask: Ask, width: float, paper: Paper) -> RowName:
    """What is asked, and what explains it."""
    room = width - 2 * PAD
    size = paper.size("note")
    hint = lettering(ask.hint, room, size, colour=palette.MUTED, note=True) if ask.hint else None
    return RowName(lettering(ask.words, room, paper.size("content"), bold=True), hint)


def note(x: float, y: float, width: float, tall: float) -> Iterator[Shape]:
    """The corners of a place for a sticky note, in the middle of a cell that has room for one."""
    if width < NOTE or tall < NOTE:
        return
    left, top = x + (width - NOTE) / 2, y + (tall - NOTE) / 2
    for over, dx in ((left, 1), (left + NOTE, -1)):
        for up, dy in ((top, 1), (top + NOTE, -1)):
            ends = [(over, up + dy * _CORNER), (over, up), (over + dx * _CORNER, up)]
            yield Stroke(polyline(ends), _MARK)


def ticks(ask: Ask, thing: Box, x: float, y: float, width: float, paper: Paper) -> Iterator[Shape]:
    """Boxes to tick under each other; those of what is known are ticked."""
    known = {sign.value for fact in ask.known(thing) for sign in fact.signs}
    for choice, words in _choices(ask.choices, width, paper):
        middle = y + words.leading / 2
        top = middle - _TICK / 2
        yield Rect(x, top, _TICK, _TICK, Paint(palette.PAPER, palette.INK, 0.35), 0.4)
        if choice.value in known:
            cross = Paint(stroke=palette.INK, width=0.6)
            yield line(x + 0.8, top + 0.8, x + _TICK - 0.8, top + _TICK - 0.8, cross)
            yield line(x + 0.8, top + _TICK - 0.8, x + _TICK - 0.8, top + 0.8, cross)
        yield words.at(x + _TICK + 1.6, y)
        y += max(words.height, _TICK) + 2.4


def ticks_height(ask: Ask, width: float, paper: Paper) -> float:
    """What the boxes to tick need."""
    return sum(max(words.height, _TICK) + 2.4 for _, words in _choices(ask.choices, width, paper))


def _choices(
    choices: Sequence[Sign], width: float, paper: Paper
) -> Iterator[tuple[Sign, Lettering]]:
    room = width - _TICK - 1.6
    for choice in choices:
        yield choice, lettering(choice.words, room, paper.size("content"))


def dots(x: float, y: float, width: float, tall: float) -> Iterator[Shape]:
    """In the lower corner of a place for dots, the box for their sum."""
    wide, high = 13.0, 8.0
    left, top = x + width - wide - PAD, y + tall - high - PAD
    yield Rect(left, top, wide, high, Paint(palette.PAPER, palette.MUTED, 0.35), 0.8)
    yield one_line("=", 4.2, colour=palette.MUTED).centred(
        left - 2.6, top + high / 2, anchor="middle"
    )


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of the whole beside each other, measured."""

    cells: tuple[tuple[float, float, Lettering, tuple[Brick, ...]], ...]
    height: float

    def at(self, x: float, y: float) -> Iterator[Shape]:
        """The fields from their upper left corner."""
        for left, wide, label, words in self.cells:
            yield Rect(x + left, y, wide, self.height, BORDER, 1.2)
            yield label.at(x + left + PAD, y + PAD / 2)
            yield from laid(words, x + left + PAD, y + PAD / 2 + label.height + 0.4)


def fields(asked: Sequence[DrawnFact], width: float, paper: Paper) -> Fields:
    """The fields of a form, of one width; of the same height as the highest needs."""
    if not asked:
        return Fields((), 0.0)
    wide = (width - _GAP * (len(asked) - 1)) / len(asked)
    cells = tuple(
        (
            n * (wide + _GAP),
            wide,
            lettering(
                one.label, wide - 2 * PAD, paper.size("note"), colour=palette.MUTED, note=True
            ),
            tuple(bricks([one], wide - 2 * PAD, paper)) if one.words.words else (),
        )
        for n, one in enumerate(asked)
    )
    least = max(label.height + height(words) + PAD + 2 for _, _, label, words in cells)
    is_free = any(not words for _, _, _, words in cells)
    room = _FIELD.get(paper.name, _FIELD_ELSEWHERE) if is_free else 0.0
    return Fields(cells, max(least, room))
