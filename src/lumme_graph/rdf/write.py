"""A graph written as RDF, to a file or a stream."""

from __future__ import annotations

import os
from io import BytesIO
from typing import IO

from lumme_graph.base.collector import collector_paused
from lumme_graph.base.files import written_whole
from lumme_graph.base.form import FormError, form_of
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.forms import RDF_FORMS, WHOLE, Scope


def rdf_bytes(graph: ServiceGraph, form: str = "turtle", scope: Scope = WHOLE) -> bytes:
    """A graph as text in a form of RDF: the same bytes for the same model."""
    stream = BytesIO()
    _render(graph, stream, form, scope)
    return stream.getvalue()


def write_rdf(
    graph: ServiceGraph,
    file: AnyPath | IO[bytes],
    format: str | None = None,  # noqa: A002
    *,
    private: bool = False,
    by_file: bool = False,
) -> None:
    """Write a graph to a file, whole or not at all; or to a stream, as the triples come.

    Without a format the file's name says it (`.ttl`, `.nt`, `.trig`…); a stream gets Turtle.
    `private` writes notes and suppressions too; `by_file` gives each file of the model a graph of
    its own, for which the format must be TriG. Raises `FormError` where there is no such format,
    and `OutputError` where the file cannot be written.
    """
    need_graph(graph)
    path = path_of(file) if isinstance(file, str | os.PathLike) else None
    form = format or ("turtle" if path is None else form_of(path, RDF_FORMS))
    if by_file and form != "trig":
        raise FormError(f"{form} has one graph; write trig for a graph of each file")
    scope = Scope(private, by_file)
    if isinstance(file, str | os.PathLike):
        with written_whole(path_of(file)) as stream:
            _render(graph, stream, form, scope)
    else:
        _render(graph, file, form, scope)


def _render(graph: ServiceGraph, stream: IO[bytes], form: str, scope: Scope) -> None:
    with collector_paused():
        RDF_FORMS[form].render(graph, stream, scope)
