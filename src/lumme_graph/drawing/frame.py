"""A sheet without its middle: the header, the footer, and the room between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lumme_graph.drawing.footer import footer
from lumme_graph.drawing.header import header
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape, ShapeGroup, moved
from lumme_graph.views.shapes import DrawnFact, Head, Sign

AIR = 2.5
"""Between the header's rule and what follows, and above the footer."""
HIGHEST = 1200.0
"""Of a sheet of the web, in millimetres."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Sheet n of m with its header and footer; the middle may fill left to right, top to bottom.

    `bottom` is None where the sheet is as high as its middle needs.
    """

    head: Head
    kind: str
    paper: Paper
    number: int
    of: int
    left: float
    right: float
    top: float
    bottom: float | None
    above: tuple[Shape, ...]
    below: tuple[Shape, ...]
    foot: float

    @property
    def width(self) -> float:
        """The width of the room."""
        return self.right - self.left

    @property
    def height(self) -> float | None:
        """The height of the room, where it is given."""
        return None if self.bottom is None else self.bottom - self.top

    @property
    def room(self) -> float:
        """The height that the middle may take: on the web, until the sheet is too high to read."""
        if self.bottom is not None:
            return self.bottom - self.top
        return HIGHEST - self.paper.margin - self.foot - AIR - self.top

    @property
    def id(self) -> str:
        """The id of the sheet, of which those of its groups are made."""
        name = self.head.id if self.head.id.startswith(self.kind) else f"{self.kind}-{self.head.id}"
        return name if self.of == 1 else f"{name}.{self.number}"

    def group_id(self, name: str) -> str:
        """The XML id of a group on this sheet, for an address of the model or another name."""
        return group_id(self.id, name)

    def scene(self, middle: Sequence[Shape], bottom: float | None = None) -> Scene:
        """The whole sheet; `bottom` is where the middle ends, on a sheet as high as needed."""
        margin = self.paper.margin
        if self.paper.height is not None:
            height = self.paper.height
        else:
            height = (bottom or self.top) + AIR + self.foot + margin
        shift = height - margin - self.foot
        below = tuple(moved(shape, 0, shift) for shape in self.below)
        groups = (
            ShapeGroup(self.above, self.group_id("header")),
            ShapeGroup(tuple(middle), self.group_id("middle")),
            ShapeGroup(below, self.group_id("footer")),
        )
        speak = self.head.speak
        return Scene(
            self.id,
            self.kind,
            speak.lang,
            self.right + margin,
            height,
            self.head.name,
            self.head.description.shown,
            groups,
        )


def group_id(sheet: str, name: str) -> str:
    """The XML id of a group on a sheet, for an address of the model or another name."""
    return f"{sheet}--{name.replace('/', '.').replace(':', '..')}"


def frame(
    head: Head,
    kind: str,
    paper: Paper,
    *,
    keys: Sequence[Sign] = (),
    notes: Sequence[DrawnFact] = (),
    width: float | None = None,
    sheet: tuple[int, int] = (1, 1),
) -> Frame:
    """The frame of sheet n of m; `width` is the width of the room where the paper gives none."""
    left = paper.margin
    right = left + width if paper.width is None and width else (paper.width or 0) - paper.margin
    over = header(head, paper, left, right, sheet)
    under = footer(head, keys, notes, paper, left, right)
    bottom = None if paper.height is None else paper.height - paper.margin - under.height - AIR
    return Frame(
        head,
        kind,
        paper,
        *sheet,
        left,
        right,
        over.bottom + AIR,
        bottom,
        over.shapes,
        under.shapes,
        under.height,
    )
