"""The order of words in a list for people, by the alphabet of their language.

An alphabet says which letters come where, and which stand for themselves: Finnish ä follows z,
French é is an e with an accent. Of words that differ only in accents, the one without comes first.
Languages without an alphabet here use the Latin one and, for other scripts, that of Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from lumme_graph.base.shown import plain

_LATIN: Final = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_NORDIC: Final = f"{_LATIN} å ä ö"
_NORWEGIAN: Final = f"{_LATIN} æ ø å"
_ALPHABETS: Final = {
    "fi": _NORDIC,
    "sv": _NORDIC,
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "no": _NORWEGIAN,
    "da": _NORWEGIAN,
    "se": "a á b c č d đ e f g h i j k l m n ŋ o p q r s š t ŧ u v w x y z ž æ ø å ä ö",
    "et": "a b c d e f g h i j k l m n o p q r s š z ž t u v w õ ä ö ü x y",
    "cy": "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z",
}
_SIGN, _DIGIT, _LETTER, _OTHER = range(4)

Place = tuple[int, int, str]
"""Where a letter stands: signs, digits, letters of the alphabet, others; then which."""

Key = tuple[tuple[Place, ...], str, str]


@lru_cache(maxsize=8192)
def key(words: str, lang: str) -> Key:
    """What words are sorted by in a language.

    >>> sorted(["Öljy", "Émile", "Zeta", "Edit"], key=lambda word: key(word, "fi"))
    ['Edit', 'Émile', 'Zeta', 'Öljy']
    """
    places, letters = _alphabet(lang.lower().partition("-")[0])
    first: list[Place] = []
    accents = ""
    for letter in letters.findall(unicodedata.normalize("NFC", plain(words).casefold())):
        if letter in places:
            first.append((_LETTER, places[letter], ""))
        else:
            for sign in unicodedata.normalize("NFD", letter):
                if unicodedata.combining(sign):
                    accents += sign
                else:
                    first.append(_place(sign, places))
        accents += " "
    return tuple(first), accents, words


def initial(words: str, lang: str) -> str:
    """The letter under which words stand in a list; `#` for what begins with a digit or a sign.

    >>> initial("llyfr", "cy"), initial("Émile", "fi"), initial("3D", "en")
    ('LL', 'E', '#')
    """
    (kind, at, letter), *_ = key(words, lang)[0] or ((_SIGN, 0, ""),)
    if kind == _LETTER:
        letter = list(_alphabet(lang.lower().partition("-")[0])[0])[at]
    return letter.upper() if kind in {_LETTER, _OTHER} else "#"


def _place(letter: str, places: dict[str, int]) -> Place:
    if letter in places:
        return _LETTER, places[letter], ""
    if letter.isalpha():
        return _OTHER, 0, letter
    return (_DIGIT, 0, letter) if letter.isdecimal() else (_SIGN, 0, letter)


@cache
def _alphabet(lang: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """The place of each letter, and what finds the letters of a word, the longest first."""
    letters = _ALPHABETS.get(lang, _LATIN).split()
    longest = sorted((letter for letter in letters if len(letter) > 1), key=len, reverse=True)
    return dict(zip(letters, range(len(letters)), strict=True)), re.compile(
        "|".join([*longest, "."]), re.DOTALL
    )
