"""A graph written as RDF, to a file or a stream."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from lumme_graph.base.files import write_file
from lumme_graph.base.form import form_of
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.forms import RDF_FORMS


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
    `FormError` where there is no such format, and `OutputError` where the file cannot be written.
    """
    if isinstance(file, str | os.PathLike):
        path = Path(file)
        write_file(path, rdf_bytes(graph, format or form_of(path, RDF_FORMS)))
    else:
        RDF_FORMS[format or "turtle"].render(graph, file)
