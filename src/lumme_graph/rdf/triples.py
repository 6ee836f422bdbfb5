"""A service graph as triples: its catalogue, its elements in model order, then the code lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import PurePath

from pyoxigraph import NamedNode, Quad, Triple

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.block import Block
from lumme_graph.rdf.catalogue import ModelCatalogue
from lumme_graph.rdf.codes import scheme_head
from lumme_graph.rdf.rules import SCHEMES
from lumme_graph.rdf.terms import named
from lumme_graph.rdf.writer import Writer


def triples(graph: ServiceGraph, *, private: bool = False) -> Iterator[Triple]:
    """Every triple of the stated and the derived graph as one; those of a subject stand together.

    There are no blank nodes. What is private comes only where it is asked for.
    """
    return chain.from_iterable(block.as_one(private=private) for block in blocks(graph))


def blocks(graph: ServiceGraph) -> Iterator[Block]:
    """The catalogue, each element with its parts, the schemes, records, measures and code lists."""
    writer = Writer(graph)
    plans = writer.plans
    catalogue = ModelCatalogue(graph, plans, writer.labels)
    yield from catalogue.head()
    for element in graph:
        yield from writer.element(element)
    for cls, local in SCHEMES.items():
        nodes = [plans.nodes[element.id] for element in graph.all(cls)]
        if nodes:
            yield scheme_head(plans.nodes[local], cls.kind.plural, nodes, plans.tags)
    yield from catalogue.tail()
    yield from plans.codes.blocks(plans.tags)
    for page in plans.pages:
        yield Block(page, types=[named("foaf:Document")])


def quads(graph: ServiceGraph, *, private: bool = False, by_file: bool = False) -> Iterator[Quad]:
    """The same in a graph for what is stated, one for what is derived, and one for what is private.

    `by_file` gives each file of the model a graph of its own, which is part of the stated one.
    """
    base = graph.settings.base
    stated, derived, hidden = (
        NamedNode(f"{base}graph/{name}") for name in ("stated", "derived", "private")
    )
    made = list(blocks(graph))
    files = _files(graph, stated) if by_file else {}
    for name in dict.fromkeys(files.values()):
        yield Quad(name, named("dct:isPartOf"), stated, stated)
    for block in made:
        name = files.get(block.owner, stated)
        yield from (Quad(t.subject, t.predicate, t.object, name) for t in block.of_stated())
    for block in made:
        yield from (Quad(t.subject, t.predicate, t.object, derived) for t in block.of_derived())
    for block in made if private else ():
        yield from (Quad(t.subject, t.predicate, t.object, hidden) for t in block.private)


def _files(graph: ServiceGraph, stated: NamedNode) -> dict[str, NamedNode]:
    """The graph of each element by its id: that of the file in which it stands."""

    def name(element: KeptElement) -> NamedNode | None:
        file = graph.place(element).file
        if not file:
            return None
        inner = PurePath(file)
        if graph.root and inner.is_relative_to(graph.root):
            inner = inner.relative_to(graph.root)
        return NamedNode(f"{stated.value}/{inner.with_suffix('').as_posix()}")

    found = ((element.id, name(element)) for element in graph)
    return {id_: node for id_, node in found if node is not None}
