"""The named lines between lanes, such as the line of visibility of a blueprint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lumme_graph.drawing import signs
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.scene import Group, line
from lumme_graph.drawing.steps.channels import Channels
from lumme_graph.drawing.steps.columns import LABELS
from lumme_graph.drawing.steps.rows import Band, Drawn, SheetOf
from lumme_graph.views.shapes import Row

_STRIP: Final = 8.6
_AIR: Final = 2.0
_NARROWEST: Final = 24.0


@dataclass(frozen=True, slots=True)
class _Boundary:
    """A line over the whole width, in a strip of its own, with its name at both ends."""

    row: Row
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
        return Drawn((Group(shapes, frame.group_id(self.row.id), data),))


def boundary(row: Row, of: Channels, sheet: SheetOf) -> Band:
    """A row as a line; its names keep clear of the arrows that cross it."""
    size = sheet.frame.paper.size("content")
    crossed = [sheet.columns[-1].x if sheet.columns else 0.0, *of.posts.values()]
    room = max(_NARROWEST, sheet.frame.right - max(crossed) - 2 * _AIR)
    return _Boundary(
        row,
        lettering(row.words, LABELS, size, bold=True),
        lettering(row.words, room, size, bold=True),
    )
