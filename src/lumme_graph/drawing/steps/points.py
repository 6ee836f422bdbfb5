"""The points of the curves of a sheet, and the lines between them, up to the cut of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lumme_graph.drawing.steps.columns import GAP, TAIL
from lumme_graph.drawing.steps.labels import Segment
from lumme_graph.drawing.steps.rows import SheetOf
from lumme_graph.views.shapes import DrawnFact, GridRow

LEVELS: Final = (2, 1, 0, -1, -2)
_ASIDE = 9.0
"""How far the curves of further series stand to the right of the first."""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A fact of a curve at a column: at x, where it has a value; one without breaks the line."""

    fact: DrawnFact
    box: str
    place: int
    x: float
    is_here: bool

    @property
    def value(self) -> int | None:
        """The level."""
        return self.fact.value


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a line leaves the sheet: at x, on its way to the point of another sheet."""

    x: float
    y: float
    to: CurvePoint


@dataclass(frozen=True, slots=True)
class Curve:
    """The points of a row, also those of other sheets."""

    row: GridRow
    order: int
    points: tuple[CurvePoint, ...]

    @property
    def here(self) -> Iterator[CurvePoint]:
        """The points on this sheet."""
        return (point for point in self.points if point.is_here)

    def segments(self, sheet: SheetOf, ys: Mapping[int, float]) -> list[Segment]:
        """The lines between neighbours with values, as far as the sheet shows them."""
        return [segment for segment, _ in self._lines(sheet, ys)]

    def cuts(self, sheet: SheetOf, ys: Mapping[int, float]) -> list[Cut]:
        """Where lines leave the sheet."""
        return [cut for _, cut in self._lines(sheet, ys) if cut]

    def _lines(
        self, sheet: SheetOf, ys: Mapping[int, float]
    ) -> Iterator[tuple[Segment, Cut | None]]:
        left, right = sheet.columns[0].x, sheet.columns[-1].right + TAIL - 1
        for one, two in pairwise(self.points):
            if one.value is None or two.value is None or not (one.is_here or two.is_here):
                continue
            whole = Segment(one.x, ys[one.value], two.x, ys[two.value])
            if one.is_here and two.is_here:
                yield whole, None
            elif one.is_here:
                end = whole.at(right)
                yield Segment(one.x, whole.y1, right, end), Cut(right, end, two)
            else:
                end = whole.at(left)
                yield Segment(left, end, two.x, whole.y2), Cut(left, end, one)


def curve(row: GridRow, order: int, sheet: SheetOf) -> Curve:
    """The curve of a row; `order` is its place among the curves of the plot."""
    first = sheet.columns[0]
    pitch = first.width + GAP
    places = {column.id: place for place, column in enumerate(sheet.grid.columns)}
    aside = 0.0 if row.tone == "to-be" else _ASIDE * order
    points = (
        CurvePoint(
            box.facts[0],
            box.id,
            places[cell.column],
            first.middle + (places[cell.column] - first.place) * pitch + aside,
            first.place <= places[cell.column] <= sheet.columns[-1].place,
        )
        for cell in row.cells
        for box in cell.boxes
    )
    return Curve(row, order, tuple(sorted(points, key=lambda point: point.place)))
