"""Text into lines: at spaces first, inside a word only where it is wider than a whole line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lumme_graph.base.tags import serves

SOFT_HYPHEN = "\u00ad"
EXISTING = "-\u2010\u2013/.@"
VOWELS = frozenset("aeiouy")
FINNISH: Final = "fi"
CALM = 4
"""A shorter rest of a word looks lost on a line of its own."""

FEW = 3
"""So many letters at least stand on either side of a hyphen that no rule asks for."""
HYPHENATED = ("LATIN ", "GREEK ", "CYRILLIC ")

Measure = Callable[[str], float]
_SPACES = re.compile(r"[^\S\u00a0]+")
"""Where a line may end: at every space but the no-break one."""

End = Literal["space", "hyphen", "cut", "end"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and how it ends: at a space, at a hyphen that we added, cut, or for good."""

    text: str
    end: End


def wrap(text: str, width: float, measure: Measure, lang: str) -> tuple[Line, ...]:
    """Lines no wider than `width`; nothing is lost, and only hyphens are added.

    Only Finnish words are broken between syllables. In other languages, whose rules are not here, a
    word is broken at hyphens of its own, seen or soft; else, in scripts that know the hyphen, with one
    that leaves some letters on either side.
    """
    in_finnish = serves(lang, FINNISH)
    lines: list[Line] = []
    current = ""
    for word in filter(None, map(str.strip, _SPACES.split(text))):
        joined = f"{current} {_plain(word)}" if current else _plain(word)
        if measure(joined) <= width:
            current = joined
            continue
        if current:
            lines.append(Line(current, "space"))
        *heads, last = _broken(word, width, measure, in_finnish)
        lines += heads
        current = last.text
    return (*lines, Line(current, "end"))


def _plain(word: str) -> str:
    return word.replace(SOFT_HYPHEN, "")


def _broken(word: str, width: float, measure: Measure, in_finnish: bool) -> Iterator[Line]:
    """The pieces of a word that starts on a new line; the last one is open to what follows."""
    while (cut := _cut(word, width, measure)) < len(word):
        head, word = _head(word, cut, width, measure, in_finnish)
        if not word:
            yield Line(head.text, "end")
            return
        yield head
    yield Line(_plain(word), "end")


def _head(
    word: str, cut: int, width: float, measure: Measure, in_finnish: bool
) -> tuple[Line, str]:
    """The longest piece that fits, broken at the best kind of place up to where it must be cut."""
    last = min(cut + 1, len(word) - 1)
    kinds = (
        (_soft(word, last), "-"),
        (_existing(word, last), ""),
        (_syllables(word, last) if in_finnish else [], "-"),
        (_amid_letters(word, last), "-"),
    )
    for places, mark in kinds:
        for place in reversed(places):
            text = _plain(word[:place]) + mark
            if measure(text) <= width:
                return Line(text, "hyphen" if mark else "cut"), word[place:].removeprefix(
                    SOFT_HYPHEN
                )
    return Line(_plain(word[:cut]), "cut"), word[cut:]


def _soft(word: str, last: int) -> list[int]:
    return [i for i in range(1, last) if word[i] == SOFT_HYPHEN and _plain(word[:i])]


def _existing(word: str, last: int) -> list[int]:
    return _calm(word, [i + 1 for i in range(1, last) if word[i] in EXISTING])


def _syllables(word: str, last: int) -> list[int]:
    """Finnish places: before a consonant and a vowel, two letters or more on each side."""
    places = [
        i
        for i in range(2, last)
        if all(c.isalpha() for c in word[i - 2 : i + 2])
        and not _vowel(word[i])
        and _vowel(word[i + 1])
    ]
    return _calm(word, places)


def _amid_letters(word: str, last: int) -> list[int]:
    """Places with letters enough on both sides, of a script in which words are hyphenated."""
    return [
        i
        for i in range(FEW, min(last, len(word) - FEW + 1))
        if all(_takes_hyphens(letter) for letter in word[i - FEW : i + FEW])
    ]


def _takes_hyphens(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith(HYPHENATED)


def _calm(word: str, places: list[int]) -> list[int]:
    return sorted(places, key=lambda place: (len(word) - place >= CALM, place))


def _vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[0].lower() in VOWELS


def _cut(word: str, width: float, measure: Measure) -> int:
    """As many characters as fit, one at least, and no accent parted from its letter."""
    place = 1
    while place < len(word) and (
        unicodedata.combining(word[place]) or measure(_plain(word[: place + 1])) <= width
    ):
        place += 1
    return place
