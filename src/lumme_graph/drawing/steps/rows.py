"""What a row of a sheet is to the stack of rows: its least height, and how it is drawn in more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.scene import Shape
from lumme_graph.drawing.steps.columns import Column
from lumme_graph.views.shapes import Box, Grid


@dataclass(frozen=True, slots=True)
class Place:
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
    places: Mapping[str, Place] = field(default_factory=dict[str, Place])


@dataclass(frozen=True, slots=True)
class SheetOf:
    """A sheet of a grid in the making: its frame, its columns, and all columns before and after.

    `boxes` are those of all sheets with the numbers of theirs, by id, where links need them.
    """

    grid: Grid
    frame: Frame
    columns: tuple[Column, ...]
    boxes: Mapping[str, tuple[int, Box]] = field(default_factory=dict[str, tuple[int, Box]])

    @property
    def first(self) -> int:
        """The place of its first column among all."""
        return self.columns[0].place if self.columns else 0


class Band(Protocol):
    """One or more rows that are drawn as one, such as the curves of a plot.

    `least` is the height that it needs, `hunger` its share of what is left over, `gap` the air
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
