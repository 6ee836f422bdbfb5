"""The triples as text: N-Triples and Turtle, spelled by pyoxigraph."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from lumme_graph.base.files import write_file
from lumme_graph.base.form import Form, Forms, form_of
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


def rdf_bytes(graph: ServiceGraph, form: str = "turtle") -> bytes:
    """A graph as text in a form of RDF: the same bytes for the same model."""
    return RDF_FORMS[form].render(graph, None) or b""


def write_rdf(
    graph: ServiceGraph,
    file: str | os.PathLike[str] | IO[bytes],
    format: str | None = None,  # noqa: A002
) -> None:
    """Write a graph to a file, whole or not at all; or to a stream, as the triples come.

    Without a format the file's name says it (`.ttl`, `.nt`); a stream gets Turtle. Raises
    `FormError` where there is no such format.
    """
    if isinstance(file, str | os.PathLike):
        path = Path(file)
        write_file(path, rdf_bytes(graph, format or form_of(path, RDF_FORMS)))
    else:
        RDF_FORMS[format or "turtle"].render(graph, file)


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
