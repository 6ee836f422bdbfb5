"""Bytes of RDF as subjects, properties and values: parsed safely, and refused in clear words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from lumme_graph.base.collector import collector_paused
from lumme_graph.base.form import FormError, unknown
from lumme_graph.rdf.read import guards
from lumme_graph.rdf.read.errors import RdfError, Wrong, of_parser, refused

Value = NamedNode | BlankNode | Literal | Triple
"""What can be said of a subject under a property."""

Said = dict[str, list[Value]]
"""What is said of one subject: the values of each property, by its address."""

Subjects = dict[str, Said]
"""What is said of each subject, by its address; `_:…` is one without an address."""

ONE_GRAPH: Final = ""
"""The name of the graph of what stands in no named one."""


class Readable(NamedTuple):
    """A format that can be read: the parser's name, how its files end, what is looked for first."""

    form: RdfFormat
    suffixes: tuple[str, ...]
    guard: Callable[[bytes], None]


READABLE: Final[dict[str, Readable]] = {
    "turtle": Readable(RdfFormat.TURTLE, ("ttl", "turtle"), guards.lines),
    "ntriples": Readable(RdfFormat.N_TRIPLES, ("nt",), guards.lines),
    "nquads": Readable(RdfFormat.N_QUADS, ("nq",), guards.lines),
    "trig": Readable(RdfFormat.TRIG, ("trig",), guards.lines),
    "rdfxml": Readable(RdfFormat.RDF_XML, ("rdf", "xml", "owl"), guards.xml),
    "jsonld": Readable(RdfFormat.JSON_LD, ("jsonld", "json"), guards.json_ld),
}
"""The formats that can be read, by name."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file says: its name, its bytes and format, and each graph in it by name.

    What stands in no named graph is in the graph `""`; most formats have only that. In one of
    `graphs` a statement stands as often as in the file.
    """

    name: str
    data: bytes = field(repr=False)
    form: str
    graphs: dict[str, Subjects] = field(repr=False)

    def without(self, *graphs: str) -> Subjects:
        """What is said in all graphs together but those of some names, as often as it is there."""
        taken = [said for name, said in self.graphs.items() if name not in graphs]
        if len(taken) == 1:
            return taken[0]
        whole: Subjects = {}
        for subjects in taken:
            for subject, said in subjects.items():
                mine = whole.setdefault(subject, {})
                for predicate, values in said.items():
                    mine[predicate] = [*mine.get(predicate, ()), *values]
        return whole

    @property
    def subjects(self) -> Subjects:
        """What is said in all graphs together, each once."""
        return {
            subject: {predicate: list(dict.fromkeys(values)) for predicate, values in said.items()}
            for subject, said in self.without().items()
        }

    def quads(self) -> Iterator[Quad]:
        """Its statements one by one, parsed once more."""
        return _quads(self.data, READABLE[self.form])


def form_named(name: str, form: str | None = None) -> str:
    """The format of a file: the one that is asked for, else the one that its name says.

    Raises `FormError` where there is no such format, or the name says none.
    """
    if form is not None:
        if form not in READABLE:
            raise FormError(unknown("format", form, READABLE))
        return form
    suffix = Path(name).suffix.removeprefix(".").lower()
    for known, readable in READABLE.items():
        if suffix in readable.suffixes:
            return known
    ends = ", ".join(f".{readable.suffixes[0]}" for readable in READABLE.values())
    raise FormError(f"{name}: say the format with --format, or end the name in {ends}")


def parse_file(file: str | os.PathLike[str], form: str | None = None) -> Parsed:
    """A file as what it says. Raises `RdfError` where it cannot be read, `FormError` as above."""
    path = Path(file)
    form = form_named(path.name, form)
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
    readable = READABLE[form]
    try:
        readable.guard(data)
        with collector_paused():
            graphs = _graphs(_quads(data, readable))
            if readable.form == RdfFormat.JSON_LD:
                _check_terms(graphs)
    except SyntaxError as error:
        raise refused(name, of_parser(error, data)) from None
    except Wrong as wrong:
        raise refused(name, wrong) from None
    return Parsed(name, data, form, graphs)


def _quads(data: bytes, readable: Readable) -> Iterator[Quad]:
    """The statements; of JSON-LD those too that its parser would leave out without a word."""
    return parse(data, format=readable.form, lenient=readable.form == RdfFormat.JSON_LD)


def _graphs(quads: Iterable[Quad]) -> dict[str, Subjects]:
    """Each graph with its subjects, their properties and values, in the order of the file."""
    graphs: dict[str, Subjects] = {}
    last: object = None
    subjects: Subjects = {}
    for subject, predicate, value, graph in quads:
        if graph != last or last is None:
            last = graph
            subjects = graphs.setdefault(_name(graph), {})
        key = subject.value if type(subject) is NamedNode else str(subject)
        said = subjects.get(key)
        if said is None:
            said = subjects[key] = {}
        property_ = predicate.value
        if property_ in said:
            said[property_].append(value)
        else:
            said[property_] = [value]
    return graphs


def _name(graph: object) -> str:
    if isinstance(graph, NamedNode):
        return graph.value
    return str(graph) if isinstance(graph, BlankNode) else ONE_GRAPH


def _check_terms(graphs: dict[str, Subjects]) -> None:
    """Raises `Wrong` for an address or a language tag that RDF does not have."""
    addresses: set[str] = set()
    tags: set[str] = set()
    for name, subjects in graphs.items():
        addresses.add(name)
        for subject, said in subjects.items():
            addresses.add(subject)
            for predicate, values in said.items():
                addresses.add(predicate)
                addresses |= {value.value for value in values if isinstance(value, NamedNode)}
                tags |= {v.language for v in values if isinstance(v, Literal) and v.language}
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
