"""Widths of text, from the advance widths of the fonts; kerning is left out, so they err wide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Final

from lumme_graph.drawing.text.fonts import Fonts, carried

ESTIMATE: Final = 1.0
"""The width in em of a character that no font here has; ideographs are just as wide."""

EMOJI: Final = 1.25
"""Pictures in the text are wider than letters, in the fonts that have them."""

_SET_IN: ContextVar[Fonts | None] = ContextVar(
    "the fonts of the drawing in the making", default=None
)
"""Every text of a drawing is in one set of fonts; a hundred functions lay some of it out."""

_NO_WIDTH: Final = frozenset({"Mn", "Me", "Cf"})
"""Marks that stand on the letter before them, and signs that only steer."""
_FIRST_EMOJI: Final = "\U0001f000"
_JOINED: Final = re.compile("[\u0600-\u08ff\u200d]*[\u0620-\u08ff][\u0600-\u08ff\u200d]*")
"""Words in Arabic, Syriac and other letters that join."""


def measure(text: str, size: float, bold: bool = False, *, fonts: Fonts | None = None) -> float:
    """The width of a line of text, in the unit of its size.

    >>> measure("ä", 10) == measure("a\u0308", 10)
    True
    >>> measure("読書", 10)
    20.0
    """
    return size * ems(fonts, bold).width(text)


@contextmanager
def set_in(fonts: Fonts) -> Generator[None]:
    """Lay out, within, for some fonts; and for the carried ones where those are wider.

    So nothing overlaps either where a program does not show a network's own font.
    """
    token = _SET_IN.set(fonts)
    try:
        yield
    finally:
        _SET_IN.reset(token)


class Ems(dict[str, float]):
    """The width of each character in em, looked up once; as wide as in either, of two fonts."""

    def __init__(self, fonts: Fonts, bold: bool, other: Ems | None = None) -> None:
        super().__init__()
        self._fonts, self._bold, self._other = fonts, bold, other
        self._is_joined = fonts.is_joined

    def width(self, text: str) -> float:
        """The width of a line."""
        return sum(map(self.__getitem__, text) if self._is_loose(text) else self.of(text))

    def of(self, text: str) -> list[float]:
        """The width of each character of a line."""
        widths = [self[character] for character in text]
        if self._is_loose(text):
            return widths
        for found in _JOINED.finditer(text):
            face = self._fonts.face(found[0][0], bold=self._bold)
            if face and face.advances:
                for at, width in enumerate(face.advances(found[0]), found.start()):
                    is_mark = unicodedata.category(text[at]) in _NO_WIDTH
                    widths[at] = widths[at] if width is None or is_mark else width
        return widths

    def _is_loose(self, text: str) -> bool:
        """Does each character take its own room, whatever stands beside it?"""
        return not self._is_joined or text.isascii() or not _JOINED.search(text)

    def __missing__(self, character: str) -> float:
        width = self._width(character)
        if self._other is not None:
            width = max(width, self._other[character])
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


@lru_cache(maxsize=16)
def _roomy(fonts: Fonts, bold: bool) -> Ems:
    return Ems(fonts, bold, _ems(carried(), bold))


def fonts_set_in() -> Fonts | None:
    """The fonts of the drawing in the making, where they are not the carried ones alone."""
    return _SET_IN.get()


def ems(fonts: Fonts | None, bold: bool) -> Ems:
    """The widths of one style of some fonts; else of those of the drawing in the making."""
    if fonts is None and (own := _SET_IN.get()) is not None:
        return _roomy(own, bold)
    return _ems(fonts or carried(), bold)
