"""The triples as text: N-Triples and Turtle, spelled by pyoxigraph."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import IO, TYPE_CHECKING, Final

from lumme_graph.base.form import Form, Forms
from lumme_graph.rdf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from lumme_graph.graph.service_graph import ServiceGraph


def _serialised(suffix: str, graph: ServiceGraph, output: IO[bytes] | None) -> bytes | None:
    import pyoxigraph

    from lumme_graph.base.collector import collector_paused
    from lumme_graph.rdf.triples import triples

    form = pyoxigraph.RdfFormat.from_extension(suffix)
    with collector_paused():
        return pyoxigraph.serialize(
            triples(graph), output, format=form, prefixes=prefixes(graph.settings.base)
        )


RDF_FORMS: Final[Forms[Callable[[ServiceGraph, IO[bytes] | None], bytes | None]]] = Forms(
    Form("turtle", "ttl", partial(_serialised, "ttl")),
    Form("ntriples", "nt", partial(_serialised, "nt")),
)
"""The ways to spell triples: to a stream, or as bytes where there is none."""


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of an export: the model's own addresses begin with `id`."""
    return {"id": base, **PREFIXES}
