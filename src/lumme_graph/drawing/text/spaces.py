"""Parts of a text that a line may hold: parted at spaces, and between ideographs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from lumme_graph.drawing.text.graphemes import clusters

NO_BREAK: Final = "\u00a0"

_SPACES: Final = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""Where a line may end: at every space but the no-break ones."""

_UNITS: Final = (
    "%|‰|°C|°|€|\\$|£|kr|EUR|SEK|vrk|pv|vk|kk|v|h|t|min|s|d|km|m|cm|mm|kg|g|l|kpl|st|dygn|tim"
)
_NUMBER: Final = re.compile(
    rf"(?<=\d)[ ](?=(?:{_UNITS})(?!\w))|(?<=\d)[ ](?=\d{{3}}(?!\d))|(?<=[€$£§])[ ](?=\d)"
)
"""Between a number and its unit, within a long number, after a sign of money or section."""

_IDEOGRAPHS: Final = "\u2e80"
"""Below it nobody writes without spaces, but for the scripts whose words only a dictionary knows."""
_BREAK: Final = "\u200b"
_OPENING: Final = frozenset({"Ps", "Pi"})
_CLOSING: Final = frozenset({"Pe", "Pf", "Po", "Lm"})
_SMALL: Final = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー")


class Chunk(NamedTuple):
    """A part of a text, and whether a space stands before it."""

    text: str
    spaced: bool


def joined_numbers(text: str) -> str:
    r"""The text with no-break spaces inside its amounts.

    >>> joined_numbers("14 vrk, 12 345 €, 3 kirjaa")
    '14\xa0vrk, 12\xa0345\xa0€, 3 kirjaa'
    """
    return _NUMBER.sub(NO_BREAK, text) if " " in text else text


def parts(text: str) -> Iterator[Chunk]:
    """The parts of a text between which a line may end.

    >>> [part.text for part in parts("a b 図書「館」")]
    ['a', 'b', '図', '書', '「館」']
    """
    is_plain = not text or (max(text) < _IDEOGRAPHS and _BREAK not in text)
    for word in _SPACES.split(joined_numbers(text)):
        if not word:
            continue
        if is_plain:
            yield Chunk(word, True)
        else:
            first, *rest = _cut(word)
            yield Chunk(first, True)
            yield from (Chunk(piece, False) for piece in rest)


def _cut(word: str) -> list[str]:
    found: list[str] = []
    last = ""
    for cluster in clusters(word):
        if found and not _may_part(last, cluster):
            found[-1] += cluster
        else:
            found.append(cluster)
        last = cluster
    return found


def _may_part(last: str, following: str) -> bool:
    before, after = last[0], following[0]
    if before == _BREAK:
        return True
    return (
        (_is_ideograph(before) or _is_ideograph(after))
        and unicodedata.category(before) not in _OPENING
        and unicodedata.category(after) not in _CLOSING
        and after not in _SMALL
        and not after.isspace()
        and not before.isspace()
    )


def _is_ideograph(character: str) -> bool:
    """Is it a sign of a script that needs no spaces, or a picture? Korean has spaces."""
    return unicodedata.east_asian_width(character) in {"W", "F"} and not unicodedata.name(
        character, ""
    ).startswith("HANGUL")
