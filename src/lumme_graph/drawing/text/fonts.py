"""The fonts of drawings: the carried ones, those of the extra `fonts`, and those that somebody gives."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Final, cast

from lumme_graph.base.extras import need
from lumme_graph.base.given_list import listed
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.text.letter_forms import letter_forms_of
from lumme_graph.views.brand import Brand, ThemeFile

FAMILY: Final = "Lumme Sans"
"""The carried family: Latin, Greek, Cyrillic and Hebrew of Liberation Sans 2 under a free name."""

FAMILIES: Final = "Liberation Sans, Arial, Helvetica, Noto Sans, sans-serif"
"""What an SVG asks for: fonts of the same widths, then one that has nearly every script."""

EXTRA: Final = ("arabic", "devanagari", "khmer", "tamil", "telugu", "thai")
"""The scripts of Noto Sans that `pip install lumme-graph[fonts]` brings."""

BOLD = 700
CARRIED_FILES: Final = ("LummeSans-Regular.ttf", "LummeSans-Bold.ttf")
"""In the folder `fonts` of the package `drawing`."""

MAKER_UNITS = 2048
FAMILY_NAME, POSTSCRIPT_NAME, TYPOGRAPHIC_FAMILY = 1, 6, 16
"""Numbers of names within a font."""


class FontError(DrawError):
    """A file that was given as a font cannot be used as one."""


@dataclass(frozen=True, slots=True)
class Face:
    """One style of one family: how wide a character is in em, or None where it is not there."""

    family: str
    is_bold: bool
    advance: Callable[[str], float | None]
    advances: Callable[[str], list[float | None]] | None = None
    """The same for each letter of a word, where the font has a script that is written joined."""


class Fonts:
    """Fonts in the order in which a character is looked for: a network's own, then the carried ones.

    >>> Fonts().has("Ж"), Fonts().has("読")
    (True, False)
    """

    def __init__(self, given: Sequence[Path] = (), own: Sequence[ThemeFile] = ()) -> None:
        self.given, self.own = tuple(given), tuple(own)
        first = [face for file in self.own for face in _faces(*file)]
        read = [face for file in self.given for face in _faces(str(file), _bytes(file))]
        self.family = first[0].family if first else FAMILY
        self._faces = {
            bold: (*_by_style(first, bold), _carried(bold), *_by_style(read, bold))
            for bold in (False, True)
        }

    @contextmanager
    def on_disk(self) -> Generator[tuple[Path, ...]]:
        """The files of all but the carried ones, for programs that read fonts from files."""
        if not self.own:
            yield self.given
            return
        with TemporaryDirectory(prefix="lumme-") as made:
            folder = Path(made)
            files = [folder / f"{n}{PurePosixPath(f.name).suffix}" for n, f in enumerate(self.own)]
            for path, file in zip(files, self.own, strict=True):
                path.write_bytes(file.content)
            yield (*files, *self.given)

    def face(self, character: str, *, bold: bool = False) -> Face | None:
        """The first face that has a character; the wanted style goes before the other."""
        faces = self._faces[bold]
        return next((face for face in faces if face.advance(character) is not None), None)

    @property
    def is_joined(self) -> bool:
        """Is there a font of a script that is written joined?"""
        return any(face.advances for face in self._faces[False])

    def within(self, family: str, character: str, *, bold: bool = False) -> bool:
        """Does a family have the character?"""
        return any(
            face.family == family and face.advance(character) is not None
            for face in self._faces[bold]
        )

    def has(self, character: str) -> bool:
        """Does any of them have the character?"""
        return self.face(character) is not None


@cache
def carried() -> Fonts:
    """The fonts that are always there."""
    return Fonts()


def with_extra(given: Iterable[AnyPath] = ()) -> Fonts:
    """The carried fonts, the given ones, then those of the extra `fonts`, where it is installed."""
    packages = (find_spec(f"fontpkg_noto_sans_{script}") for script in EXTRA)
    folders = [Path(package.origin).parent for package in packages if package and package.origin]
    extra = [file for folder in folders for file in sorted(folder.glob("files/*.ttf"))]
    own = tuple(map(path_of, listed(given, "given")))
    return Fonts((*own, *extra)) if own or extra else carried()


def branded(brand: Brand | None, given: Fonts | None) -> Fonts:
    """The network's own fonts before the carried ones, and the given ones after them."""
    if brand is None or not brand.fonts:
        return given or carried()
    return _fonts_of(given.given if given else (), brand.fonts)


@lru_cache(maxsize=8)
def _fonts_of(given: tuple[Path, ...], own: tuple[ThemeFile, ...]) -> Fonts:
    return Fonts(given, own)


def _by_style(faces: Sequence[Face], bold: bool) -> list[Face]:
    return sorted(faces, key=lambda face: face.is_bold is not bold)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise FontError(f"{file} cannot be read: {error.strerror or error}") from error


@cache
def _carried(bold: bool) -> Face:
    text = files("lumme_graph.drawing").joinpath("fonts", "widths.json").read_text(encoding="utf-8")
    widths = cast("dict[str, tuple[int, int]]", json.loads(text))
    table = {character: pair[bold] / MAKER_UNITS for character, pair in widths.items()}
    return Face(FAMILY, bold, table.get)


def _faces(file: str, content: bytes) -> list[Face]:
    """The faces of a file: one, or a regular and a bold one of a font with an axis of weight."""
    need("fontTools")
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    try:
        font: Any = TTFont(BytesIO(content), fontNumber=0, lazy=True)
        is_bold = bool(font["OS/2"].usWeightClass >= BOLD)
        regular = _face(font, is_bold, {})
        axes = font["fvar"].axes if "fvar" in font else ()
        grows = any(axis.axisTag == "wght" and axis.maxValue >= BOLD for axis in axes)
        faces = [regular, _face(font, True, {"wght": BOLD})] if grows else [regular]
    except Exception as error:  # a broken file fails in the reader in any way
        raise FontError(
            f"{file} is not a font that can be used: give a .ttf, .otf or .ttc file"
        ) from error
    if font.flavor:
        raise FontError(f"{file} is a web font ({font.flavor}): give a .ttf, .otf or .ttc file")
    return faces


def _face(font: Any, is_bold: bool, location: dict[str, float]) -> Face:
    glyph_of: dict[int, str] = font.getBestCmap()
    glyphs: Any = font.getGlyphSet(location=location or None)
    units: int = font["head"].unitsPerEm

    forms = letter_forms_of(font)

    def width(glyph: str | None) -> float | None:
        return None if glyph is None else float(glyphs[glyph].width) / units

    @cache
    def advance(character: str) -> float | None:
        return width(glyph_of.get(ord(character)))

    def advances(text: str) -> list[float | None]:
        found = [glyph_of.get(ord(letter)) for letter in text]
        return list(map(width, forms.glyphs(text, found))) if forms else []

    return Face(_family_of(font), is_bold, advance, advances if forms else None)


def _family_of(font: Any) -> str:
    """The name of the family, as resvg has it; a font without one is none."""
    names = font["name"]
    if names.getDebugName(POSTSCRIPT_NAME) is None:
        raise ValueError("no name")
    return str(names.getDebugName(TYPOGRAPHIC_FAMILY) or names.getDebugName(FAMILY_NAME))
