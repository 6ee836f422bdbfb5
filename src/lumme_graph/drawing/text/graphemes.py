"""What a reader takes for one character: a letter with its accents, a flag, a joined emoji.

The rules are those of Unicode's annex 29, as far as the standard library knows the properties.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_JOINER: Final = "\u200d"
_NON_JOINER: Final = "\u200c"
_VIRAMA: Final = 9
_SARA_AM: Final = "\u0e33\u0eb3"
_PLAIN: Final = "\u0300"
"""Below it every character stands alone."""


def clusters(text: str) -> list[str]:
    r"""The characters of a text as a reader counts them.

    >>> [len(one) for one in clusters("a\u0308b👩\u200d👧🇫🇮")]
    [2, 1, 3, 2]
    """
    if not text or max(text) < _PLAIN:
        return list(text)
    found: list[str] = []
    for character in text:
        if found and _belongs(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(cluster: str, character: str) -> bool:
    """Does a character belong to the cluster before it?"""
    last = cluster[-1]
    return (
        _extends(character)
        or (last == _JOINER and unicodedata.category(character) == "So")
        or (unicodedata.combining(last) == _VIRAMA and character.isalpha())
        or (len(cluster) == 1 and is_flag_letter(last) and is_flag_letter(character))
        or _is_leading_vowel(last)
        or _is_in_syllable(last, character)
    )


def _extends(character: str) -> bool:
    return (
        unicodedata.category(character)[0] == "M"
        or character in (_JOINER, _NON_JOINER)
        or character in _SARA_AM
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def is_flag_letter(character: str) -> bool:
    """Is it one of the letters of which two make a flag?"""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_leading_vowel(character: str) -> bool:
    """Thai and Lao vowels that are written before their consonant."""
    return "\u0e40" <= character <= "\u0e44" or "\u0ec0" <= character <= "\u0ec4"


def _is_in_syllable(last: str, character: str) -> bool:
    """Korean syllables that are written as several letters."""
    is_open = "\u1100" <= last <= "\u11a7" or "\uac00" <= last <= "\ud7a3"
    is_first = "\u1100" <= character <= "\u115f"
    return (is_open or "\u11a8" <= last <= "\u11ff") and (
        "\u1160" <= character <= "\u11ff" or (is_first and "\u1100" <= last <= "\u115f")
    )
