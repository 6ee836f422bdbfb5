"""The RDF library, behind one door: whoever comes through without it is told what to install."""

from __future__ import annotations

from lumme_graph.base.extras import need

need("pyoxigraph")

from pyoxigraph import (  # noqa: E402 - what is missing is said first
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

__all__ = [
    "BlankNode",
    "Literal",
    "NamedNode",
    "Quad",
    "QueryBoolean",
    "QueryResultsFormat",
    "QueryTriples",
    "RdfFormat",
    "Store",
    "Triple",
    "parse",
    "parse_query_results",
    "serialize",
]
