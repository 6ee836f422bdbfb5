"""The triples as text: N-Triples and Turtle, spelled by pyoxigraph."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Final

from lumme_graph.base.form import Form, Forms
from lumme_graph.rdf.vocabulary import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph

    from lumme_graph.graph.service_graph import ServiceGraph


def _turtle(graph: ServiceGraph, output: IO[bytes] | None) -> bytes | None:
    import pyoxigraph

    return _serialised(graph, pyoxigraph.RdfFormat.TURTLE, output)


def _ntriples(graph: ServiceGraph, output: IO[bytes] | None) -> bytes | None:
    import pyoxigraph

    return _serialised(graph, pyoxigraph.RdfFormat.N_TRIPLES, output)


RDF_FORMS: Final[Forms[Callable[[ServiceGraph, IO[bytes] | None], bytes | None]]] = Forms(
    Form("turtle", "ttl", _turtle), Form("ntriples", "nt", _ntriples)
)
"""The ways to spell triples: to a stream, or as bytes where there is none."""


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of an export: the model's own addresses begin with `id`."""
    return {"id": base, **PREFIXES}


def _serialised(
    graph: ServiceGraph, spelling: pyoxigraph.RdfFormat, output: IO[bytes] | None
) -> bytes | None:
    import pyoxigraph

    from lumme_graph.base.collector import collector_paused
    from lumme_graph.rdf.triples import triples

    with collector_paused():
        return pyoxigraph.serialize(
            triples(graph), output, format=spelling, prefixes=prefixes(graph.settings.base)
        )
