"""Where a word may be broken, the best kind of place first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from lumme_graph.base.tags import serves
from lumme_graph.drawing.text.graphemes import clusters
from lumme_graph.drawing.text.joints import CALM, WORD, Joints
from lumme_graph.drawing.text.patterns import pattern_places

SOFT_HYPHEN: Final = "\u00ad"
HYPHEN: Final = "-"
FINNISH: Final = "fi"
OWN: Final = "-\u2010\u2013\u2014/.@_?&="
"""After these a word of letters, or an address, goes on in the next line without a mark."""

_VOWELS: Final = frozenset("aeiouy")
_HYPHENATED: Final = ("LATIN ", "GREEK ", "CYRILLIC ")
_UNBROKEN: Final = "\u00a0\u2007\u202f\u2060\u2011"
"""Spaces and signs that keep together what stands around them."""


class Word(NamedTuple):
    """A word, and before which of its letters its author has put a soft hyphen."""

    text: str
    soft: tuple[int, ...]


class BreakPlace(NamedTuple):
    """Where a word may be broken: before which letter, and with which mark."""

    at: int
    mark: str
    is_calm: bool
    """Only where four letters or more are in the piece that it ends."""


def word_of(text: str) -> Word:
    r"""The word without its soft hyphens, and where they were.

    >>> word_of("asia\u00adkas")
    Word(text='asiakas', soft=(4,))
    """
    if SOFT_HYPHEN not in text:
        return Word(text, ())
    parts = text.split(SOFT_HYPHEN)
    plain = "".join(parts)
    ends = accumulate(map(len, parts[:-1]))
    return Word(plain, tuple(dict.fromkeys(end for end in ends if 0 < end < len(plain))))


Group = tuple[BreakPlace, ...]


@lru_cache(maxsize=4096)
def good_places(word: Word, lang: str, joints: Joints, *, name: bool) -> tuple[Group, ...]:
    """The places at which a reader does not stumble, in groups, the best group first.

    A proper name has only those that its author has marked.
    """
    text = word.text
    soft = _hyphens(at for at in word.soft if _is_amid_letters(text, at))
    if name:
        return (soft,)
    own = tuple(BreakPlace(at, "", True) for at in _after_own_hyphens(text) if at >= CALM)
    runs = [
        (found.start(), found[0])
        for found in WORD.finditer(text)
        if len(found[0]) >= 2 * CALM and not joints.is_name(found[0])
    ]
    joined = _hyphens(start + at for start, run in runs for at in joints.places(run))
    if not serves(lang, FINNISH):
        return soft, own, joined
    return soft, own, joined, _hyphens(start + at for start, run in runs for at in _syllables(run))


@lru_cache(maxsize=1024)
def poor_places(word: Word, lang: str) -> tuple[Group, ...]:
    """The places of last resort, in groups; the last one has them all."""
    text = word.text
    own = [BreakPlace(at, "", False) for at in _after_own_hyphens(text)]
    marked = sorted([*_hyphens(word.soft, is_calm=False), *own])
    ends = list(accumulate(map(len, clusters(text))))[:-1]
    free = [at for at in ends if text[at - 1] not in _UNBROKEN and text[at] not in _UNBROKEN]
    letters = [at for at in free if _takes_hyphen(text, at)]
    calm = [at for at in letters if _is_amid_letters(text, at)]
    others = sorted(set(free).difference(letters))
    return (
        tuple(marked),
        _hyphens(sorted(_by_pattern(text, lang).intersection(calm))),
        _hyphens(calm),
        tuple(BreakPlace(at, "", False) for at in others),
        _hyphens(letters, is_calm=False),
        tuple(BreakPlace(at, "", False) for at in ends),
    )


def _by_pattern(text: str, lang: str) -> set[int]:
    return {
        found.start() + at for found in WORD.finditer(text) for at in pattern_places(found[0], lang)
    }


def _hyphens(places: Iterable[int], *, is_calm: bool = True) -> Group:
    return tuple(BreakPlace(at, HYPHEN, is_calm) for at in places)


def _after_own_hyphens(text: str) -> Iterator[int]:
    for at in range(2, len(text)):
        before, sign, after = text[at - 2], text[at - 1], text[at]
        is_number = before.isdigit() and after.isdigit() and sign in ".-"
        if sign in OWN and after not in OWN and not is_number:
            yield at


def _syllables(run: str) -> Iterator[int]:
    """Before a consonant and a vowel, four letters or more on each side."""
    vowels = [_is_vowel(letter) for letter in run]
    return (at for at in range(CALM, len(run) - CALM + 1) if not vowels[at] and vowels[at + 1])


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[0].lower() in _VOWELS


def _is_amid_letters(text: str, at: int) -> bool:
    """Are there four letters on each side, accents aside?"""
    before, after = text[max(0, at - 2 * CALM) : at], text[at : at + 2 * CALM]
    return _letters(reversed(before)) >= CALM and _letters(after) >= CALM


def _letters(characters: Iterable[str]) -> int:
    """How many letters there are up to the first character that is none."""
    count = 0
    for one in characters:
        if one.isalpha():
            count += 1
        elif not unicodedata.combining(one):
            break
    return count


def _takes_hyphen(text: str, at: int) -> bool:
    return all(
        letter.isalpha() and unicodedata.name(letter, "").startswith(_HYPHENATED)
        for letter in (_base(text, at), text[at])
    )


def _base(text: str, at: int) -> str:
    """The letter before a place, under its accents."""
    return next((one for one in text[at - 1 :: -1] if not unicodedata.combining(one)), "")
