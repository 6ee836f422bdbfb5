"""Text into lines: at spaces first, inside a word only where it is wider than a whole line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal

from lumme_graph.drawing.text.breaks import (
    HYPHEN,
    BreakPlace,
    Word,
    good_places,
    poor_places,
    word_of,
)
from lumme_graph.drawing.text.fonts import Fonts
from lumme_graph.drawing.text.joints import CALM, NO_JOINTS, Joints
from lumme_graph.drawing.text.metrics import Ems, ems
from lumme_graph.drawing.text.spaces import parts

ROOM: Final = 1.04
"""Lines are made as if text were this much wider, so that another font does no harm."""

End = Literal["space", "hyphen", "cut", "end"]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line, and how it ends: at a space, at a hyphen that we added, cut, or for good."""

    text: str
    end: End


def wrap(
    text: str,
    width: float,
    size: float,
    bold: bool = False,
    *,
    lang: str = "",
    words: Joints = NO_JOINTS,
    name: bool = False,
    fonts: Fonts | None = None,
) -> tuple[TextLine, ...]:
    r"""Lines no wider than `width`; nothing is lost, and only hyphens are added.

    A word wider than a line is broken at a soft hyphen, at a hyphen of its own, at a joint of a
    compound that `words` knows, between Finnish syllables in Finnish; where that does not help, by
    the patterns of its language, and else anywhere between two characters. A proper `name` is broken at spaces and soft hyphens only:
    its line may be too wide, which `longest` tells beforehand.

    >>> [line.text for line in wrap("kaukopalvelupyyntö 14 vrk", 68, 10, lang="fi")]
    ['kaukopalvelu-', 'pyyntö 14\xa0vrk']
    """
    table = ems(fonts, bold)
    limit = width / size / ROOM + 1e-9
    lines: list[TextLine] = []
    current, used = "", 0.0
    for part in parts(text):
        word = word_of(part.text)
        space = " " if part.spaced and current else ""
        needed = table.width(space + word.text)
        if used + needed <= limit:
            current, used = f"{current}{space}{word.text}", used + needed
            continue
        if current:
            lines.append(TextLine(current, "space" if part.spaced else "cut"))
        *heads, last = _Broken(word, limit, table).lines(lang, words, name=name)
        lines += heads
        current, used = last.text, table.width(last.text)
    return (*lines, TextLine(current, "end"))


def longest(
    text: str,
    size: float,
    bold: bool = False,
    *,
    lang: str = "",
    words: Joints = NO_JOINTS,
    name: bool = False,
    fonts: Fonts | None = None,
) -> float:
    """How wide a column must be so that nothing is broken where a reader stumbles.

    >>> longest("Hirvensalmi", 10, name=True) > longest("Hirvensalmi", 10, lang="fi")
    True
    """
    table = ems(fonts, bold)
    pieces = (
        piece
        for part in parts(text)
        for piece in _smallest(word_of(part.text), lang, words, name=name)
    )
    return max((table.width(piece) for piece in pieces), default=0.0) * size * ROOM


def _smallest(word: Word, lang: str, words: Joints, *, name: bool) -> Iterator[str]:
    """The pieces of a word if it is broken at each good place that leaves letters enough."""
    start = 0
    places = (place for group in good_places(word, lang, words, name=name) for place in group)
    for place in sorted(places):
        if place.at - start >= CALM:
            yield word.text[start : place.at] + place.mark
            start = place.at
    yield word.text[start:]


class _Broken:
    """A word that is wider than a line, and its lines."""

    def __init__(self, word: Word, limit: float, table: Ems) -> None:
        self._word, self._limit = word, limit
        self._ends = (0.0, *accumulate(table.of(word.text)))
        self._hyphen = table[HYPHEN]

    def lines(self, lang: str, words: Joints, *, name: bool) -> Iterator[TextLine]:
        """The pieces of the word, each on a line; the last one is open to what follows."""
        text, start = self._word.text, 0
        if self._ends[-1] > self._limit:
            good = good_places(self._word, lang, words, name=name)
            while self._ends[-1] - self._ends[start] > self._limit:
                place = self._best(good, start)
                if not name and (place is None or self._strands(place)):
                    place = self._calm(start, lang) or place
                place = place or self._next(good[0], start, lang, name=name)
                if place is None:
                    break
                end: End = "hyphen" if place.mark else "cut"
                yield TextLine(text[start : place.at] + place.mark, end)
                start = place.at
        yield TextLine(text[start:], "end")

    def _best(self, groups: Iterable[Sequence[BreakPlace]], start: int) -> BreakPlace | None:
        """The last place that fits, of the best group that has one."""
        fitting = (
            place
            for group in groups
            for place in reversed(group)
            if place.at > start and self._fits(place, start)
        )
        return next(fitting, None)

    def _calm(self, start: int, lang: str) -> BreakPlace | None:
        """The last place with four letters on each side, after which the rest can be set as well."""
        places = (place for group in poor_places(self._word, lang) for place in reversed(group))
        return next(
            (
                place
                for place in places
                if place.at > start
                and place.is_calm
                and self._fits(place, start)
                and not self._strands(place)
            ),
            None,
        )

    def _strands(self, place: BreakPlace) -> bool:
        """Is what follows a place too wide for a line, and too short to be broken calmly?"""
        rest = self._ends[-1] - self._ends[place.at]
        return rest > self._limit and len(self._word.text) - place.at < 2 * CALM

    def _next(
        self, soft: Sequence[BreakPlace], start: int, lang: str, *, name: bool
    ) -> BreakPlace | None:
        """A place of last resort; for a name, the next soft hyphen; else after one character."""
        if name:
            return next((place for place in soft if place.at > start), None)
        groups = poor_places(self._word, lang)
        after = (place for place in groups[-1] if place.at > start)
        return self._best(groups, start) or next(after, None)

    def _fits(self, place: BreakPlace, start: int) -> bool:
        width = self._ends[place.at] - self._ends[start] + len(place.mark) * self._hyphen
        return width <= self._limit and (not place.is_calm or place.at - start >= CALM)
