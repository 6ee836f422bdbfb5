"""The kinds of drawings, in their one order: the command line and the build read this.

A kind that stands here is drawn by `lumme draw` and has its place on the start page. Its view is
imported when it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from lumme_graph.base.label import Joined, Label

if TYPE_CHECKING:
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.graph.service_graph import ServiceGraph
    from lumme_graph.views.grid import Grid
    from lumme_graph.views.network import Network


class DrawingKind(NamedTuple):
    """A kind of drawing: of which kind of element (None: of the whole model), and its view.

    `heading` stands over the drawings of the kind on the start page. `view` takes a graph, the id
    of what is shown, and who says it.
    """

    name: str
    of: str | None
    heading: Label
    view: Callable[[ServiceGraph, str, Speaker], Grid | Network]

    def ids(self, graph: ServiceGraph) -> list[str]:
        """What it can show: the elements of its kind, or the model under the kind's own name."""
        if self.of is None:
            return [self.name]
        return [element.id for element in graph if element.kind.prefix == self.of]

    def nothing(self, speak: Speaker) -> str:
        """That a model has no element that this could show."""
        from lumme_graph.elements.kinds import KINDS
        from lumme_graph.views.empty import NONE_OF, NOTHING

        what = KINDS[self.of].kind.plural if self.of else self.name
        return speak(Joined((NOTHING, NONE_OF.fill(what=what)), ": ")).shown


def _path(graph: ServiceGraph, id_: str, speak: Speaker) -> Network:
    from lumme_graph.elements.journeys import Path
    from lumme_graph.views.path import path_network

    return path_network(graph, graph[Path, id_], speak)


def _coverage(graph: ServiceGraph, _: str, speak: Speaker) -> Grid:
    from lumme_graph.views.heatmap import heatmap

    return heatmap(graph, speak)


def _adoption(graph: ServiceGraph, _: str, speak: Speaker) -> Grid:
    from lumme_graph.views.adoption import adoption_map

    return adoption_map(graph, speak)


def _chain(graph: ServiceGraph, _: str, speak: Speaker) -> Network:
    from lumme_graph.views.chain import chain_network

    return chain_network(graph, speak)


_OVERVIEWS = Label("The whole at a glance")

DRAWINGS: Final[dict[str, DrawingKind]] = {
    kind.name: kind
    for kind in (
        DrawingKind("path", "path", Label("Service paths"), _path),
        DrawingKind("coverage", None, _OVERVIEWS, _coverage),
        DrawingKind("adoption", None, _OVERVIEWS, _adoption),
        DrawingKind("chain", None, _OVERVIEWS, _chain),
    )
}
"""Every kind of drawing by its name."""
