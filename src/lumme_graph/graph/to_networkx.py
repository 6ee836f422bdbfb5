"""A graph for networkx: its algorithms of paths, centres and parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lumme_graph.base.extras import need
from lumme_graph.graph.references import references
from lumme_graph.graph.service_graph import ServiceGraph

if TYPE_CHECKING:
    import networkx as nx

    Networkx = nx.MultiDiGraph[str]
else:
    Networkx = object


def to_networkx(graph: ServiceGraph) -> Networkx:
    """The nodes by id with kind, label and element; an edge a reference."""
    need("networkx")
    import networkx as nx

    speak = graph.speaker(graph.settings.languages.required[0])
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for element in graph:
        name = getattr(element, "name", None)
        label = speak(name).words if name else element.id
        made.add_node(element.id, kind=element.kind.prefix, label=label, element=element)
    for element in graph:
        for _, spec, target, path in references(element):
            if target in graph:
                made.add_edge(
                    element.id,
                    str(target),
                    kind=spec.alias,
                    label=speak(spec.prop.label).words,
                    record="/".join(str(part) for part in path),
                )
    return made
