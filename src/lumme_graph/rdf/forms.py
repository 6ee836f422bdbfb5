"""The triples as text: Turtle, N-Triples, TriG, RDF/XML and JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from lumme_graph.base.form import Form, Forms
from lumme_graph.rdf.vocabulary import PREFIXES, SCHEMA_ONLY

if TYPE_CHECKING:
    import pyoxigraph

    from lumme_graph.graph.service_graph import ServiceGraph


class Scope(NamedTuple):
    """How much of a model is written: what is private too, and a graph for each of its files.

    Only a form with several graphs can have one for each file.
    """

    private: bool = False
    by_file: bool = False


WHOLE: Final = Scope()
"""All that is published."""

Render = Callable[["ServiceGraph", IO[bytes] | None, Scope], bytes | None]
"""Writes a graph to a stream, or gives its bytes where there is none."""


def _serialised(
    made: Callable[[ServiceGraph, Scope], Iterable[pyoxigraph.Triple] | Iterable[pyoxigraph.Quad]],
    suffix: str,
    graph: ServiceGraph,
    output: IO[bytes] | None,
    scope: Scope,
) -> bytes | None:
    import pyoxigraph

    from lumme_graph.base.collector import collector_paused

    form = pyoxigraph.RdfFormat.from_extension(suffix)
    with collector_paused():
        return pyoxigraph.serialize(
            made(graph, scope), output, format=form, prefixes=prefixes(graph.settings.base)
        )


def _as_one(graph: ServiceGraph, scope: Scope) -> Iterable[pyoxigraph.Triple]:
    from lumme_graph.rdf.triples import triples

    return triples(graph, private=scope.private)


def _apart(graph: ServiceGraph, scope: Scope) -> Iterable[pyoxigraph.Quad]:
    from lumme_graph.rdf.triples import quads

    return quads(graph, private=scope.private, by_file=scope.by_file)


def _json_ld(graph: ServiceGraph, output: IO[bytes] | None, scope: Scope) -> bytes | None:
    from lumme_graph.rdf.json_ld import lines
    from lumme_graph.rdf.triples import blocks

    groups = (block.as_one(private=scope.private) for block in blocks(graph))
    stream = output or BytesIO()
    for line in lines(groups, prefixes(graph.settings.base)):
        stream.write(line.encode())
    return stream.getvalue() if isinstance(stream, BytesIO) and output is None else None


RDF_FORMS: Final[Forms[Render]] = Forms(
    Form("turtle", "ttl", partial(_serialised, _as_one, "ttl")),
    Form("ntriples", "nt", partial(_serialised, _as_one, "nt")),
    Form("trig", "trig", partial(_serialised, _apart, "trig")),
    Form("rdfxml", "rdf", partial(_serialised, _as_one, "rdf")),
    Form("jsonld", "jsonld", _json_ld),
)
"""The ways to spell triples: to a stream, or as bytes where there is none."""


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of an export: the model's own addresses begin with `id`."""
    used = {prefix: iri for prefix, iri in PREFIXES.items() if prefix not in SCHEMA_ONLY}
    return {"id": base, **used}
