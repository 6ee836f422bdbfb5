"""From what a drawing says to its sheets: each shape has its emitter, imported when it is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene
from lumme_graph.views.shapes import Grid, Network, RowLook, Shape, ShapeForm, ShapePage

_CELLS: Final[frozenset[RowLook]] = frozenset({"signs", "bars", "spans"})


def scenes(shape: Shape, paper: Paper) -> list[Scene]:
    """The sheets of a shape, laid out on paper."""
    match shape:
        case Grid() if any(row.look in _CELLS for row in shape.rows):
            from lumme_graph.drawing.cells import emit as cells

            return cells.scenes(shape, paper)
        case Grid() if any(row.look == "lane" for row in shape.rows):
            from lumme_graph.drawing.steps import lane_sheets as lanes

            return lanes.scenes(shape, paper)
        case Grid():
            from lumme_graph.drawing.steps import emit as steps

            return steps.scenes(shape, paper)
        case Network():
            from lumme_graph.drawing.nets import emit as nets

            return nets.scenes(shape, paper)
        case ShapePage():
            from lumme_graph.drawing.pages import emit as pages

            return pages.scenes(shape, paper)
        case ShapeForm():
            from lumme_graph.drawing.asked import emit as asked

            return asked.scenes(shape, paper)


def gathered(shapes: Sequence[Shape], paper: Paper) -> list[Scene]:
    """The sheets of several pages that stand together, as cards on a sheet."""
    from lumme_graph.drawing.pages import emit as pages

    return pages.gathered([shape for shape in shapes if isinstance(shape, ShapePage)], paper)
