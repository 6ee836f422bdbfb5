"""Shades of a colour in OKLCH, where lightness, strength and hue can be changed one by one.

The numbers are those of Oklab's maker (Björn Ottosson, 2020) and of sRGB (IEC 61966-2-1).
"""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, cos, hypot, sin
from typing import Final

Rgb = tuple[float, float, float]
"""Red, green and blue as light, from 0 to 1."""

_Lch = tuple[float, float, float]

_LINEAR_BELOW: Final = 0.04045
_USUAL: Final = 0.0722
"""How strong the usual accent is, #1a4f6b."""
_STEPS: Final = 22
"""So many halvings find a colour to a hundredth of its 256 parts."""


def rgb_of(colour: str) -> Rgb:
    """A colour as light."""
    red, green, blue = (_light(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def hex_of(rgb: Rgb) -> str:
    """Light as a colour."""
    return "#" + "".join(f"{round(255 * _part(min(1.0, max(0.0, one)))):02x}" for one in rgb)


def luminance(rgb: Rgb) -> float:
    """How light it is, as WCAG measures it."""
    red, green, blue = rgb
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def moved(colour: str, fits: Callable[[Rgb], bool]) -> str:
    """The lightest of a colour's darker shades that fits."""
    lightness, chroma, hue = _lch(rgb_of(colour))
    return _lightest(lightness, chroma, hue, fits)


def in_hue_of(
    colour: str, wish: str, most: float, fits: Callable[[Rgb], bool], *, is_dark: bool
) -> str:
    """A colour in the hue of a wish: the nearest shade that fits, from below if dark, else above."""
    _, chroma, _ = _lch(rgb_of(colour))
    _, strength, hue = _lch(rgb_of(wish))
    wanted = chroma * min(most, strength / _USUAL)
    if is_dark:
        return _lightest(1.0, wanted, hue, fits)
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if fits(_within(middle, wanted, hue)) else (middle, high)
    return hex_of(_within(high, wanted, hue))


def _lightest(most: float, chroma: float, hue: float, fits: Callable[[Rgb], bool]) -> str:
    low, high = 0.0, most
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(_within(middle, chroma, hue)) else (low, middle)
    return hex_of(_within(low, chroma, hue))


def _within(lightness: float, chroma: float, hue: float) -> Rgb:
    """The strongest colour of a lightness and hue that screens have, up to a strength."""
    found = _rgb((lightness, chroma, hue))
    if _is_there(found):
        return found
    low, high = 0.0, chroma
    for _ in range(_STEPS):
        middle = (low + high) / 2
        is_there = _is_there(_rgb((lightness, middle, hue)))
        low, high = (middle, high) if is_there else (low, middle)
    return _rgb((lightness, low, hue))


def _is_there(rgb: Rgb) -> bool:
    return all(-1e-6 <= one <= 1 + 1e-6 for one in rgb)  # noqa: PLR2004 - the last bits


def _light(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)


def _part(light: float) -> float:
    return 12.92 * light if light <= _LINEAR_BELOW / 12.92 else 1.055 * light ** (1 / 2.4) - 0.055


def _lch(rgb: Rgb) -> _Lch:
    red, green, blue = rgb
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    mid = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * mid - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * mid + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * mid - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def _rgb(lch: _Lch) -> Rgb:
    lightness, chroma, hue = lch
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    mid = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * mid + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * mid - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * mid + 1.7076147010 * short,
    )
