"""A service graph as triples: its catalogue, its elements in model order, then the code lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import quote

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.block import Block
from lumme_graph.rdf.catalogue import ModelCatalogue
from lumme_graph.rdf.codes import scheme_head
from lumme_graph.rdf.oxigraph import Quad, RdfFormat, Triple
from lumme_graph.rdf.pieces import parsed
from lumme_graph.rdf.rules import SCHEMES
from lumme_graph.rdf.spelled import Term, below, named, node_at
from lumme_graph.rdf.writer import Writer


def triples(graph: ServiceGraph, *, private: bool = False) -> Iterator[Triple]:
    """Every triple of the stated and the derived graph as one; those of a subject stand together.

    There are no blank nodes. What is private comes only where it is asked for.
    """
    text = ntriples(graph, private=private)
    return (quad.triple for quad in parsed(text))


def quads(graph: ServiceGraph, *, private: bool = False, by_file: bool = False) -> Iterator[Quad]:
    """The same in a graph for what is stated, one for what is derived, and one for what is private.

    `by_file` gives each file of the model a graph of its own, which is part of the stated one.
    """
    return parsed(nquads(graph, private=private, by_file=by_file), RdfFormat.N_QUADS)


def ntriples(graph: ServiceGraph, *, private: bool = False) -> Iterator[str]:
    """The triples as N-Triples, a piece for each subject."""
    return (block.lines(block.as_one(private=private)) for block in blocks(graph))


def nquads(graph: ServiceGraph, *, private: bool = False, by_file: bool = False) -> Iterator[str]:
    """The quads as N-Quads. For each graph the blocks are made anew, so that none must be kept."""
    base = graph.settings.base
    stated, derived, hidden = (
        node_at(f"{base}graph/{name}") for name in ("stated", "derived", "private")
    )
    files = _files(graph, stated) if by_file else {}
    for name in dict.fromkeys(files.values()):
        yield f"{name} {named('dct:isPartOf')} {stated} {stated} .\n"
    for block in blocks(graph):
        yield block.lines(block.of_stated(), files.get(block.owner, stated))
    for block in blocks(graph):
        yield block.lines(block.of_derived(), derived)
    for block in blocks(graph) if private else ():
        yield block.lines(block.private, hidden)


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
            yield scheme_head(plans.nodes[local], cls.kind.plural, nodes, plans.texts)
    yield from catalogue.tail()
    yield from plans.codes.blocks(plans.texts)
    for page in plans.pages:
        yield Block(page, types=[named("foaf:Document")])


def settings_triples(graph: ServiceGraph) -> Iterator[Triple]:
    """What is stated of the model as a whole, and of the parts of its settings."""
    writer = Writer(graph)
    head = ModelCatalogue(graph, writer.plans, writer.labels).head()
    return (quad.triple for quad in parsed(block.lines(block.of_stated()) for block in head))


def _files(graph: ServiceGraph, stated: Term) -> dict[str, Term]:
    """The graph of each element by its id: that of the file in which it stands."""

    def named_after(element: KeptElement) -> Term | None:
        file = graph.place(element).file
        if not file:
            return None
        inner = PurePath(file)
        if graph.root and inner.is_relative_to(graph.root):
            inner = inner.relative_to(graph.root)
        return below(stated, quote(inner.with_suffix("").as_posix()))

    found = ((element.id, named_after(element)) for element in graph)
    return {id_: name for id_, name in found if name is not None}
