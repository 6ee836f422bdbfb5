"""Where something is offered: each library with yes, no or not known."""

from __future__ import annotations

from lumme_graph.elements.offer import Coverable
from lumme_graph.reports.html.tree import Child
from lumme_graph.site.here import Here


def offers(here: Here, item: Coverable) -> list[Child]:
    """Each library with what is known, under a heading; nothing where nothing is to be offered."""
    del here, item
    return []
