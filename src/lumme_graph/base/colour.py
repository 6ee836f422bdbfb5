"""Colours as a model writes them, and whether words in white can be read on them."""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, Decimal
from typing import Annotated, Final

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

LEAST_CONTRAST: Final = Decimal("4.5")
"""What WCAG 2 (AA) asks of words of ordinary size."""

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_LINEAR_BELOW: Final = 0.04045


def contrast_to_white(colour: str) -> Decimal:
    """The contrast of white on a colour by WCAG 2, its tenths never rounded up.

    >>> contrast_to_white("#1f4e6b"), contrast_to_white("#767676"), contrast_to_white("#ffffff")
    (Decimal('8.8'), Decimal('4.5'), Decimal('1.0'))
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return Decimal(1.05 / (luminance + 0.05)).quantize(Decimal("0.1"), ROUND_FLOOR)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)


def _dark(colour: str) -> str:
    if not _COLOUR.fullmatch(colour):
        raise PydanticCustomError("colour", "this is no colour")
    contrast = contrast_to_white(colour)
    if contrast < LEAST_CONTRAST:
        raise PydanticCustomError(
            "low_contrast",
            "white on it has a contrast of {contrast}:1",
            {"contrast": contrast, "least": LEAST_CONTRAST},
        )
    return colour.lower()


DarkColour = Annotated[str, AfterValidator(_dark)]
"""A colour on which words in white can be read."""
