"""The network on the river without the two faults that the export does not mind, and its graphs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pyoxigraph import RdfFormat, Store
from rdf_network import ELEMENTS, SETTINGS, element

from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.forms import Scope
from lumme_graph.rdf.write import rdf_bytes

_MENDED: dict[str, dict[str, Any]] = {
    "action-plan": {"project": "project-bridge"},
    "indicator-visits": {"query": "trainings"},
}
SOUND: list[dict[str, Any]] = [{**data, **_MENDED.get(data["id"], {})} for data in ELEMENTS]


def network(data: Iterable[dict[str, Any]] = SOUND, **settings: object) -> ServiceGraph:
    """A graph of elements, with the settings of the network on the river or others."""
    made = Settings.model_validate({**SETTINGS, **settings})
    return ServiceGraph([element(each) for each in data], made)


def exported(graph: ServiceGraph, *, private: bool = False) -> dict[str, set[str]]:
    """The triples of each graph of an export, as a store keeps them: 12.50 is 12.5 there."""
    store = Store()
    store.load(rdf_bytes(graph, "trig", Scope(private=private)), format=RdfFormat.TRIG)
    return in_graphs(store)


def in_graphs(store: Store) -> dict[str, set[str]]:
    """The triples of each graph of a store."""
    found: dict[str, set[str]] = {}
    for quad in store:
        found.setdefault(str(quad.graph_name)[1:-1], set()).add(str(quad.triple))
    return found
