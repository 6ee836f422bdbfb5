"""Pieces of HTML that stand in many pages: each is written once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, cast
from xml.etree import ElementTree as ET

from lumme_graph.base.memo import Memo

_PLACE: Final = re.compile("<!--([0-9]+)-->")
"""No text of a page looks like it: its `<` is escaped."""


class Pieces:
    """Pieces by name; in a page a comment holds the place of each until the page is whole."""

    def __init__(self, places: Memo[int]) -> None:
        self._places = places
        self._written: list[str] = []

    def put(self, name: str, make: Callable[[], ET.Element]) -> ET.Element:
        """The place of a piece, which is made where there is none of its name yet."""
        place = self._places.of(name, lambda: self._write(make()))
        return cast("ET.Element", ET.Comment(f"{place}"))

    def fill(self, page: str) -> str:
        """A page with every piece in its place."""
        return _PLACE.sub(lambda found: self._written[int(found[1])], page)

    def _write(self, piece: ET.Element) -> int:
        self._written.append(ET.tostring(piece, encoding="unicode", method="html"))
        return len(self._written) - 1
