"""A network's own font within an SVG: the letters that are in it, and no others."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import Any, Final, NamedTuple

from lumme_graph.drawing.text.fonts import BOLD, FontError
from lumme_graph.views.brand import ThemeFile

WIDELY: Final = "".join(
    chr(code)
    for first, last in (
        (0x20, 0x17F), (0x218, 0x21B), (0x2BB, 0x2BD), (0x300, 0x52F), (0x5D0, 0x5EA),
        (0x1E00, 0x1EFF), (0x2010, 0x2044), (0x20A0, 0x20BF), (0x2116, 0x2122), (0x2190, 0x2193),
        (0x2212, 0x2212),
    )
    for code in range(first, last + 1)
)  # fmt: skip
"""What pages may hold: Latin, Greek, Cyrillic and Hebrew letters, signs of money, arrows."""

_KEPT: Final = frozenset(
    (
        "GlyphOrder", "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "name", "post", "glyf", "loca",
        "CFF ", "CFF2", "VORG", "GSUB", "GPOS", "GDEF", "kern", "fvar", "avar", "gvar", "HVAR",
        "MVAR", "STAT",
    )
)  # fmt: skip
"""The tables of letters, and of where they stand."""


class FontRule(NamedTuple):
    """The name under which a page or a drawing has a font, and the CSS that gives it."""

    family: str
    css: str


def embedded(fonts: tuple[ThemeFile, ...], texts: Iterable[str]) -> FontRule:
    """The fonts with the letters of some texts, as a style sheet that fetches nothing.

    The name is of these letters alone, so that drawings in one page do not take each other's.
    """
    letters = "".join(sorted(set("".join(texts))))
    parts = [subset(font, letters) for font in fonts]
    family = f"own-{hashlib.blake2b(b''.join(parts), digest_size=4).hexdigest()}"
    sources = [f"url(data:font/sfnt;base64,{b64encode(part).decode()})" for part in parts]
    rules = (
        font_face(family, weight_of(font), source)
        for font, source in zip(fonts, sources, strict=True)
    )
    return FontRule(family, "".join(rules))


def font_face(family: str, weight: str, source: str) -> str:
    """The rule that gives a font a name."""
    return f'@font-face{{font-family:"{family}";font-weight:{weight};src:{source}}}'


@lru_cache(maxsize=16)
def weight_of(font: ThemeFile) -> str:
    """How bold a font is in CSS; from and to, where that can be chosen."""
    read = _read(font)
    for axis in read["fvar"].axes if "fvar" in read else ():
        if axis.axisTag == "wght":
            return f"{axis.minValue:.0f} {axis.maxValue:.0f}"
    return "700" if read["OS/2"].usWeightClass >= BOLD else "400"


@lru_cache(maxsize=256)
def subset(font: ThemeFile, letters: str) -> bytes:
    """The font with some letters alone; the same bytes every time."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]

    read = _read(font)
    options = Options(hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 6, 13, 14])
    for table in set(read.keys()) - _KEPT:
        del read[table]
    made: Any = Subsetter(options)
    made.populate(text=letters)
    out = BytesIO()
    try:
        made.subset(read)
        read.save(out, reorderTables=True)
    except Exception as error:  # a broken font fails in any way
        raise FontError(f"{font.name} is not a font that can be used: {error}") from error
    return out.getvalue()


def _read(font: ThemeFile) -> Any:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    return TTFont(BytesIO(font.content), recalcTimestamp=False, recalcBBoxes=False, lazy=False)
