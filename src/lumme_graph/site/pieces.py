"""Pieces of HTML that stand in many pages: each is written once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, cast
from xml.etree import ElementTree as ET

_PLACE: Final = re.compile("<!--([0-9]+)-->")
"""No text of a page looks like it: its `<` is escaped."""


class Pieces:
    """Pieces by name; in a page a comment holds the place of each until the page is whole."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._written: list[str] = []

    def put(self, name: str, make: Callable[[], ET.Element]) -> ET.Element:
        """The place of a piece, which is made where there is none of its name yet."""
        if name not in self._places:
            self._places[name] = len(self._written)
            self._written.append(ET.tostring(make(), encoding="unicode", method="html"))
        return cast("ET.Element", ET.Comment(f"{self._places[name]}"))

    def fill(self, page: str) -> str:
        """A page with every piece in its place."""
        return _PLACE.sub(lambda found: self._written[int(found[1])], page)
