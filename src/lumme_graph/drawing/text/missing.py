"""Characters that no font has: they are told, and drawn as a code or a name, never as a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lumme_graph.drawing.text.fonts import Fonts, carried
from lumme_graph.drawing.text.graphemes import clusters, is_flag_letter

_FLAG = "REGIONAL INDICATOR SYMBOL LETTER "
_PICTURES = frozenset({"So", "Sk"})
_UNSEEN = frozenset({"Cf", "Zs", "Zl", "Zp"})


class MissingGlyphs(NamedTuple):
    """An element whose texts have characters that no font has."""

    element: str
    characters: str


def missing(text: str, fonts: Fonts | None = None) -> str:
    """The characters of a text that no font has, each once, in their order.

    >>> missing("Lumme 読書読")
    '読書'
    """
    known = fonts or carried()
    return "".join(dict.fromkeys(one for one in text if _is_missing(one, known)))


def all_missing(
    texts: Iterable[tuple[str, str]], fonts: Fonts | None = None
) -> tuple[MissingGlyphs, ...]:
    """The elements, of (id, text), that have such characters; each element once, in their order."""
    found: dict[str, str] = {}
    for element, text in texts:
        if characters := missing(text, fonts):
            found[element] = "".join(dict.fromkeys(found.get(element, "") + characters))
    return tuple(MissingGlyphs(element, characters) for element, characters in found.items())


def raster_text(text: str, fonts: Fonts | None = None) -> str:
    """The text as a PNG or a PDF says it: a letter without a glyph by its code, a picture by name.

    >>> raster_text("Lumme 読書 😀")
    'Lumme U+8AAD U+66F8 [grinning face]'
    """
    known = fonts or carried()
    if not missing(text, known):
        return text
    said = ""
    stood_in = False
    for piece, stands_in in _pieces(text, known):
        touches = (stood_in or stands_in) and said[-1:].strip() and piece[:1].strip()
        is_loose = (stands_in and stood_in) or said[-1:].isalnum() or piece[:1].isalnum()
        said += f" {piece}" if touches and is_loose else piece
        stood_in = stands_in
    return said


def _pieces(text: str, fonts: Fonts) -> Iterator[tuple[str, bool]]:
    """Parts of the text, and whether each stands in for what cannot be drawn."""
    for cluster in clusters(text):
        lacking = [one for one in cluster if _is_missing(one, fonts)]
        if not lacking:
            yield cluster, False
        elif any(unicodedata.category(one) in _PICTURES for one in lacking):
            yield _named(lacking), True
        else:
            if kept := "".join(one for one in cluster if one not in lacking).strip("\u200c\u200d"):
                yield kept, False
            yield from ((f"U+{ord(one):04X}", True) for one in lacking)


def _named(characters: list[str]) -> str:
    names = [unicodedata.name(one, f"U+{ord(one):04X}") for one in characters]
    if all(map(is_flag_letter, characters)):
        return f"[{''.join(name.removeprefix(_FLAG) for name in names)}]"
    return f"[{', '.join(name if name.startswith('U+') else name.lower() for name in names)}]"


def _is_missing(character: str, fonts: Fonts) -> bool:
    return not (
        " " <= character <= "~"
        or character.isspace()
        or unicodedata.category(character) in _UNSEEN
        or _is_selector(character)
        or fonts.has(character)
    )


def _is_selector(character: str) -> bool:
    """Chooses between forms of the character before it."""
    return (
        character == "\u034f"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )
