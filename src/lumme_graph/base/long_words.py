"""Runs of letters that are too long to be a word: no compound of any language comes near."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 100
"""Letters in a row. The longest compounds in use, Finnish or German, have about eighty."""

MAYBE: Final = re.compile(rf"(?<![^\s\0])[^\s\0]{{{LONGEST + 1},}}")
"""Found fast, and in every text in which there is a long word."""

LONG_WORD: Final = re.compile(
    rf"https?://[^\s\0]+|(?<![^\W\d_])(?:[^\W\d_][\u0300-\u036f]*){{{LONGEST + 1},}}"
)
"""What may be one, and addresses, which are none however long they are."""


def is_long_word(found: re.Match[str]) -> bool:
    """Is a match of `LONG_WORD` a word that is too long?

    An address is none, nor is a text in a script without capitals: such scripts have no spaces.
    """
    word = found[0]
    cased = sum(letter.lower() != letter.upper() for letter in word)
    return ":" not in word and 2 * cased > len(word)


def cut_long_words(text: str) -> str:
    """The text, its over-long words cut, with a mark.

    >>> cut_long_words(f"a {'b' * 2000} c") == f"a {'b' * 99}… c"
    True
    """
    return LONG_WORD.sub(_cut, text)


def _cut(found: re.Match[str]) -> str:
    return f"{found[0][: LONGEST - 1]}…" if is_long_word(found) else found[0]
