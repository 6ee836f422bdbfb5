"""The own vocabulary as what a page shows: each term with its ties, its fields and an example."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from lumme_graph.base.label import Label, Message
from lumme_graph.elements.public_lists import SERVICE_CLASSES, TARGET_GROUPS
from lumme_graph.meta.element import Element, Node
from lumme_graph.meta.kind import By, Coded, Via, words_of
from lumme_graph.meta.local_name import slug
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.rdf.codes import code_lists
from lumme_graph.rdf.constraints import COUNTS, Constraint, of_class
from lumme_graph.rdf.declared import DeclaredField, classes, own_properties
from lumme_graph.rdf.own_vocabulary import ANY, VocabularyTerm, own_terms, values_of
from lumme_graph.rdf.vocabulary import CODE, LG, expand
from lumme_graph.views.vocabulary import (
    NamedLink,
    VocabularyCode,
    VocabularyEntry,
    VocabularyFact,
    VocabularyField,
    VocabularyList,
    VocabularyPage,
)

_ABOVE = Label("narrower than")
_OF = Label("said of")
_VALUES = Label("its values")
_INVERSE = Label("inverse of")
_FIELDS = Label("in YAML")
_COMMON = Label("also has", "properties that most classes have")
_SAMPLES = {
    "rdf:langString": '"…"@en',
    "xsd:string": '"…"',
    "xsd:date": '"2026-08-22"^^xsd:date',
    "xsd:integer": "12",
    "xsd:decimal": "12.5",
    "xsd:boolean": "true",
    "xsd:duration": '"P14D"^^xsd:duration',
}


def terms_page() -> VocabularyPage:
    """All terms and code lists."""
    terms = own_terms()
    by_name = {cls.kind.iris[0]: cls for cls in classes()}
    return VocabularyPage(
        "lg",
        LG,
        tuple(_class(term, by_name.get(term.name)) for term in terms if term.type == "owl:Class"),
        tuple(_property(term) for term in terms if term.type.endswith("Property")),
        tuple(_entry(term) for term in terms if term.type == "dqv:Metric"),
        tuple(_lists()),
    )


def _class(term: VocabularyTerm, cls: type[Node] | None) -> VocabularyEntry:
    above = _links(_ABOVE, term.above)
    entry = _entry(term, (above,) if term.above else ())
    if cls is None:
        return entry
    common = [spec.prop.iris[0] for spec in specs(cls) if spec.name in _common()]
    facts = (*entry.facts, *([_links(_COMMON, common)] if common else []))
    return entry._replace(facts=facts, fields=tuple(_fields(cls)))


@cache
def _common() -> frozenset[str]:
    """The fields that so many classes share that a table of one need not list them."""
    counted = Counter(spec.name for cls in classes() for spec in specs(cls))
    of_parts = {"name", "from_", "to"}
    return frozenset(
        name for name, n in counted.items() if n > len(classes()) / 4 and name not in of_parts
    )


def _fields(cls: type[Node]) -> Iterator[VocabularyField]:
    """The fields of a class, but for those that most have."""
    asked = {one.path: one for one in of_class(cls)}
    for spec in specs(cls):
        if spec.name in _common():
            continue
        for iri in _paths(spec):
            found = asked.get(iri) or asked.get(f"{iri}Earliest")
            if found is not None:
                yield VocabularyField(
                    spec.alias, _link(iri), tuple(_of_values(found)), COUNTS.get(found.times)
                )
            elif isinstance(spec.prop.via, Via):
                through = _link(spec.prop.via.predicate)
                value = "rdf:langString" if spec.prop.via.tagged else values_of(cls, spec)[0]
                yield VocabularyField(spec.alias, _link(iri), (_link(value),), COUNTS["?"], through)


def _paths(spec: Spec) -> tuple[str, ...]:
    if isinstance(spec.prop.via, By):
        return tuple(spec.prop.via.iris.values())
    return spec.prop.iris[:1]


def _of_values(one: Constraint) -> Iterator[NamedLink]:
    """What the values may be: classes, codes of a list, a datatype."""
    if one.values.classes:
        yield from map(_link, one.values.classes)
        return
    for predicate, value in one.values.pairs:
        name = predicate.value.rpartition("#")[2]
        scheme = re.search(r"code/([\w-]+?)/\(", value.value.replace("\\", ""))
        if name == "pattern" and scheme:
            yield NamedLink(f"code:{scheme[1]}", f"#code/{scheme[1]}")
        elif name == "datatype":
            yield NamedLink(_short(value.value))
            return
        elif name == "nodeKind" and len(one.values.pairs) == 1:
            yield NamedLink("IRI")


def _short(iri: str) -> str:
    return next((name for name in _SAMPLES if expand(name) == iri), iri)


def _property(term: VocabularyTerm) -> VocabularyEntry:
    facts = [_links(_OF, term.of)] if term.of else []
    codes = list(dict.fromkeys(name for name in map(_codes, term.fields) if name))
    facts.append(
        VocabularyFact(_VALUES, tuple(NamedLink(f"code:{one}", f"#code/{one}") for one in codes))
        if codes
        else _links(_VALUES, term.values)
    )
    if term.inverse_of:
        facts.append(_links(_INVERSE, (term.inverse_of,)))
    fields = own_properties().get(term.name, ())
    if fields:
        facts.append(VocabularyFact(_FIELDS, tuple(map(_field, fields))))
    return _entry(term, tuple(facts))._replace(example=_example(term))


def _codes(field: DeclaredField) -> str:
    """The name of the list whose codes are the values of a field."""
    datatype: Any = field.spec.datatype
    if isinstance(datatype, type) and issubclass(datatype, Coded):
        return datatype.list_name()
    return ""


def _field(field: DeclaredField) -> NamedLink:
    owner = field.owner
    name = owner.kind.prefix if issubclass(owner, Element) else words_of(owner.__name__)
    anchor = owner.kind.iris[0].partition(":")[2]
    return NamedLink(f"{name}: {field.spec.alias}", f"#{anchor}")


def _example(term: VocabularyTerm) -> str:
    """The property as a line of a query or of Turtle."""
    of, value = (term.of or (ANY,))[0], term.values[0]
    said = _SAMPLES.get(value) or f"?{_variable(value)}"
    for field in term.fields:
        if name := _codes(field):
            said = rf"code:{name}\/{slug(str(next(iter(field.spec.datatype))))}"
            break
    return f"?{_variable(of)} {term.name} {said} ."


def _variable(name: str) -> str:
    local = "it" if name == ANY else name.partition(":")[2]
    return local[:1].lower() + local[1:]


def _entry(term: VocabularyTerm, facts: tuple[VocabularyFact, ...] = ()) -> VocabularyEntry:
    anchor = term.name.partition(":")[2]
    return VocabularyEntry(anchor, term.name, term.label, term.definition, facts)


def _links(label: Message, names: Iterable[str]) -> VocabularyFact:
    return VocabularyFact(label, tuple(map(_link, names)))


def _link(name: str) -> NamedLink:
    """A term as a link: own ones within the page, shared ones to where they are defined."""
    prefix, _, local = name.partition(":")
    if prefix in {"xsd", "rdf", "rdfs", "owl"}:
        return NamedLink(name)
    return NamedLink(name, f"#{local}" if prefix == "lg" else expand(name))


def _lists() -> Iterator[VocabularyList]:
    """The closed lists, then the public lists as far as their names are carried."""
    for cls, label in sorted(code_lists().items(), key=lambda each: each[0].list_name()):
        codes = tuple(VocabularyCode(slug(str(one)), one.label, _same(one)) for one in cls)
        yield _list(cls.list_name(), label, codes)
    for public in (SERVICE_CLASSES, TARGET_GROUPS):
        named = tuple(
            VocabularyCode(slug(code), label, NamedLink(code, public.address(code) or ""))
            for code, label in public.labels.items()
        )
        yield _list(public.name, public.label, named)


def _list(name: str, label: Message, codes: tuple[VocabularyCode, ...]) -> VocabularyList:
    return VocabularyList(f"code/{name}", f"code:{name}", label, codes)


def _same(code: Coded) -> NamedLink | None:
    if not code.match:
        return None
    href = code.match if "//" in code.match else expand(code.match)
    return NamedLink(code.match.removeprefix(CODE), href)
