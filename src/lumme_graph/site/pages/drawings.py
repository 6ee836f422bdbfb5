"""To be written: drawings."""

from __future__ import annotations

from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.registry import PAGES


def body(here: Here) -> Body:
    """To be written."""
    return Body(title=here.say(PAGES["drawings"].name), main=[])
