"""Which way a text runs, whatever language it is said to be in."""

from __future__ import annotations

import unicodedata
from typing import Literal

Direction = Literal["ltr", "rtl"]


def direction(text: str) -> Direction:
    """The direction of the first letter that has one, as Unicode's bidirectional rules say.

    >>> direction("12 שלום"), direction("Lumme שלום"), direction("12")
    ('rtl', 'ltr', 'ltr')
    """
    if text.isascii():
        return "ltr"
    strong = (unicodedata.bidirectional(character) for character in text)
    first = next((one for one in strong if one in {"L", "R", "AL"}), "L")
    return "ltr" if first == "L" else "rtl"
