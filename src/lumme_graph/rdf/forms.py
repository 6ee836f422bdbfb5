"""The triples as text: Turtle, N-Triples, TriG, RDF/XML and JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import IO, TYPE_CHECKING, Final, NamedTuple, cast

from lumme_graph.base.form import Form, Forms
from lumme_graph.rdf.vocabulary import PREFIXES, SCHEMA_ONLY

if TYPE_CHECKING:
    from lumme_graph.graph.service_graph import ServiceGraph
    from lumme_graph.rdf import oxigraph


class Scope(NamedTuple):
    """How much of a model is written: what is private too, and a graph for each of its files.

    Only a form with several graphs can have one for each file.
    """

    private: bool = False
    by_file: bool = False


WHOLE: Final = Scope()
"""All that is published."""

Render = Callable[["ServiceGraph", IO[bytes], Scope], None]
"""Writes a graph to a stream, piece by piece."""


def _ntriples(graph: ServiceGraph, output: IO[bytes], scope: Scope) -> None:
    from lumme_graph.rdf.triples import ntriples

    _write(ntriples(graph, private=scope.private), output)


def _serialised(
    made: Callable[[ServiceGraph, Scope], Iterable[oxigraph.Triple] | Iterable[oxigraph.Quad]],
    suffix: str,
    graph: ServiceGraph,
    output: IO[bytes],
    scope: Scope,
) -> None:
    from lumme_graph.rdf import oxigraph

    form = oxigraph.RdfFormat.from_extension(suffix)
    oxigraph.serialize(made(graph, scope), output, format=form, prefixes=prefixes_of(graph))


class _ReturnsEscaped:
    """Writes RDF/XML on, its carriage returns as XML wants them: readers take plain ones for line ends."""

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output

    def write(self, data: bytes) -> int:
        """Write some bytes of the text."""
        self._output.write(bytes(data).replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        """Let the output write what it holds."""
        self._output.flush()


def _rdf_xml(graph: ServiceGraph, output: IO[bytes], scope: Scope) -> None:
    _serialised(_as_one, "rdf", graph, cast("IO[bytes]", _ReturnsEscaped(output)), scope)


def _as_one(graph: ServiceGraph, scope: Scope) -> Iterable[oxigraph.Triple]:
    from lumme_graph.rdf.triples import triples

    return triples(graph, private=scope.private)


def _apart(graph: ServiceGraph, scope: Scope) -> Iterable[oxigraph.Quad]:
    from lumme_graph.rdf.triples import quads

    return quads(graph, private=scope.private, by_file=scope.by_file)


def _json_ld(graph: ServiceGraph, output: IO[bytes], scope: Scope) -> None:
    from lumme_graph.rdf.json_ld import lines

    _write(lines(_as_one(graph, scope), prefixes_of(graph)), output)


def _in_words(graph: ServiceGraph, output: IO[bytes], scope: Scope) -> None:
    from lumme_graph.rdf.linked import linked_text

    _write(linked_text(graph, private=scope.private), output)


def _write(text: Iterable[str], output: IO[bytes]) -> None:
    from lumme_graph.rdf.pieces import in_pieces

    for piece in in_pieces(text):
        output.write(piece.encode())


RDF_FORMS: Final[Forms[Render]] = Forms(
    Form("turtle", "ttl", partial(_serialised, _as_one, "ttl")),
    Form("ntriples", "nt", _ntriples),
    Form("trig", "trig", partial(_serialised, _apart, "trig")),
    Form("rdfxml", "rdf", _rdf_xml),
    Form("jsonld", "jsonld", _json_ld),
    Form("json", "json", _in_words),
)
"""The ways to spell triples. N-Triples is what we make; pyoxigraph reads it and spells the others;
`json` has the words of the YAML, and is JSON-LD of what is stated alone."""


def prefixes(base: str) -> dict[str, str]:
    """The prefixes of every export: the model's own addresses begin with `id`."""
    used = {prefix: iri for prefix, iri in PREFIXES.items() if prefix not in SCHEMA_ONLY}
    return {"id": base, **used}


def prefixes_of(graph: ServiceGraph) -> dict[str, str]:
    """The prefixes of an export of a model: own fields, where it has any, begin with `extra`."""
    from lumme_graph.graph.own_fields import own_fields
    from lumme_graph.rdf.own_fields import PREFIX, own_namespace

    base = graph.settings.base
    own = {PREFIX: own_namespace(base)} if own_fields(graph) else {}
    return prefixes(base) | own
