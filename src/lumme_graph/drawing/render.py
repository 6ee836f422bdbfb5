"""From what a drawing says to its sheets: each shape has its emitter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene
from lumme_graph.views.shapes import Grid, Network, Page, RowLook, Shape

_CELLS: Final[frozenset[RowLook]] = frozenset({"signs", "bars", "spans"})


def scenes(shape: Shape, paper: Paper) -> list[Scene]:
    """The sheets of a shape, laid out on paper."""
    match shape:
        case Grid() if any(row.look in _CELLS for row in shape.rows):
            from lumme_graph.drawing.cells.emit import scenes as emit
        case Grid() if any(row.look == "lane" for row in shape.rows):
            from lumme_graph.drawing.steps.lane_sheets import scenes as emit
        case Grid():
            from lumme_graph.drawing.steps.emit import scenes as emit
        case Network():
            from lumme_graph.drawing.nets.emit import scenes as emit
        case Page():
            from lumme_graph.drawing.pages.emit import scenes as emit
    return emit(shape, paper)


def gathered(shapes: Sequence[Shape], paper: Paper) -> list[Scene]:
    """The sheets of several pages that stand together, as cards on a sheet."""
    from lumme_graph.drawing.pages.emit import gathered as emit

    return emit([shape for shape in shapes if isinstance(shape, Page)], paper)
