"""How a network shows itself, ready to be put on: its colours worked out, its files at hand."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import NamedTuple
from xml.etree import ElementTree as ET

from lumme_graph.base.colour import in_hue, ink_on, legible
from lumme_graph.base.text import Text
from lumme_graph.elements.theme import Theme
from lumme_graph.graph.service_graph import ServiceGraph

_PNG_SIZE = struct.Struct(">16xII")


class ThemeFile(NamedTuple):
    """A font or a logo: its name, and what is in it."""

    name: str
    content: bytes


class Brand(NamedTuple):
    """A theme with its files; without a colour the usual ones stay."""

    theme: Theme
    fonts: tuple[ThemeFile, ...] = ()
    logo: ThemeFile | None = None
    logo_text: Text | None = None

    @property
    def surface(self) -> str | None:
        """The colour of surfaces, as it is."""
        return self.theme.brand or self.theme.accent

    @property
    def accent(self) -> str | None:
        """The colour that words, lines and links are to have, as far as they can be read in it."""
        return self.theme.accent or self.theme.brand

    @property
    def is_grey_own(self) -> bool:
        """Have its greys a hue of the network?"""
        return bool(self.theme.neutral or self.accent)

    def words(self, usual: str, ground: str) -> str:
        """What words in the network's colour are written in on a ground, in place of the usual."""
        return legible(self.accent, ground) if self.accent else usual

    def on_surface(self, usual: str, ink: str) -> str:
        """What words on a surface are written in: white or the ink, or black if neither can be read."""
        return ink_on(self.surface, ink) if self.surface else usual

    def hued(self, usual: str) -> str:
        """A usual colour in the hue of the network; what could be read on it still can."""
        return in_hue(usual, self.accent) if self.accent else usual

    def grey(self, usual: str) -> str:
        """A usual grey in the hue of the network's greys."""
        wish = self.theme.neutral or self.accent
        return in_hue(usual, wish, 1.0) if wish else usual

    @property
    def logo_ratio(self) -> float:
        """How many times as wide as high the logo is."""
        return _ratio(self.logo) if self.logo else 1.0

    def logo_in(self, width: float, height: float) -> tuple[float, float]:
        """The largest size of the logo within a width and a height."""
        wide = min(width, height * self.logo_ratio)
        return wide, wide / self.logo_ratio


def brand_of(graph: ServiceGraph) -> Brand | None:
    """How the network of a graph shows itself; None where its theme says nothing."""
    theme = graph.settings.theme
    if theme == Theme():
        return None
    there = graph.theme_files
    fonts = tuple(ThemeFile(name, there[name]) for name in theme.font if name in there)
    logo = ThemeFile(theme.logo, there[theme.logo]) if theme.logo and theme.logo in there else None
    network = graph.get(graph.settings.network)
    named = network.name if network else graph.settings.name
    return Brand(theme, fonts, logo, theme.logo_text or named)


@lru_cache(maxsize=8)
def _ratio(logo: ThemeFile) -> float:
    """Width by height of a PNG or an SVG; of an SVG that does not say it, as of a square."""
    if logo.name.lower().endswith(".png"):
        wide, high = _PNG_SIZE.unpack_from(logo.content.ljust(_PNG_SIZE.size, b"\0"))
        return _bounded(float(wide), float(high))
    root = ET.fromstring(logo.content)  # noqa: S314 - looked through when it was read
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        if len(box) == len(("x", "y", "width", "height")):
            return _bounded(float(box[2]), float(box[3]))
        return _bounded(_length(root.get("width", "")), _length(root.get("height", "")))
    except ValueError:
        return 1.0


def _length(said: str) -> float:
    return float(said.strip().rstrip("abcdefghijklmnopqrstuvwxyz"))


def _bounded(wide: float, high: float) -> float:
    """A ratio that can be drawn, whatever the file says."""
    is_there = 0 < wide < float("inf") and 0 < high < float("inf")
    return min(20.0, max(0.05, wide / high)) if is_there else 1.0
