"""What only staff see on the page of an element: its desk, and everything that the model says."""

from __future__ import annotations

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here


def desk(here: Here, element: KeptElement) -> Child:
    """The box beside the text."""
    del here, element
    return h("div", class_="desk")


def everything(here: Here, element: KeptElement) -> list[Child]:
    """All fields and relations, to be opened."""
    del here, element
    return []
