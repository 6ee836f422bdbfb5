"""Wrapped text with its measured height: the bricks of cards, header and footer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lumme_graph.base.long_words import cut_long_words
from lumme_graph.base.speaker import Said
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.scene import Anchor, TextShape
from lumme_graph.drawing.text.metrics import measure
from lumme_graph.drawing.text.wrap import ROOM, wrap

MOST_LINES = 60
"""A text of more lines is not read in a picture."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that fit a width, not yet placed."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    colour: str
    lang: str

    @property
    def leading(self) -> float:
        """Distance of baselines."""
        return self.size * theme.LEADING

    @property
    def height(self) -> float:
        """Height of the lines with their leading."""
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        """Width of the longest line, with room for another font."""
        return theme.ROOM * max(measure(line, self.size, self.bold) for line in self.lines)

    def at(self, x: float, y: float, *, fact: str = "", anchor: Anchor = "start") -> TextShape:
        """The text with the upper edge of its first line at y."""
        base = y + self.leading / 2 + self.size * theme.HALF_CAPITAL
        return TextShape(
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
        )


@lru_cache(maxsize=4096)
def block(
    text: str,
    width: float,
    lang: str,
    *,
    size: float = theme.CONTENT,
    bold: bool = False,
    colour: str = theme.INK,
) -> Block:
    """Text wrapped so that it fits, even in a font that is a tenth wider.

    Over-long words and texts are cut, with a mark: a picture has its bounds.
    """
    wrapped = wrap(cut_long_words(text), width * ROOM / theme.ROOM, size, bold, lang=lang)
    lines = tuple(line.text for line in wrapped)
    if len(lines) > MOST_LINES:
        lines = (*lines[: MOST_LINES - 1], "…")
    return Block(lines, size, bold, colour, lang)


def said_block(
    said: Said,
    width: float,
    *,
    size: float = theme.CONTENT,
    bold: bool = False,
    colour: str = theme.INK,
) -> Block:
    """What is said, in its own language and marked where that is not the wanted one."""
    return block(said.shown, width, said.lang, size=size, bold=bold, colour=colour)
