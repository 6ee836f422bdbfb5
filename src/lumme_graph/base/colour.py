"""Colours as a model writes them, and what can be read on what by WCAG 2.2."""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import Annotated, Final

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from lumme_graph.base.shades import Rgb, hex_of, in_hue_of, luminance, moved, rgb_of

WORDS: Final = 4.5
"""The contrast that WCAG (AA) asks of words of ordinary size."""

WHITE: Final = "#ffffff"
BLACK: Final = "#000000"
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_MIDDLE: Final = 0.1791
"""The luminance on which white and black are read equally well."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG, in either order.

    >>> round(contrast("#ffffff", "#000000"), 1), round(contrast("#767676", "#ffffff"), 2)
    (21.0, 4.54)
    """
    dark, light = sorted((luminance(rgb_of(one)), luminance(rgb_of(other))))
    return (light + 0.05) / (dark + 0.05)


def told(ratio: float) -> Decimal:
    """A contrast as it is told: its tenths never rounded up.

    >>> told(4.48)
    Decimal('4.4')
    """
    return Decimal(ratio).quantize(Decimal("0.1"), ROUND_FLOOR)


@lru_cache(maxsize=256)
def legible(colour: str, ground: str = WHITE, least: float = WORDS) -> str:
    """The colour where it can be read on a light ground, else the nearest darker one that can.

    >>> legible("#00529b"), contrast(legible("#ffd400"), "#ffffff") >= 4.5
    ('#00529b', True)
    """
    if contrast(colour, ground) >= least:
        return colour
    return moved(colour, lambda rgb: contrast(hex_of(rgb), ground) >= least)


def ink_on(ground: str, ink: str = BLACK) -> str:
    """What words on a ground are written in: white or the dark ink, or black where neither can be.

    On each colour there is white or black with a contrast of at least 4.58.

    >>> ink_on("#003366"), ink_on("#ffd400", "#16242f"), ink_on("#757575", "#16242f")
    ('#ffffff', '#16242f', '#ffffff')
    """
    return next((one for one in (WHITE, ink) if contrast(one, ground) >= WORDS), BLACK)


@lru_cache(maxsize=1024)
def in_hue(colour: str, wish: str, most: float = 2.0) -> str:
    """A colour in another one's hue, which contrasts no less with whatever it contrasts with.

    A dark colour never becomes lighter nor a light one darker, as WCAG measures it: so what can be
    read on the one can be read on the other. It is as strong beside the first as the wish is beside
    the usual accent, but not more than `most` times.

    >>> in_hue("#ffffff", "#ffd400"), in_hue("#1a4f6b", "#777777")
    ('#ffffff', '#4a4a4a')
    """
    bound = luminance(rgb_of(colour))
    is_dark = bound < _MIDDLE

    def keeps(rgb: Rgb) -> bool:
        there = luminance(rgb_of(hex_of(rgb)))
        return there <= bound if is_dark else there >= bound

    return in_hue_of(colour, wish, most, keeps, is_dark=is_dark)


def _colour(colour: str) -> str:
    if not _COLOUR.fullmatch(colour):
        raise PydanticCustomError("colour", "this is no colour")
    return colour.lower()


def _on_white(colour: str) -> str:
    found = contrast(colour, WHITE)
    if found < WORDS:
        raise PydanticCustomError(
            "low_contrast",
            "on white this has a contrast of {contrast}:1, the nearest that can be read is {guess}",
            {
                "colour": colour,
                "contrast": told(found),
                "least": Decimal(str(WORDS)),
                "guess": legible(colour),
            },
        )
    return colour


Colour = Annotated[str, AfterValidator(_colour)]
"""A colour as `#` and six digits."""

WordsColour = Annotated[str, AfterValidator(_colour), AfterValidator(_on_white)]
"""A colour in which words on white can be read."""
