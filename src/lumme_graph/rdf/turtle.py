"""Triples as Turtle that people read: only the prefixes that are used, a blank line between subjects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lumme_graph.rdf import oxigraph
from lumme_graph.rdf.oxigraph import Literal, NamedNode, Triple

_NEXT = re.compile(r" \.\n(?=[^@\s])")


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """The triples as Turtle, in their order."""
    made = list(triples)
    used = {name: iri for name, iri in sorted(prefixes.items()) if _used(made, iri)}
    text = oxigraph.serialize(made, format=oxigraph.RdfFormat.TURTLE, prefixes=used)
    return _NEXT.sub(" .\n\n", (text or b"").decode())


def _used(triples: Iterable[Triple], namespace: str) -> bool:
    return any(node.value.startswith(namespace) for triple in triples for node in _nodes(triple))


def _nodes(triple: Triple) -> Iterable[NamedNode]:
    for term in (triple.subject, triple.predicate, triple.object):
        if isinstance(term, NamedNode):
            yield term
        elif isinstance(term, Literal):
            yield term.datatype
