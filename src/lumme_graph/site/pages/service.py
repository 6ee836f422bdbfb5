"""To be written: service."""

from __future__ import annotations

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.pages import record


def body(here: Here, element: KeptElement) -> Body:
    """To be written."""
    return record.body(here, element)
