"""A grid of steps as sheets: bands under each other."""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.drawing.frame import frame
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape
from lumme_graph.drawing.steps.bands import bands
from lumme_graph.drawing.steps.columns import Column, room, sheets_of
from lumme_graph.drawing.steps.rows import Band, SheetOf
from lumme_graph.views.shapes import Grid, key


def scenes(grid: Grid, paper: Paper) -> list[Scene]:
    """The sheets of a grid of steps."""
    sheets = sheets_of(grid, paper)
    return [
        _sheet(grid, paper, columns, (number, len(sheets)))
        for number, columns in enumerate(sheets, 1)
    ]


def _sheet(grid: Grid, paper: Paper, columns: tuple[Column, ...], place: tuple[int, int]) -> Scene:
    around = frame(
        grid.head,
        grid.kind,
        paper,
        keys=key(grid),
        notes=grid.notes if place[0] == place[1] else (),
        width=room(columns),
        sheet=place,
    )
    sheet = SheetOf(grid, around, columns)
    stack = bands(sheet)
    shapes: list[Shape] = []
    y = around.top
    for band, height in zip(stack, _heights(stack, around.height), strict=True):
        y += band.gap
        drawn = band.draw(sheet, y, height)
        shapes += drawn.shapes
        y += height
    return around.scene(shapes, y)


def _heights(stack: Sequence[Band], room: float | None) -> list[float]:
    """The height of each band: what it needs, and its share of what is left over."""
    spare = 0.0 if room is None else room - sum(band.least + band.gap for band in stack)
    hunger = sum(band.hunger for band in stack)
    share = max(0.0, spare) / hunger if hunger else 0.0
    return [band.least + share * band.hunger for band in stack]
