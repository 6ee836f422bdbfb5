"""How far what a file says as derived is what follows from its model now."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.base.collector import collector_paused
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf import pieces
from lumme_graph.rdf.oxigraph import NamedNode, Triple
from lumme_graph.rdf.read.parsed import Parsed
from lumme_graph.rdf.read.reading import MARK, ORDER
from lumme_graph.rdf.triples import blocks
from lumme_graph.rdf.vocabulary import CODE, LG, expand

_LISTED_AFTER = expand("lg:listedAfter")
_OF_FORM = frozenset({MARK, ORDER, _LISTED_AFTER})


def differing(
    parsed: Parsed, graph: ServiceGraph, not_taken: set[tuple[str, str]], *, alone: bool = True
) -> int:
    """How many derived statements of a file do not follow, or follow and are not in the file.

    Where the model is not alone in the file, codes and pages may be of the others: they are not
    counted.
    """
    with collector_paused():
        made = list(blocks(graph))
        stated = _triples(block.lines([*block.of_stated(), *block.private]) for block in made)
        follows = _triples(block.lines(block.of_derived()) for block in made)
        said = {quad.triple for quad in parsed.quads()} - stated
        base = graph.settings.base
        found = (
            triple for triple in said ^ follows if _counts(triple, base, not_taken, alone=alone)
        )
        return sum(1 for _ in found)


def _triples(lines: Iterable[str]) -> set[Triple]:
    return {quad.triple for quad in pieces.parsed(lines)}


def _counts(triple: Triple, base: str, not_taken: set[tuple[str, str]], *, alone: bool) -> bool:
    """Is it a derived statement of the model, and none that was not taken?"""
    subject, predicate = triple.subject, triple.predicate.value
    if not isinstance(subject, NamedNode) or predicate in _OF_FORM:
        return False
    node: str = subject.value
    if (node, predicate) in not_taken or node.startswith(f"{base}graph/stated"):
        return False
    if node.startswith(base):
        return True
    return alone and (node.startswith((CODE, LG)) or triple.object == _DOCUMENT)


_DOCUMENT = NamedNode(expand("foaf:Document"))
