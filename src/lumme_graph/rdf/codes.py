"""Coded values as concepts of our own schemes, so that the official shapes hold for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from inspect import get_annotations

from pyoxigraph import Literal, NamedNode, Triple

from lumme_graph.base.label import Label, Message
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.meta.element import Node
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.walk import Walk
from lumme_graph.rdf.addresses import segment
from lumme_graph.rdf.terms import Tags, Term, named, published
from lumme_graph.rdf.vocabulary import CODE, expand

SERVICE_CLASSES = "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/"
"""The service classes of the Finnish national service catalogue."""

_FINLANDS = re.compile(r"P\d+(?:\.\d+)*")


class CodeList(dict[Coded, NamedNode]):
    """The concepts of one code list that have been used.

    One list each: two lists may have equal words, and so equal values, for different things.
    """

    def __init__(self, cls: type[Coded]) -> None:
        super().__init__()
        self.scheme = CODE + cls.list_name()
        self._cls = cls

    def __missing__(self, value: Coded) -> NamedNode:
        node = self[value] = NamedNode(f"{self.scheme}/{segment(str(value))}")
        return node

    def concepts(self) -> list[Concept]:
        """All values of the list, as concepts to define."""
        return [Concept(self[v], v.label, str(v), _public(v)) for v in self._cls]


class Codes:
    """The code lists of one export, and the service classes: it notes what is used."""

    def __init__(self) -> None:
        self._lists: dict[type[Coded], CodeList] = {}
        self._classes: dict[str, NamedNode] = {}

    def of(self, cls: type[Coded]) -> CodeList:
        """The concepts of a code list, by value."""
        return self._lists.setdefault(cls, CodeList(cls))

    def service_class(self, code: str) -> NamedNode:
        """The concept of a class of the national service catalogue."""
        if code not in self._classes:
            self._classes[code] = NamedNode(f"{CODE}service-class/{segment(code)}")
        return self._classes[code]

    def definitions(self, tags: Tags) -> Iterator[Triple]:
        """The schemes that were used, whole and in the order of declaration, and their concepts."""
        for cls, label in _labels().items():
            used = self._lists.get(cls)
            if used:
                yield from scheme(NamedNode(used.scheme), label, used.concepts(), tags)
        if self._classes:
            concepts = [
                Concept(node, _CLASS, code, _public_class(code), f" {code}")
                for code, node in sorted(self._classes.items())
            ]
            yield from scheme(NamedNode(f"{CODE}service-class"), _CLASSES, concepts, tags)


def _public_class(code: str) -> Term | None:
    """The class in its public list: the address that is given, or Finland's for a code of its form."""
    if code.startswith("https://"):
        return published(code)
    return published(SERVICE_CLASSES + segment(code)) if _FINLANDS.fullmatch(code) else None


_CLASS = Label("service class")
_CLASSES = Label("service classes")


class Concept:
    """A concept to define: its labels, its code, and the same code in a public list."""

    def __init__(
        self, node: NamedNode, label: Message, code: str, public: Term | None, more: str = ""
    ) -> None:
        self.node = node
        self.label = label
        self.code = code
        self.public = public
        self.more = more

    def triples(self, of: NamedNode, tags: Tags) -> Iterator[Triple]:
        """What the concept is, and that it is a top concept of a scheme."""
        yield Triple(self.node, named("rdf:type"), named("skos:Concept"))
        for words in tags.label(self.label, self.more):
            yield Triple(self.node, named("skos:prefLabel"), words)
        yield Triple(self.node, named("skos:notation"), Literal(self.code))
        if self.public is not None:
            yield Triple(self.node, named("skos:exactMatch"), self.public)
        yield Triple(self.node, named("skos:inScheme"), of)
        yield Triple(self.node, named("skos:topConceptOf"), of)


def scheme(
    node: NamedNode, label: Message, concepts: list[Concept], tags: Tags
) -> Iterator[Triple]:
    """A concept scheme and its concepts."""
    yield from scheme_head(node, label, [concept.node for concept in concepts], tags)
    for concept in concepts:
        yield from concept.triples(node, tags)


def scheme_head(
    node: NamedNode, label: Message, concepts: list[NamedNode], tags: Tags
) -> Iterator[Triple]:
    """A concept scheme with its labels and top concepts."""
    yield Triple(node, named("rdf:type"), named("skos:ConceptScheme"))
    for words in tags.label(label):
        yield Triple(node, named("skos:prefLabel"), words)
    for concept in concepts:
        yield Triple(node, named("skos:hasTopConcept"), concept)


def _public(value: Coded) -> Term | None:
    if not value.match:
        return None
    return published(value.match if "//" in value.match else expand(value.match))


_CODED = Walk(lambda spec: isinstance(spec.datatype, type) and issubclass(spec.datatype, Coded))


@cache
def _labels() -> dict[type[Coded], Message]:
    """What each code list is called: after the first field that takes its values."""
    labels: dict[type[Coded], Message] = {}
    for cls in ELEMENTS:
        for owner, spec, _ in _CODED.fields(cls):
            label = _list_label(owner, spec.name, spec.prop.label)
            labels.setdefault(spec.datatype, label)
    return labels


def _list_label(cls: type[Node], field: str, label: Message) -> Message:
    owner = next(base for base in cls.__mro__ if field in get_annotations(base))
    kind = owner.__dict__.get("kind")
    if kind is None:
        return label
    of = kind.label
    return Label("{of}: {label}").fill(of=of, label=label)
