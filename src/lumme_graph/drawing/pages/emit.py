"""Pages as sheets: one to a sheet, or cards that are cut out of a sheet of several."""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.drawing.pages.cards import alone, together
from lumme_graph.drawing.pages.sheet import sheets
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene
from lumme_graph.views.shapes import ShapePage


def scenes(page: ShapePage, paper: Paper) -> list[Scene]:
    """The sheets of a page by itself."""
    return alone(page, paper) if page.form == "card" else sheets(page, paper)


def gathered(pages: Sequence[ShapePage], paper: Paper) -> list[Scene]:
    """The sheets of several pages: cards beside each other, anything else one after the other."""
    cards = [page for page in pages if page.form == "card"]
    others = [scene for page in pages if page.form != "card" for scene in scenes(page, paper)]
    return [*(together(cards, paper) if cards else []), *others]
