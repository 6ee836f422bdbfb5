"""Pieces under each other on as many sheets as they take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from lumme_graph.drawing.frame import Frame, frame
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Grid

Draw: TypeAlias = Callable[[Frame, float], Sequence[Shape]]
"""Draws a piece on a sheet from y on."""

NEVER = 1e9
"""The height of a sheet that is as high as its content."""


@dataclass(frozen=True, slots=True)
class Flowable:
    """Something that stands on one sheet as a whole."""

    height: float
    draw: Draw


@dataclass(slots=True)
class Filling:
    """The sheets of a drawing in the making; the last one is being filled."""

    grid: Grid
    paper: Paper
    width: float
    sheets: list[list[tuple[float, Flowable]]] = field(default_factory=lambda: [[]])
    y: float = 0.0

    def __post_init__(self) -> None:
        self.y = self.sheet(1).top

    def sheet(self, number: int, of: int = 2) -> Frame:
        """The frame of a sheet."""
        return frame(
            self.grid.head,
            self.grid.kind,
            self.paper,
            keys=key(self.grid),
            width=self.width,
            sheet=(number, of),
        )

    @property
    def left(self) -> float:
        """The left edge of every sheet's room."""
        return self.paper.margin

    @property
    def right(self) -> float:
        """The right edge of every sheet's room."""
        return self.left + self.width

    @property
    def room(self) -> float:
        """The height that is left on the sheet."""
        bottom = self.sheet(len(self.sheets)).bottom
        return NEVER if bottom is None else bottom - self.y

    @property
    def room_of_next(self) -> float:
        """The height of the room of a sheet that follows."""
        height = self.sheet(2).height
        return NEVER if height is None else height

    def add(self, piece: Flowable, gap: float = 0.0) -> None:
        """Put a piece under the last one, on a new sheet where it does not fit."""
        gap = gap if self.sheets[-1] else 0.0
        if self.sheets[-1] and gap + piece.height > self.room:
            self.fresh()
            gap = 0.0
        self.sheets[-1].append((self.y + gap, piece))
        self.y += gap + piece.height

    def fresh(self) -> None:
        """Begin a new sheet, unless nothing stands on this one yet."""
        if self.sheets[-1]:
            self.sheets.append([])
            self.y = self.sheet(len(self.sheets)).top

    def scenes(self) -> list[Scene]:
        """The sheets, each with its frame."""
        made: list[Scene] = []
        for number, pieces in enumerate(self.sheets, 1):
            around = self.sheet(number, len(self.sheets))
            shapes = [shape for y, piece in pieces for shape in piece.draw(around, y)]
            bottom = max((y + piece.height for y, piece in pieces), default=around.top)
            made.append(around.scene(shapes, bottom))
        return made


def room_width(paper: Paper, natural: float) -> float:
    """The width of a sheet's room; where the paper gives none, what the content asks for."""
    return natural if paper.width is None else paper.width - 2 * paper.margin


def chunks(heights: Sequence[float], rooms: tuple[float, float], most: int, side: int) -> list[int]:
    """How many rows stand in each block, with `side` blocks side by side on a sheet, evenly.

    `rooms` are the heights for rows on the first sheet and on those that follow.
    """
    found = _greedy(heights, rooms, most, side)
    sheets = -(-len(found) // side)
    for target in range(-(-len(heights) // (sheets * side)), most):
        even = _greedy(heights, rooms, target, side)
        if len(even) <= sheets * side:
            return even
    return found


def _greedy(
    heights: Sequence[float], rooms: tuple[float, float], most: int, side: int
) -> list[int]:
    counts = [0]
    used = 0.0
    for height in heights:
        room = rooms[0] if len(counts) <= side else rooms[1]
        if counts[-1] and (counts[-1] >= most or used + height > room):
            counts.append(0)
            used = 0.0
        counts[-1] += 1
        used += height
    return counts
