"""How far what a file says as derived is what follows from its model now."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple

from lumme_graph.base.collector import collector_paused
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.read.parsed import Parsed
from lumme_graph.rdf.read.reading import MARK, ORDER
from lumme_graph.rdf.triples import blocks
from lumme_graph.rdf.vocabulary import CODE, LG, expand

_LISTED_AFTER = expand("lg:listedAfter")
_OF_FORM = frozenset({MARK, ORDER, _LISTED_AFTER})


def differing(parsed: Parsed, graph: ServiceGraph, not_taken: set[tuple[str, str]]) -> int:
    """How many derived statements of a file do not follow, or follow and are not in the file."""
    with collector_paused():
        stated: set[Triple] = set()
        follows: set[Triple] = set()
        for block in blocks(graph):
            stated.update(block.of_stated(), block.private)
            follows.update(block.of_derived())
        base = graph.settings.base
        said: set[Triple] = set()
        for quad in parsed.quads():
            triple = quad.triple
            if triple not in stated and _counts(triple, base, not_taken):
                said.add(triple)
    return len(said ^ follows)


def _counts(triple: Triple, base: str, not_taken: set[tuple[str, str]]) -> bool:
    subject = triple.subject
    if not isinstance(subject, NamedNode) or triple.predicate.value in _OF_FORM:
        return False
    if (subject.value, triple.predicate.value) in not_taken:
        return False
    return subject.value.startswith((base, CODE, LG)) or _is_page(triple)


def _is_page(triple: Triple) -> bool:
    """Is a page of others said to be one?"""
    return triple.object == _DOCUMENT


_DOCUMENT = NamedNode(expand("foaf:Document"))
