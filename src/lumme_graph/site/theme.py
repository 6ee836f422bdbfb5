"""The network's own look of a site: a style sheet after the usual one, its font and its logo."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from lumme_graph.drawing.text.embedded import WIDELY, font_face, subset, weight_of
from lumme_graph.reports.html.tree import h
from lumme_graph.site.here import Here
from lumme_graph.views.brand import Brand, ThemeFile, brand_of

THEME_STYLE: Final = "assets/theme.css"

_GREYS: Final = ("ground", "ink", "soft", "line", "edge")
_HUED: Final = ("tint", "pad", "pad2")
_HUED_BY_NIGHT: Final = (*_HUED, "lake", "lake-ink", "link", "hero", "hero-ink", "hero-soft")
_RULES: Final = """\
.menu a[aria-current], .contents a[aria-current] { border-color: var(--link) }
.path .library .n { box-shadow: inset 0 0 0 2px var(--link) }
.asks a, .asks a:hover { background: none; border-color: currentColor }
.big input { border-color: var(--hero-ink) }
.big button { background: var(--hero-ink); color: var(--hero); border-inline-start: 3px solid var(--hero) }
.lily { display: none }
"""
"""What stands on surfaces of any colour, or in lines that must be seen."""
_LOGO: Final = """\
.brand .logo { box-sizing: content-box; flex: none; object-fit: contain }
@media (max-width: 36rem) { .brand .logo { max-width: 7rem; height: auto } }
@media (prefers-color-scheme: dark) { .brand .logo { background: #fff; padding: 4px; border-radius: 6px } }
"""
"""A logo is made for white."""
_WIDEST, _HIGHEST, _HIGHEST_TALL = 200.0, 44.0, 64.0
_TALL: Final = 0.8
_BLOCK: Final = re.compile(r":root \{([^}]*)\}")
_COLOUR: Final = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{3,6})\b")
_FACE: Final = re.compile(r"--(text-face|head-face): ([^;]+);")


class _Usual(NamedTuple):
    """What the usual style sheet says: its colours by day and by night, and its fonts."""

    day: dict[str, str]
    night: dict[str, str]
    faces: dict[str, str]


def theme_files(brand: Brand) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    """The files of a network's own look, by their addresses in the site."""
    yield THEME_STYLE, partial(theme_style, brand)
    for number, font in enumerate(brand.fonts):
        yield f"assets/{_font_name(number, font)}", partial(subset, font, WIDELY)
    if brand.logo:
        yield _logo_address(brand.logo), partial(bytes, brand.logo.content)


def theme_style(brand: Brand) -> str:
    """The style sheet; paper is as it ever was."""
    usual = _usual()
    day, night = _by_day(brand, usual.day), _by_night(brand, usual.night)
    parts = [
        *(
            font_face("own", weight_of(font), f"url({_font_name(number, font)})") + "\n"
            for number, font in enumerate(brand.fonts)
        ),
        *([f":root {{ {_faces(usual)} }}\n"] if brand.fonts else []),
        *([f"@media screen {{ :root {{ {_said(day)} }} }}\n"] if day else []),
        *([_RULES] if brand.surface else []),
        *(
            [f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_said(night)} }} }}\n"]
            if night
            else []
        ),
        *([_LOGO] if brand.logo else []),
    ]
    return "".join(parts)


def logo(here: Here) -> ET.Element | None:
    """The logo in the head of a page, in place of the mark."""
    brand = brand_of(here.graph)
    if brand is None or brand.logo is None:
        return None
    highest = _HIGHEST_TALL if brand.logo_ratio < _TALL else _HIGHEST
    wide, high = brand.logo_in(_WIDEST, highest)
    words = here.say(brand.logo_text).shown if brand.logo_text else ""
    return h(
        "img",
        src=here.to(_logo_address(brand.logo)),
        alt=words,
        width=str(round(wide)),
        height=str(round(high)),
        class_="logo",
    )


def _by_day(brand: Brand, usual: dict[str, str]) -> dict[str, str]:
    made = {name: brand.grey(usual[name]) for name in _GREYS if brand.is_grey_own}
    if brand.surface is None:
        return made
    made |= {name: brand.hued(usual[name]) for name in _HUED}
    ink = brand.on_surface(usual["lake-ink"], made["ink"])
    made |= {"lake": brand.surface, "lake-ink": ink, "link": brand.words("", made["tint"])}
    return made | {"hero": brand.surface, "hero-ink": ink, "hero-soft": ink}


def _by_night(brand: Brand, usual: dict[str, str]) -> dict[str, str]:
    greys = {name: brand.grey(usual[name]) for name in ("paper", *_GREYS) if brand.is_grey_own}
    hued = {name: brand.hued(usual[name]) for name in _HUED_BY_NIGHT if brand.surface}
    return hued | greys


def _faces(usual: _Usual) -> str:
    return "; ".join(f"--{name}: own, {faces}" for name, faces in usual.faces.items())


def _said(colours: dict[str, str]) -> str:
    return "; ".join(f"--{name}: {colour}" for name, colour in colours.items())


def _font_name(number: int, font: ThemeFile) -> str:
    return f"own-{number}{PurePosixPath(font.name).suffix.lower()}"


def _logo_address(file: ThemeFile) -> str:
    return f"assets/logo{PurePosixPath(file.name).suffix.lower()}"


@lru_cache(maxsize=1)
def _usual() -> _Usual:
    css = files("lumme_graph.site").joinpath("assets", "site.css").read_text(encoding="utf-8")
    day, night = (
        {name: _long(colour) for name, colour in _COLOUR.findall(block)}
        for block in _BLOCK.findall(css)[:2]
    )
    return _Usual(day, night, dict(_FACE.findall(css)))


def _long(colour: str) -> str:
    """The six digits of a colour with three.

    >>> _long("#fff"), _long("#16242f")
    ('#ffffff', '#16242f')
    """
    return colour if len(colour) == len("#rrggbb") else "#" + "".join(2 * c for c in colour[1:])
