"""The triples as text: N-Triples and Turtle, spelled by pyoxigraph."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING

from lumme_graph.base.files import write_file
from lumme_graph.rdf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from lumme_graph.graph.service_graph import ServiceGraph


class RdfFormat(StrEnum):
    """A way to spell triples."""

    TURTLE = "turtle"
    NTRIPLES = "ntriples"


_ENDINGS = {".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.NTRIPLES}


def format_of(file: str | os.PathLike[str]) -> RdfFormat:
    """The format that a file's name asks for.

    Raises `ValueError` for a name that asks for none.
    """
    path = Path(file)
    if path.suffix.lower() not in _ENDINGS:
        raise ValueError(f"{path.name}: say the format, or end the name in {', '.join(_ENDINGS)}")
    return _ENDINGS[path.suffix.lower()]


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of an export: the model's own addresses begin with `id`."""
    return {"id": base, **PREFIXES}


def rdf_bytes(graph: ServiceGraph, format: RdfFormat | str = RdfFormat.TURTLE) -> bytes:  # noqa: A002
    """A graph as text in a format of RDF: the same bytes for the same model."""
    return _serialised(graph, RdfFormat(format), None) or b""


def write_rdf(
    graph: ServiceGraph,
    file: str | os.PathLike[str] | IO[bytes],
    format: RdfFormat | str | None = None,  # noqa: A002
) -> None:
    """Write a graph to a file, whole or not at all; or to a stream, as the triples come.

    Without a format the file's name says it (`.ttl`, `.nt`); a stream gets Turtle.
    """
    if isinstance(file, str | os.PathLike):
        write_file(Path(file), rdf_bytes(graph, format or format_of(file)))
    else:
        _serialised(graph, RdfFormat(format or RdfFormat.TURTLE), file)


def _serialised(graph: ServiceGraph, format_: RdfFormat, output: IO[bytes] | None) -> bytes | None:
    import pyoxigraph

    from lumme_graph.base.collector import collector_paused
    from lumme_graph.rdf.triples import triples

    spelling = {
        RdfFormat.TURTLE: pyoxigraph.RdfFormat.TURTLE,
        RdfFormat.NTRIPLES: pyoxigraph.RdfFormat.N_TRIPLES,
    }[format_]
    with collector_paused():
        return pyoxigraph.serialize(
            triples(graph), output, format=spelling, prefixes=prefixes(graph.settings.base)
        )
