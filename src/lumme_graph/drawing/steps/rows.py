"""What a row of a sheet is to the stack of rows: its least height, and how it is drawn in more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol, runtime_checkable

from lumme_graph.drawing import palette
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Paint, Rect, Shape
from lumme_graph.drawing.steps.columns import LABELS, LEAD, StepColumn
from lumme_graph.views.shapes import Box, Grid, GridRow

HERO: Final = 7.0
"""The hunger of what a sheet is made for: it takes seven tenths of the spare height."""
PAD: Final = 2.0
"""Between the edge of a coloured box and what is written in it."""


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """Where a box stands on its sheet, and on which band of the stack."""

    x: float
    y: float
    width: float
    height: float
    band: int = 0

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Drawn:
    """The shapes of a row, and where the boxes stand that links may join, by their ids."""

    shapes: tuple[Shape, ...]
    places: Mapping[str, BoxPlace] = field(default_factory=dict[str, BoxPlace])


@dataclass(frozen=True, slots=True)
class SheetOf:
    """A sheet of a grid in the making: its frame, its columns, and all columns before and after.

    `boxes` are those of all sheets with the numbers of theirs, by id, where links need them.
    """

    grid: Grid
    frame: Frame
    columns: tuple[StepColumn, ...]
    boxes: Mapping[str, tuple[int, Box]] = field(default_factory=dict[str, tuple[int, Box]])

    @property
    def first(self) -> int:
        """The place of its first column among all."""
        return self.columns[0].place if self.columns else 0

    @property
    def left(self) -> float:
        """Where the rows begin, beside their names."""
        return self.frame.left + LABELS + LEAD


class Band(Protocol):
    """One or more rows that are drawn as one, such as the curves of a plot.

    `least` is the height that it needs, `hunger` its share of what is left over (`HERO` of what
    the sheet is made for; under 1, it grows by that share of its least at most), `gap` the air
    above it.
    """

    @property
    def least(self) -> float:
        """The least height, in millimetres."""
        ...

    @property
    def hunger(self) -> float:
        """Its share of spare height; 0 takes none."""
        ...

    @property
    def gap(self) -> float:
        """The air above it."""
        ...

    def draw(self, sheet: SheetOf, y: float, height: float) -> Drawn:
        """The band from y on, in a height of at least `least`."""
        ...


@runtime_checkable
class Breakable(Protocol):
    """A band that may go on over the next sheet, where it is higher than a whole one."""

    def broken(self, room: float) -> tuple[Band, ...]:
        """The same in bands of at most `room`."""
        ...


@dataclass(frozen=True, slots=True)
class RowName:
    """What stands beside a row: its name, and what explains it."""

    words: Lettering
    sub: Lettering | None

    @property
    def height(self) -> float:
        """The least height of the box that it stands in."""
        return 2 * PAD + self.words.height + (self.sub.height if self.sub else 0.0)

    def at(self, x: float, y: float, height: float) -> tuple[Shape, ...]:
        """The name in its box, from the upper left corner."""
        box = Rect(x, y, LABELS, height, Paint(fill=palette.LABEL))
        name = self.words.at(x + PAD, y + PAD)
        if self.sub is None:
            return (box, name)
        return (box, name, self.sub.at(x + PAD, y + PAD + self.words.height))


def row_name(row: GridRow, paper: Paper) -> RowName:
    """The name of a row, measured."""
    room = LABELS - 2 * PAD
    sub = (
        lettering(row.sub, room, paper.size("note"), colour=palette.MUTED, note=True)
        if row.sub
        else None
    )
    return RowName(lettering(row.words, room, paper.size("content"), bold=True), sub)
