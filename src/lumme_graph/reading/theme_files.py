"""The files of a theme: fonts and logos, of which each is what its name says."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from lumme_graph.base.finding import Finding, Place
from lumme_graph.base.label import Label
from lumme_graph.elements.theme import FOLDER, FONT_FORMS, LOGO_FORMS
from lumme_graph.reading.faults import REFUSED_PICTURE, UNREADABLE
from lumme_graph.reading.pictures import refused

_FONTS: Final = {b"\0\1\0\0", b"OTTO", b"true"}
_WEB_FONTS: Final = {b"wOFF", b"wOF2"}
_NO_FONT: Final = Label("it is no font in the form that its name says")
_WEB_FONT: Final = Label("it is a font for the web alone")
_MOST: Final = 256 * 1024
_LARGE: Final = Label("it has more than 256 KiB, and would stand in every drawing")
_PIXELS: Final = 4_000_000
_WIDE: Final = Label("it has more than 4 million pixels")
_SMALLER: Final = Label("save the logo smaller")
_GIVE_FONT: Final = Label("give the .ttf or .otf file of the font")


def is_of_theme(name: str) -> bool:
    """Does a file's name say that it is a font or a logo of a theme?

    >>> is_of_theme("theme/logo.svg"), is_of_theme("theme/OFL.txt"), is_of_theme("logo.svg")
    (True, False, False)
    """
    suffix = PurePosixPath(name).suffix.lower()
    return name.startswith(FOLDER) and suffix in {*FONT_FORMS, *LOGO_FORMS}


def flaw(name: str, content: bytes, place: Place) -> Finding | None:
    """What is wrong with a file of a theme, if anything is."""
    if PurePosixPath(name).suffix.lower() in FONT_FORMS:
        if content[:4] in _FONTS:
            return None
        why = _WEB_FONT if content[:4] in _WEB_FONTS else _NO_FONT
        return UNREADABLE.at(place, why=why, how=_GIVE_FONT)
    if len(content) > _MOST:
        return UNREADABLE.at(place, why=_LARGE, how=_SMALLER)
    if _pixels(content) > _PIXELS:
        return UNREADABLE.at(place, why=_WIDE, how=_SMALLER)
    found = refused(name, content)
    return found and REFUSED_PICTURE.at(Place(place.file, found.line, found.column), why=found.why)


def _pixels(content: bytes) -> int:
    """How many a PNG says that it has, in the first chunk that each begins with."""
    if content[12:16] != b"IHDR":
        return 0
    return int.from_bytes(content[16:20], "big") * int.from_bytes(content[20:24], "big")
