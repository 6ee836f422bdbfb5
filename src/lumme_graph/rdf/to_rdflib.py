"""The triples as an rdflib graph, for those who work with one."""

from __future__ import annotations

from typing import cast

from lumme_graph.base.collector import collector_paused
from lumme_graph.base.extras import need
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf import oxigraph
from lumme_graph.rdf.forms import prefixes_of
from lumme_graph.rdf.triples import triples

need("rdflib")

import rdflib  # noqa: E402 - what is missing is said first


def to_rdf(graph: ServiceGraph) -> rdflib.Graph:
    """A graph as an rdflib graph: the triples that `write_rdf` writes, its prefixes bound."""
    need_graph(graph)

    def term(node: object) -> rdflib.URIRef | rdflib.Literal:
        if not isinstance(node, oxigraph.Literal):
            return rdflib.URIRef(cast("oxigraph.NamedNode", node).value)
        if node.language is not None:
            return rdflib.Literal(node.value, lang=node.language)
        datatype = rdflib.URIRef(node.datatype.value)
        plain = datatype == rdflib.XSD.string
        return rdflib.Literal(node.value, datatype=None if plain else datatype, normalize=False)

    made = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes_of(graph).items():
        made.bind(prefix, namespace)
    with collector_paused():
        for triple in triples(graph):
            made.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return made
