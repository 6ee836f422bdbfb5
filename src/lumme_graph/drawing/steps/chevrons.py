"""Rows of bands: chevrons exactly as wide as the columns that they stand over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lumme_graph.drawing import palette
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.scene import Paint, Shape, ShapeGroup, Stroke, polyline
from lumme_graph.drawing.steps.rows import Drawn, RowName, SheetOf, row_name
from lumme_graph.views.shapes import Box, GridCell, GridRow

HEIGHT = 8.5
POINT = 3.0
"""How far a chevron points beyond its columns."""
_SIDE = 2.5
_AIR = 1.6


@dataclass(frozen=True, slots=True)
class Chevron:
    """A chevron on its sheet; it may come from the sheet before, and go on over the next."""

    box: Box
    words: tuple[Lettering, ...]
    x: float
    right: float
    is_first: bool
    comes: bool
    goes: bool

    @property
    def height(self) -> float:
        """What its words need."""
        return sum(words.height for words in self.words)

    def at(self, sheet: SheetOf, y: float, height: float) -> ShapeGroup:
        """The chevron with its words in the middle."""
        middle, bottom = y + height / 2, y + height
        tip = self.right if self.goes else self.right + POINT
        corners = [(self.x, y), (self.right, y), (tip, middle), (self.right, bottom)]
        corners.append((self.x, bottom))
        if not (self.is_first or self.comes):
            corners.append((self.x + POINT, middle))
        shapes: list[Shape] = [Stroke(polyline(corners, close=True), Paint(fill=palette.PHASE))]
        top = middle - self.height / 2
        left = self.x + _SIDE + (0 if self.is_first or self.comes else POINT)
        for words, fact in zip(self.words, self.box.facts, strict=True):
            shapes.append(words.at(left, top, fact=fact.id))
            top += words.height
        return ShapeGroup(tuple(shapes), sheet.frame.group_id(self.box.id), (("id", self.box.id),))


@dataclass(frozen=True, slots=True)
class ChevronBand:
    """A row of chevrons on a sheet."""

    name: RowName
    chevrons: tuple[Chevron, ...]
    hunger: float = 0.0
    gap: float = 1.6

    @property
    def least(self) -> float:
        """As high as the longest name needs."""
        most = max((chevron.height for chevron in self.chevrons), default=0.0)
        return max(HEIGHT, self.name.height, most + _AIR)

    def draw(self, sheet: SheetOf, y: float, height: float) -> Drawn:
        """The row from y on."""
        made = (chevron.at(sheet, y, height) for chevron in self.chevrons)
        return Drawn((*self.name.at(sheet.frame.left, y, height), *made))


def chevrons(rows: Sequence[GridRow], sheet: SheetOf) -> Iterator[ChevronBand]:
    """Each row of chevrons as a band of its own."""
    places = {column.id: place for place, column in enumerate(sheet.grid.columns)}
    for row in rows:
        yield ChevronBand(
            row_name(row, sheet.frame.paper),
            tuple(
                _chevron(cell, box, places[cell.column], sheet)
                for cell in row.cells
                for box in cell.boxes
                if _on(sheet, places[cell.column], cell.span)
            ),
        )


def _on(sheet: SheetOf, start: int, span: int) -> bool:
    return start <= sheet.columns[-1].place and start + span > sheet.first


def _chevron(cell: GridCell, box: Box, start: int, sheet: SheetOf) -> Chevron:
    columns = [c for c in sheet.columns if start <= c.place < start + cell.span]
    first, last = columns[0], columns[-1]
    paper = sheet.frame.paper
    room = last.right - first.x - 2 * _SIDE - POINT
    styles = {"sub": (paper.size("content"), False, palette.MUTED)}
    usual = (paper.size("step"), True, palette.INK)
    words: list[Lettering] = []
    for fact in box.facts:
        size, bold, colour = styles.get(fact.role, usual)
        words.append(lettering(fact.words, room, size, bold=bold, colour=colour))
    goes = last.place < start + cell.span - 1
    return Chevron(box, tuple(words), first.x, last.right, start == 0, first.place > start, goes)
