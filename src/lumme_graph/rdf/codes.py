"""Coded values as concepts of our own schemes, so that the official shapes hold for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from inspect import get_annotations
from typing import NamedTuple

from lumme_graph.base.catalogue import CODE as ENGLISH
from lumme_graph.base.catalogue import SHIPPED
from lumme_graph.base.forms import language_name
from lumme_graph.base.label import Label, Message
from lumme_graph.base.text import Text
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.public_lists import (
    AUTHORITY,
    LANGUAGES,
    SERVICE_CLASSES,
    TARGET_GROUPS,
    PublicList,
)
from lumme_graph.meta.element import Node
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.local_name import slug
from lumme_graph.meta.walk import Walk
from lumme_graph.rdf.block import Block
from lumme_graph.rdf.spelled import Term, Texts, is_node, named, node_at, published, string
from lumme_graph.rdf.vocabulary import CODE, expand

_GROUPS = f"{CODE}{TARGET_GROUPS.name}/"


class CodeList(dict[Coded, Term]):
    """The concepts of one code list that have been used.

    One list each: two lists may have equal words, and so equal values, for different things.
    """

    def __init__(self, cls: type[Coded]) -> None:
        super().__init__()
        self.scheme = CODE + cls.list_name()
        self._cls = cls

    def __missing__(self, value: Coded) -> Term:
        made = self[value] = node_at(f"{self.scheme}/{slug(str(value))}")
        return made

    def concepts(self) -> list[Concept]:
        """All values of the list, as concepts to define."""
        return [Concept(self[v], v.label.by_tag(), str(v), _public(v)) for v in self._cls]


class PublicCodes(dict[str, Term]):
    """The codes of a public list that have been used, as concepts of our own."""

    def __init__(self, of: PublicList) -> None:
        super().__init__()
        self.of = of
        self.scheme = CODE + of.name

    def __missing__(self, code: str) -> Term:
        made = self[code] = node_at(f"{self.scheme}/{slug(code)}")
        return made

    def concepts(self) -> list[Concept]:
        """Those that were used, with their names as far as these are known here."""
        return [Concept(made, *self._told(code)) for code, made in sorted(self.items())]

    def _told(self, code: str) -> tuple[Mapping[str, str], str, Term | None]:
        label = self.of.labels.get(code)
        names = label.by_tag() if label is not None else {}
        whole = self.of.address(code)
        return names, code, published(whole) if whole else None


class Spoken(PublicCodes):
    """The languages that have been used."""

    def _told(self, code: str) -> tuple[Mapping[str, str], str, Term | None]:
        known = AUTHORITY.get(code.partition("-")[0]) if "-" not in code else None
        names = {tag: language_name(code, tag) for tag in (ENGLISH, *SHIPPED)}
        whole = self.of.address(known) if known else None
        return names, code, published(whole) if whole else None


class Codes:
    """The code lists of one export: it notes what is used."""

    def __init__(self) -> None:
        self._lists: dict[type[Coded], CodeList] = {}
        self.service_classes = PublicCodes(SERVICE_CLASSES)
        self.target_groups = PublicCodes(TARGET_GROUPS)
        self.languages = Spoken(LANGUAGES)

    def of(self, cls: type[Coded]) -> CodeList:
        """The concepts of a code list, by value."""
        return self._lists.setdefault(cls, CodeList(cls))

    def blocks(self, texts: Texts) -> Iterator[Block]:
        """The schemes that were used, whole and in the order of declaration, and their concepts."""
        for cls, label in code_lists().items():
            used = self._lists.get(cls)
            if used:
                yield from scheme(node_at(used.scheme), label, used.concepts(), texts)
        for codes in (self.service_classes, self.target_groups, self.languages):
            if codes:
                concepts = codes.concepts()
                yield from scheme(node_at(codes.scheme), codes.of.label, concepts, texts)


class Concept(NamedTuple):
    """A concept to define: its names, its code, and the same code in a public list."""

    node: Term
    names: Mapping[str, str]
    code: str
    public: Term | None

    def block(self, of: Term, texts: Texts) -> Block:
        """What the concept is, and that it is a top concept of a scheme."""
        block = Block(self.node, types=[named("skos:Concept")])
        if of == node_at(CODE + LANGUAGES.name):
            block.types.insert(0, named("dct:LinguisticSystem"))
        for words in texts.literals(Text(self.names)):
            block.derive(named("skos:prefLabel"), words)
        block.derive(named("skos:notation"), string(self.code))
        if self.public is not None:
            block.derive(named("skos:exactMatch"), self.public)
        block.derive(named("skos:inScheme"), of)
        block.derive(named("skos:topConceptOf"), of)
        return block


def scheme(of: Term, label: Message, concepts: list[Concept], texts: Texts) -> Iterator[Block]:
    """A concept scheme and its concepts."""
    yield scheme_head(of, label, (concept.node for concept in concepts), texts)
    for concept in concepts:
        yield concept.block(of, texts)


def scheme_head(of: Term, label: Message, concepts: Iterable[Term], texts: Texts) -> Block:
    """A concept scheme with its labels and top concepts."""
    block = Block(of, types=[named("skos:ConceptScheme")])
    for words in texts.label(label):
        block.derive(named("skos:prefLabel"), words)
    for concept in concepts:
        block.derive(named("skos:hasTopConcept"), concept)
    return block


def _public(value: Coded) -> Term | None:
    if not value.match:
        return None
    return published(value.match if "//" in value.match else expand(value.match))


_CODED = Walk(lambda spec: isinstance(spec.datatype, type) and issubclass(spec.datatype, Coded))


@cache
def _known_groups() -> dict[str, str]:
    return {_GROUPS + slug(code): code for code in TARGET_GROUPS.labels}


def group_code(iri: str) -> str | None:
    """The code of a target group by the address of its concept, where it is a known one."""
    return _known_groups().get(iri)


def is_respelt(term: Term, value: str) -> bool:
    """Does a code or an address stand in RDF under a node that does not tell how it is spelt?"""
    if not is_node(term):
        return False
    iri = term[1:-1]
    return (group_code(iri) if iri.startswith(_GROUPS) else iri) != value


@cache
def code_lists() -> dict[type[Coded], Message]:
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
