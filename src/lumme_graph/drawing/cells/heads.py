"""The names over columns: level where they fit, else turned; a name is never broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from lumme_graph.base.speaker import Said
from lumme_graph.drawing import palette
from lumme_graph.drawing.lettering import HALF_CAPITAL, Lettering, lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Shape, line

TURN = 40.0
"""How far names are turned, in degrees."""
LONGEST = 62.0
"""A turned name that is longer than this stands in the key, under its number."""
_SIN, _COS = sin(radians(TURN)), cos(radians(TURN))
_MOST_LINES = 3
_AIR = 1.2
_TICK = 1.6


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of columns: their height, and whether they are numbered for a key."""

    words: tuple[Lettering, ...]
    height: float
    is_turned: bool
    is_numbered: bool

    @property
    def is_level(self) -> bool:
        """Do the names stand level, in full?"""
        return not (self.is_turned or self.is_numbered)

    def draw(
        self, middles: Sequence[float], bottom: float, facts: Sequence[str] = ()
    ) -> list[Shape]:
        """The heads over the middles of their columns, down to `bottom`, and which facts they tell."""
        shapes: list[Shape] = []
        told = facts or [""] * len(middles)
        for words, x, fact in zip(self.words, middles, told, strict=True):
            if self.is_turned:
                shapes += _turned(words, x, bottom, fact)
            else:
                y = bottom - _AIR - words.height
                shapes.append(words.at(x, y, fact=fact, anchor="middle"))
        return shapes


def heads(
    names: Sequence[Said],
    widths: Sequence[float],
    overhangs: Sequence[float],
    paper: Paper,
    before: int = 0,
) -> Heads:
    """The heads of columns so wide; a turned one may reach as far as its overhang.

    `before` columns stand on other sheets: numbers begin after them.
    """
    size = paper.size("content")
    for is_bold in (True, False):
        level = [
            _level(name, width - 1, size, is_bold=is_bold)
            for name, width in zip(names, widths, strict=True)
        ]
        if all(level):
            words = tuple(one for one in level if one)
            height = max((one.height for one in words), default=0.0)
            return Heads(words, height + 2 * _AIR, is_turned=False, is_numbered=False)
    leading = one_line("x", size).leading
    if min(widths) * _SIN < leading * 0.95:
        return _numbers(before + 1, len(names), size)
    lines = max(1, min(2, int(min(widths) * _SIN / leading)))
    longest = [min(LONGEST, overhang / _COS) for overhang in overhangs]
    plain = [_fitting(name, long, lines, size) for name, long in zip(names, longest, strict=True)]
    is_numbered = not all(plain)
    if is_numbered:
        plain = [
            _fitting(_numbered(n, name), long, lines, size) or one_line(str(n), size)
            for n, (name, long) in enumerate(zip(names, longest, strict=True), before + 1)
        ]
    words = tuple(one for one in plain if one)
    height = max(one.width * _SIN + one.height * _COS for one in words)
    return Heads(words, height + _TICK + 1, is_turned=True, is_numbered=is_numbered)


def _numbers(first: int, n: int, size: float) -> Heads:
    """Numbers alone, where the columns are too narrow even for turned names."""
    words = tuple(one_line(str(number), size) for number in range(first, first + n))
    return Heads(words, words[0].height + 2 * _AIR, is_turned=False, is_numbered=True)


def _numbered(n: int, name: Said) -> Said:
    return name._replace(words=f"{n} {name.words}")


def _level(name: Said, width: float, size: float, *, is_bold: bool) -> Lettering | None:
    """A name on a few lines, none of its words broken; None where that does not fit."""
    if any(one_line(word, size, bold=is_bold).width > width for word in name.shown.split(" ")):
        return None
    words = lettering(name, width, size, bold=is_bold, is_name=True)
    return words if len(words.lines) <= _MOST_LINES else None


def _fitting(name: Said, longest: float, lines: int, size: float) -> Lettering | None:
    """A name on so many lines at most, as short as they can be."""
    whole = one_line(name, size)
    if lines == 1 or whole.width <= longest / 2:
        return whole if whole.width <= longest else None
    for part in (0.55, 0.65, 0.75, 0.9, 1.0):
        width = min(longest, whole.width * part)
        words = lettering(name, width, size, is_name=True)
        if len(words.lines) <= lines and words.width <= longest + 0.1:
            return words
    return None


def _turned(words: Lettering, x: float, bottom: float, fact: str) -> tuple[Shape, ...]:
    foot = bottom - _TICK - 0.6
    rest = words.height - words.leading
    half = words.size * HALF_CAPITAL
    start = x + half * _SIN - rest * _SIN / 2 + 0.3
    base = foot - rest * _COS
    y = base - words.leading / 2 - half
    tick = line(x, bottom - _TICK, x, bottom - 0.3, palette.HAIRLINE)
    return (words.at(start, y, fact=fact, turn=-TURN), tick)
