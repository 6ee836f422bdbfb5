"""Widths of text, from the advance widths of the fonts; kerning is left out, so they err wide."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from lumme_graph.drawing.text.fonts import Fonts, carried

ESTIMATE: Final = 1.0
"""The width in em of a character that no font here has; ideographs are just as wide."""

EMOJI: Final = 1.25
"""Pictures in the text are wider than letters, in the fonts that have them."""

_NO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
"""Marks that stand on the letter before them, and signs that only steer."""
_FIRST_EMOJI: Final = "\U0001f000"


def measure(text: str, size: float, bold: bool = False, *, fonts: Fonts | None = None) -> float:
    """The width of a line of text, in the unit of its size.

    >>> measure("ä", 10) == measure("a\u0308", 10)
    True
    >>> measure("読書", 10)
    20.0
    """
    return size * sum(map(ems(fonts, bold).__getitem__, text))


class Ems(dict[str, float]):
    """The width of each character in em, looked up once."""

    def __init__(self, fonts: Fonts, bold: bool) -> None:
        super().__init__()
        self._fonts, self._bold = fonts, bold

    def __missing__(self, character: str) -> float:
        width = self._width(character)
        self[character] = width
        return width

    def _width(self, character: str) -> float:
        if unicodedata.category(character) in _NO_WIDTH:
            return 0.0
        face = self._fonts.face(character, bold=self._bold)
        known = face.advance(character) if face else None
        if known is not None:
            return known
        is_picture = character >= _FIRST_EMOJI and unicodedata.category(character) == "So"
        return EMOJI if is_picture else ESTIMATE


@lru_cache(maxsize=16)
def _ems(fonts: Fonts, bold: bool) -> Ems:
    return Ems(fonts, bold)


def ems(fonts: Fonts | None, bold: bool) -> Ems:
    """The widths of one style of some fonts, or of the carried ones."""
    return _ems(fonts or carried(), bold)
