"""Forms as sheets: of a list each thing is a row, else a column, and sheets hang beside each other."""

from __future__ import annotations

from lumme_graph.drawing.asked import columns, lists
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene
from lumme_graph.views.shapes import ShapeForm


def scenes(form: ShapeForm, paper: Paper) -> list[Scene]:
    """The sheets of a form."""
    return lists.scenes(form, paper) if form.is_list else columns.scenes(form, paper)
