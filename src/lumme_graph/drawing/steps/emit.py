"""A grid of steps as sheets: bands under each other."""

from __future__ import annotations

from dataclasses import replace

from lumme_graph.drawing.frame import Frame, frame
from lumme_graph.drawing.lettering import lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape
from lumme_graph.drawing.steps.bands import bands
from lumme_graph.drawing.steps.columns import StepColumn, room, sheets_of
from lumme_graph.drawing.steps.fill import heights, lacks, stacks
from lumme_graph.drawing.steps.heads import heads
from lumme_graph.drawing.steps.rows import Band, SheetOf
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Grid


def scenes(grid: Grid, paper: Paper) -> list[Scene]:
    """The sheets of a grid of steps; of one without steps, what is missing and where to enter it.

    A row that fits no sheet makes all of them higher.
    """
    if not grid.columns:
        return [_nothing(grid, paper)]
    sheets = [
        (columns, stack)
        for columns in sheets_of(grid, paper)
        for stack in _stacks(grid, paper, columns)
    ]
    made = [
        (SheetOf(grid, _frame(grid, paper, columns, (n, len(sheets))), columns), stack)
        for n, (columns, stack) in enumerate(sheets, 1)
    ]
    lack = max(lacks(stack, sheet.frame.height) for sheet, stack in made)
    return [_sheet(_higher(sheet, lack), stack) for sheet, stack in made]


def _higher(sheet: SheetOf, lack: float) -> SheetOf:
    around = sheet.frame
    if not lack or around.bottom is None:
        return sheet
    paper = replace(around.paper, height=(around.paper.height or 0.0) + lack)
    return replace(sheet, frame=replace(around, paper=paper, bottom=around.bottom + lack))


def _frame(
    grid: Grid, paper: Paper, columns: tuple[StepColumn, ...], sheet: tuple[int, int]
) -> Frame:
    notes = grid.notes if sheet[0] == sheet[1] else ()
    width = room(columns)
    return frame(grid.head, grid.kind, paper, keys=key(grid), notes=notes, width=width, sheet=sheet)


def _stacks(grid: Grid, paper: Paper, columns: tuple[StepColumn, ...]) -> list[list[Band]]:
    """The bands of each sheet that some columns take; those that go on tell their columns again."""
    is_first = columns[0].place == 0
    around = _frame(grid, paper, columns, (1, 1) if is_first else (2, 2))
    after = _frame(grid, paper, columns, (2, 2))
    sheet = SheetOf(grid, around, columns)
    again = heads(sheet)
    taken = again.least + again.gap
    first, *others = stacks(bands(sheet), around.room, after.room - taken)
    return [first, *([again, *stack] for stack in others)]


def _sheet(sheet: SheetOf, stack: list[Band]) -> Scene:
    shapes: list[Shape] = []
    y = sheet.frame.top
    for number, (band, height) in enumerate(
        zip(stack, heights(stack, sheet.frame.height), strict=True)
    ):
        y += band.gap if number else 0.0
        drawn = band.draw(sheet, y, height)
        shapes += drawn.shapes
        y += height
    return sheet.frame.scene(shapes, y)


def _nothing(grid: Grid, paper: Paper) -> Scene:
    around = frame(grid.head, grid.kind, paper, notes=grid.notes, width=room(()))
    if grid.head.lacks is None:
        return around.scene((), around.top)
    words = lettering(grid.head.lacks, around.width, paper.size("value"))
    return around.scene(
        (words.at(around.left, around.top, fact="lacks"),), around.top + words.height
    )
