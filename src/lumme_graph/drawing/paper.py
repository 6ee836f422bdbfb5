"""The sheets that a drawing is made for, and the sizes of text on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from lumme_graph.base.by_name import ByName

POINT: Final = 25.4 / 72
"""A typographic point in millimetres."""

Style = Literal["title", "value", "step", "content", "note", "kind", "big", "name", "card"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in millimetres; of the web's, as wide and high as its drawing needs.

    `sizes` are the sizes of text by style, in points.
    """

    name: str
    width: float | None
    height: float | None
    margin: float
    sizes: dict[Style, float]

    @property
    def portrait(self) -> Paper:
        """The same sheet, upright."""
        return replace(self, width=self.height, height=self.width)

    def size(self, style: Style) -> float:
        """The size of a style of text, in millimetres."""
        return self.sizes[style] * POINT


def _sizes(title: float, value: float, content: float, note: float) -> dict[Style, float]:
    return {
        "title": title,
        "value": value,
        "step": 11.0,
        "content": content,
        "note": note,
        "kind": content,
        "big": 34.0,
        "name": 19.0,
        "card": 12.5,
    }


PAPERS: Final[ByName[Paper]] = ByName(
    "sheet",
    {
        paper.name: paper
        for paper in (
            Paper("web", None, None, 12.0, _sizes(17, 9.5, 8.5, 7)),
            Paper("a3", 420.0, 297.0, 12.0, _sizes(22, 12, 10, 8)),
            Paper("a4", 297.0, 210.0, 10.0, _sizes(17, 9.5, 8.5, 7)),
        )
    },
)
"""The sheets by their names."""
