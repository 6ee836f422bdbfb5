"""The named lines between lanes, such as the line of visibility of a blueprint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lumme_graph.drawing import signs
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.scene import ShapeGroup, line
from lumme_graph.drawing.steps.channels import Channels
from lumme_graph.drawing.steps.columns import LABELS
from lumme_graph.drawing.steps.rows import Band, Drawn, SheetOf
from lumme_graph.views.shapes import GridRow

_STRIP: Final = 8.6
_AIR: Final = 2.0


@dataclass(frozen=True, slots=True)
class _Boundary:
    """A line over the whole width, in a strip of its own, with its name at both ends."""

    row: GridRow
    left: Lettering
    right: Lettering
    hunger: float = 0.0
    gap: float = 0.0

    @property
    def least(self) -> float:
        """As high as a name, or as a strip."""
        return max(_STRIP, self.left.height + 1.2, self.right.height + 1.2)

    def draw(self, sheet: SheetOf, y: float, height: float) -> Drawn:
        """The names, and the line between them."""
        frame = sheet.frame
        middle = y + height / 2
        begin = frame.left + max(LABELS + 1, self.left.width + _AIR)
        end = frame.right - self.right.width - _AIR
        shapes = (
            self.left.centred(frame.left, middle),
            line(begin, middle, end, middle, signs.LINES[self.row.tone]),
            self.right.centred(frame.right, middle, anchor="end"),
        )
        data = (("row", self.row.id), ("line", self.row.tone))
        return Drawn((ShapeGroup(shapes, frame.group_id(self.row.id), data),))


def boundary(row: GridRow, of: Channels, sheet: SheetOf) -> Band:
    """A row as a line; its names keep clear of the arrows that cross it."""
    frame = sheet.frame
    size = frame.paper.size("content")
    crossing = list(_crossing(row, of, sheet))
    (first, width), (last, _) = of.cards[0], of.cards[-1]
    left = min([first + width, *crossing]) - frame.left
    right = frame.right - max([last, *crossing])
    return _Boundary(
        row,
        lettering(row.words, max(LABELS, left - _AIR), size, bold=True),
        lettering(row.words, max(LABELS, right - _AIR), size, bold=True),
    )


def _crossing(row: GridRow, of: Channels, sheet: SheetOf) -> Iterator[float]:
    """Where the upright links stand that cross the line."""
    rows = sheet.grid.rows
    above = sum(one.look == "lane" for one in rows[: rows.index(row)])
    for place, x in of.posts.items():
        route = of.of.routes[place]
        ends = sorted(end.lane for end in (route.source, route.target) if end)
        if ends[0] < above <= ends[-1]:
            yield x
