"""A model written for other programs, in a form by name or by the end of a file's name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Final

from lumme_graph.base.form import FormError, form_of
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.outputs.exports import EXPORT_FORMS, ExportOptions, Notes
from lumme_graph.rdf.forms import RDF_FORMS

_SEVERAL: Final = frozenset({"hsds", "ptv"})
"""The forms that are files of several sorts, and look at the name themselves."""


def export(
    graph: ServiceGraph,
    out: AnyPath | IO[bytes],
    format: str | None = None,  # noqa: A002
    *,
    lang: str = "en",
    private: bool = False,
    by_file: bool = False,
) -> Notes:
    """Write a model for other programs, whole or not at all; returns what there is to say of it.

    Without a format the name of the file says it (`.ttl`, `.ics`, `.zip`…); a stream gets Turtle.
    Raises `FormError` where there is no such format or it has no place for what is asked, and
    `OutputError` where something cannot be written.
    """
    need_graph(graph)
    lang = graph.speaker(lang).lang
    target = path_of(out) if isinstance(out, str | os.PathLike) else out
    if format is None:
        format = form_of(target, EXPORT_FORMS) if isinstance(target, Path) else "turtle"  # noqa: A001
    form = EXPORT_FORMS[format]
    if isinstance(target, Path) and format not in _SEVERAL:
        form_of(target, EXPORT_FORMS, format)
    if (private or by_file) and format not in RDF_FORMS:
        raise FormError(f"{format} has nothing private and no graphs; only RDF has")
    return form.render(graph, target, ExportOptions(lang, private, by_file))
