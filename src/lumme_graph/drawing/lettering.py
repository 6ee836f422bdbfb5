"""Wrapped text with its measured size: the bricks of everything that is laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf, isinf

from lumme_graph.base.speaker import Said
from lumme_graph.drawing import palette
from lumme_graph.drawing.scene import Anchor, Words
from lumme_graph.drawing.text.direction import Direction, direction
from lumme_graph.drawing.text.fonts import Fonts
from lumme_graph.drawing.text.metrics import fonts_set_in, measure
from lumme_graph.drawing.text.wrap import ROOM as WRAP_ROOM
from lumme_graph.drawing.text.wrap import longest, wrap

LEADING = 1.24
"""Distance of baselines, in sizes of the text."""
HALF_CAPITAL = 0.36
"""From the middle of a line down to its baseline, in sizes of the text."""
MOST_LETTERS = 8_000
MOST_LINES = 60
"""A text of more lines is not read in a picture; the table beside it holds it whole."""
ROOM = 1.1
"""Text is wrapped as if it were this much wider, so that another font does no harm."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines that fit a width, not yet placed."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    colour: str
    lang: str
    note: bool = False
    direction: Direction = "ltr"
    room: float = inf

    @property
    def leading(self) -> float:
        """Distance of baselines."""
        return self.size * LEADING

    @property
    def height(self) -> float:
        """Height of the lines with their leading."""
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        """Width of the longest line, with room for another font."""
        return ROOM * max(measure(line, self.size, self.bold) for line in self.lines)

    @property
    def snug(self) -> Lettering:
        """The same lines in no more room than they take: what runs to the left stands as near."""
        return replace(self, room=inf)

    def at(
        self, x: float, y: float, *, fact: str = "", anchor: Anchor = "start", turn: float = 0.0
    ) -> Words:
        """The text with the upper edge of its first line at y; turned about its baseline's start.

        What runs from right to left stands at the right of its room.
        """
        base = y + self.leading / 2 + self.size * HALF_CAPITAL
        if self.direction == "rtl" and anchor != "middle":
            if anchor == "start" and not turn:
                x += self.width if isinf(self.room) else self.room
            anchor = "end" if turn and anchor == "start" else "start"
        return Words(
            x,
            base,
            self.lines,
            self.size,
            self.leading,
            self.colour,
            self.lang,
            self.bold,
            anchor,
            fact,
            self.note,
            turn,
            self.direction,
        )

    def centred(self, x: float, y: float, *, fact: str = "", anchor: Anchor = "start") -> Words:
        """The text with the middle of its height at y."""
        return self.at(x, y - self.height / 2, fact=fact, anchor=anchor)


def lettering(
    said: Said | str,
    width: float,
    size: float,
    *,
    bold: bool = False,
    colour: str = palette.INK,
    note: bool = False,
    is_name: bool = False,
) -> Lettering:
    """Text wrapped so that it fits, even in a font that is a tenth wider.

    What stands in for another language says so and keeps its own. A proper name (`is_name`) is
    broken at spaces and hyphens only.
    """
    return _lettering(fonts_set_in(), said, width, size, bold, colour, note, is_name)


@lru_cache(maxsize=8192)
def _lettering(
    _fonts: Fonts | None,
    said: Said | str,
    width: float,
    size: float,
    bold: bool,
    colour: str,
    note: bool,
    is_name: bool,
) -> Lettering:
    text, lang = (said.shown, said.lang) if isinstance(said, Said) else (said, "")
    lines = wrap(text[:MOST_LETTERS], width * WRAP_ROOM / ROOM, size, bold, lang=lang, name=is_name)
    texts = tuple(one.text for one in lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        texts = (*texts[:-1], "…")
    return Lettering(texts, size, bold, colour, lang, note, direction(text), width)


def least_width(
    said: Said | str, size: float, *, bold: bool = False, is_name: bool = False
) -> float:
    """The width that the longest part of a text takes that is not to be broken."""
    text, lang = (said.shown, said.lang) if isinstance(said, Said) else (said, "")
    return longest(text, size, bold, lang=lang, name=is_name) * ROOM / WRAP_ROOM


def one_line(
    said: Said | str,
    size: float,
    *,
    bold: bool = False,
    colour: str = palette.INK,
    note: bool = False,
) -> Lettering:
    """Text on one line, as wide as it is."""
    return lettering(said, inf, size, bold=bold, colour=colour, note=note)
