"""Bytes of RDF as subjects, properties and values: parsed safely, and refused in clear words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final, NamedTuple

from lumme_graph.base.collector import collector_paused
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.rdf.oxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from lumme_graph.rdf.read import guards
from lumme_graph.rdf.read.errors import RdfError, Wrong, of_parser, refused
from lumme_graph.rdf.read.formats import format_of

Value = NamedNode | BlankNode | Literal | Triple
"""What can be said of a subject under a property."""

Said = dict[str, list[Value]]
"""What is said of one subject: the values of each property, by its address."""

Subjects = dict[str, Said]
"""What is said of each subject, by its address; `_:…` is one without an address."""

BySubject = dict[str, list[Quad]]
"""The statements of each subject, by its address, in the order of the file."""

ONE_GRAPH: Final = ""
"""The name of the graph of what stands in no named one."""


class _Parser(NamedTuple):
    """What reads a format: its name for the parser, and what is looked for before."""

    form: RdfFormat
    guard: Callable[[bytes], None]


_PARSERS: Final = {
    "turtle": _Parser(RdfFormat.TURTLE, guards.lines),
    "ntriples": _Parser(RdfFormat.N_TRIPLES, guards.lines),
    "nquads": _Parser(RdfFormat.N_QUADS, guards.lines),
    "trig": _Parser(RdfFormat.TRIG, guards.lines),
    "rdfxml": _Parser(RdfFormat.RDF_XML, guards.xml),
    "jsonld": _Parser(RdfFormat.JSON_LD, guards.json_ld),
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file says: its name, its bytes and format, and each graph in it by name.

    What stands in no named graph is in the graph `""`; most formats have only that. In one of
    `graphs` a statement stands as often as in the file.
    """

    name: str
    data: bytes = field(repr=False)
    form: str
    graphs: dict[str, BySubject] = field(repr=False)

    def without(self, *graphs: str) -> BySubject:
        """The statements in all graphs together but those of some names, as often as they are there."""
        taken = [of for name, of in self.graphs.items() if name not in graphs]
        if len(taken) == 1:
            return taken[0]
        whole: BySubject = {}
        for subjects in taken:
            for subject, quads in subjects.items():
                whole[subject] = [*whole.get(subject, ()), *quads]
        return whole

    @property
    def subjects(self) -> Subjects:
        """What is said in all graphs together, each once."""
        return {subject: _said(quads) for subject, quads in self.without().items()}

    def quads(self) -> Iterator[Quad]:
        """Its statements one by one, parsed once more."""
        return _quads(self.data, _PARSERS[self.form])


def parse_file(file: AnyPath, form: str | None = None) -> Parsed:
    """A file as what it says. Raises `RdfError` where it cannot be read, `FormError` as above."""
    path = path_of(file)
    form = format_of(path.name, form)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RdfError(f"{path}: it cannot be read: {error.strerror}") from None
    return parse_bytes(data, form, str(path))


def parse_bytes(data: bytes, form: str, name: str = "the input") -> Parsed:
    """Bytes of a format as what they say; the name is for messages.

    Nothing is fetched and nothing filled in. Raises `RdfError` with the place of what is wrong.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    parser = _PARSERS[form]
    try:
        parser.guard(data)
        with collector_paused():
            graphs = _graphs(_quads(data, parser), parser.form)
            if parser.form == RdfFormat.JSON_LD:
                _check_terms(graphs)
    except SyntaxError as error:
        raise refused(name, of_parser(error, data)) from None
    except Wrong as wrong:
        raise refused(name, wrong) from None
    return Parsed(name, data, form, graphs)


def _quads(data: bytes, parser: _Parser) -> Iterator[Quad]:
    """The statements; of JSON-LD those too that its parser would leave out without a word."""
    return parse(data, format=parser.form, lenient=parser.form == RdfFormat.JSON_LD)


def _graphs(quads: Iterable[Quad], form: RdfFormat) -> dict[str, BySubject]:
    """Each graph with its subjects and their statements, in the order of the file."""
    graphs: dict[object, dict[object, list[Quad]]] = {}
    if form.supports_datasets:
        for quad in quads:
            name = quad.graph_name
            if name not in graphs:
                graphs[name] = defaultdict(list)
            graphs[name][quad.subject].append(quad)
    else:
        one = graphs[ONE_GRAPH] = defaultdict(list)
        for quad in quads:
            one[quad.subject].append(quad)
    return {
        _name(graph): {_key(subject): said for subject, said in subjects.items()}
        for graph, subjects in graphs.items()
    }


def _key(subject: object) -> str:
    return subject.value if isinstance(subject, NamedNode) else str(subject)


def _said(quads: Iterable[Quad]) -> Said:
    found: dict[str, dict[Value, None]] = {}
    for quad in quads:
        found.setdefault(quad.predicate.value, {})[quad.object] = None
    return {predicate: list(values) for predicate, values in found.items()}


def _name(graph: object) -> str:
    if isinstance(graph, NamedNode):
        return graph.value
    return str(graph) if isinstance(graph, BlankNode) else ONE_GRAPH


def _check_terms(graphs: dict[str, BySubject]) -> None:
    """Raises `SyntaxError` for an address or a language tag that RDF does not have."""
    addresses: set[str] = set()
    tags: set[str] = set()
    for name, subjects in graphs.items():
        addresses.add(name)
        for subject, quads in subjects.items():
            addresses.add(subject)
            for quad in quads:
                addresses.add(quad.predicate.value)
                value = quad.object
                if isinstance(value, NamedNode):
                    addresses.add(value.value)
                elif isinstance(value, Literal) and value.language:
                    tags.add(value.language)
    for address in sorted(addresses):
        if address and not address.startswith("_:"):
            _check(address, partial(NamedNode, address))
    for tag in sorted(tags):
        _check(tag, partial(Literal, "", language=tag))


def _check(said: str, make: Callable[[], object]) -> None:
    try:
        make()
    except ValueError as error:
        raise SyntaxError(f"error while parsing {said!r}: {error}") from None
