"""Text widths, from the advance widths of the carried fonts; kerning is left out, so they err wide."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.resources import files
from typing import cast

UNKNOWN = 1.4
"""The width in em of a character outside the table: no common font draws one wider."""


@cache
def _table(bold: bool) -> dict[str, float]:
    text = files("lumme_graph.drawing").joinpath("fonts", "widths.json").read_text(encoding="utf-8")
    data = cast("dict[str, dict[str, int]]", json.loads(text))
    units = cast("int", data["units_per_em"])
    return {
        character: width / units for character, width in data["Bold" if bold else "Regular"].items()
    }


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text, in the unit of its size."""
    table = _table(bold)
    return size * sum(table.get(character, _unknown(character)) for character in text)


def _unknown(character: str) -> float:
    """An accent by itself stands on the letter before it; anything else may be as wide as any."""
    return 0.0 if unicodedata.combining(character) else UNKNOWN
