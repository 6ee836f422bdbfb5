"""A network as sheets: ranks from left to right, or rings about a middle."""

from __future__ import annotations

from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene
from lumme_graph.views.shapes import Network


def scenes(network: Network, paper: Paper) -> list[Scene]:
    """The sheets of a network."""
    if network.shape == "ranks":
        from lumme_graph.drawing.nets.ranks import scenes as emit
    else:
        from lumme_graph.drawing.nets.rings import scenes as emit
    return emit(network, paper)
