"""The addresses of a triple store, found from any one of them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from urllib.parse import SplitResult, urlsplit, urlunsplit

from lumme_graph.base.urls import is_safe
from lumme_graph.rdf.store.error import StoreError


class StorePlaces(NamedTuple):
    """Where a store keeps its graphs (Graph Store Protocol), answers queries, and takes updates.

    At `query` it knows who asks; `reading` is where it lets anybody read.
    """

    graphs: str
    query: str
    update: str
    reading: str


_KINDS: Final[tuple[tuple[str, StorePlaces], ...]] = (
    # GraphDB and RDF4J
    (
        r"(.*/repositories/[^/]+)(?:/statements|/rdf-graphs/service)?",
        StorePlaces("{}/rdf-graphs/service", "{}", "{}/statements", "{}"),
    ),
    # Virtuoso
    (
        r"()/sparql(?:-auth|-graph-crud|-graph-crud-auth)?",
        StorePlaces("/sparql-graph-crud-auth", "/sparql-auth", "/sparql-auth", "/sparql"),
    ),
    # Oxigraph's server
    (
        r"(.*)/store|()(?:/query|/update)?",
        StorePlaces("{}/store", "{}/query", "{}/update", "{}/query"),
    ),
    # Fuseki: the services of a dataset
    (
        r"(.+)/(?:data|query|sparql|update)",
        StorePlaces("{}/data", "{}/query", "{}/update", "{}/query"),
    ),
    # Fuseki's dataset, and whoever does all at one address
    (r"(.+)", StorePlaces("{}", "{}", "{}", "{}")),
)
"""The path of an address, and the paths of its store."""


def places_of(endpoint: str) -> StorePlaces:
    """The addresses of the store of which one is given.

    >>> places_of("http://localhost:7878").graphs
    'http://localhost:7878/store'
    >>> places_of("https://example.org/sparql").graphs
    'https://example.org/sparql-graph-crud-auth'
    >>> places_of("https://example.org/lumme/data").update
    'https://example.org/lumme/update'
    >>> places_of("https://example.org/repositories/lumme").update
    'https://example.org/repositories/lumme/statements'

    Raises `StoreError` for what is no address, or holds who writes.
    """
    parts = _parts(endpoint)
    path = parts.path.rstrip("/")
    for pattern, places in _KINDS:
        if found := re.fullmatch(pattern, path):
            begin = found[found.lastindex or 0]
            whole = (place.format(begin) or "/" for place in places)
            return StorePlaces(*(urlunsplit(parts._replace(path=path)) for path in whole))
    raise AssertionError(path)  # the last pattern takes all that the others leave


def _parts(endpoint: str) -> SplitResult:
    try:
        parts = urlsplit(endpoint)
    except ValueError:
        parts = SplitResult("", "", "", "", "")
    if "@" in parts.netloc:
        raise StoreError(
            "the endpoint holds a user or a password, which end up in logs: leave them out,"
            " and set LUMME_STORE_USER and LUMME_STORE_PASSWORD"
        )
    if parts.scheme not in {"http", "https"} or not is_safe(endpoint):
        raise StoreError(
            f"{endpoint} is no address of a store: write it as https://example.org/store"
        )
    if parts.query or parts.fragment:
        raise StoreError("the endpoint is what stands before ? and #: each graph is named to it")
    return parts
