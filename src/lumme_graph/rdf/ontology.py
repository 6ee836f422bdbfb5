"""The own vocabulary as an ontology in OWL: every class and property, from the declarations alone."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Triple

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label, Message
from lumme_graph.base.text import Text
from lumme_graph.meta.docs import class_doc, field_docs
from lumme_graph.meta.element import Node
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.spec import Spec
from lumme_graph.rdf.declared import DeclaredField, classes, own_properties
from lumme_graph.rdf.fields import coarse
from lumme_graph.rdf.own_terms import CLASSES, PROPERTIES, SHARED, OwnTerm
from lumme_graph.rdf.terms import Pair, Tags, named
from lumme_graph.rdf.vocabulary import LG, PREFIXES

_TITLE = Label("The vocabulary of lumme_graph")
_EARLIEST = Label("{date}, at the earliest")
_LATEST = Label("{date}, at the latest")
_LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
_TAGS = Tags(("en", "fi", "sv"))


def ontology() -> str:
    """The ontology in Turtle; no blank nodes."""
    made = chain(_head(), _classes(), _properties())
    text = pyoxigraph.serialize(made, format=pyoxigraph.RdfFormat.TURTLE, prefixes=PREFIXES)
    return (text or b"").decode()


def _head() -> Iterator[Triple]:
    from lumme_graph import __version__

    node = NamedNode(LG)
    yield Triple(node, named("rdf:type"), named("owl:Ontology"))
    for words in _TAGS.label(_TITLE):
        yield Triple(node, named("dct:title"), words)
    yield Triple(node, named("owl:versionInfo"), Literal(__version__))
    yield Triple(node, named("dct:license"), NamedNode(_LICENCE))
    yield Triple(node, named("vann:preferredNamespacePrefix"), Literal("lg"))
    yield Triple(node, named("vann:preferredNamespaceUri"), Literal(LG))


def _term(
    term: str, type_: str, label: Message, definition: str, more: Iterable[Pair] = ()
) -> Iterator[Triple]:
    node = named(term)
    yield Triple(node, named("rdf:type"), named(type_))
    for words in _TAGS.label(label):
        yield Triple(node, named("rdfs:label"), words)
    yield Triple(node, named("skos:definition"), Literal(definition, language="en"))
    for predicate, value in more:
        yield Triple(node, predicate, value)
    yield Triple(node, named("rdfs:isDefinedBy"), NamedNode(LG))


def _classes() -> Iterator[Triple]:
    for cls in classes():
        own, *shared = cls.kind.iris
        above = ((named("rdfs:subClassOf"), named(iri)) for iri in shared)
        yield from _term(own, "owl:Class", cls.kind.label, _first(class_doc(cls)), above)
    for term, told in CLASSES.items():
        yield from _term(term, "owl:Class", told.label, told.definition)


def _properties() -> Iterator[Triple]:
    for term, fields in own_properties().items():
        told = SHARED.get(term) or _told(fields[0])
        owners = list(dict.fromkeys(field.owner for field in fields))
        more = [*_of(owners), (named("rdfs:range"), named(told.range))]
        yield from _property(term, told, more)
        if term in coarse():
            for ending, label in (("Earliest", _EARLIEST), ("Latest", _LATEST)):
                bound = told._replace(label=label.fill(date=told.label))
                yield from _property(f"{term}{ending}", bound, more)
        inverse = fields[0].spec.prop.inverse
        if inverse is not None and len(fields) == 1:
            yield from _term(
                f"{term}Inverse",
                "owl:ObjectProperty",
                inverse.label,
                f"The inverse of {term.partition(':')[2]}.",
                [(named("owl:inverseOf"), named(term))],
            )
    for term, told in PROPERTIES.items():
        yield from _property(term, told, [(named("rdfs:range"), named(told.range))])


def _property(term: str, told: OwnTerm, more: Iterable[Pair]) -> Iterator[Triple]:
    is_data = told.range.startswith("xsd:") or told.range == "rdf:langString"
    type_ = "owl:DatatypeProperty" if is_data else "owl:ObjectProperty"
    return _term(term, type_, told.label, told.definition, more)


def _of(owners: list[type[Node]]) -> Iterator[Pair]:
    """The one class that has the property, or each of several."""
    term = "rdfs:domain" if len(owners) == 1 else "schema:domainIncludes"
    return ((named(term), named(cls.kind.iris[0])) for cls in owners)


def _told(field: DeclaredField) -> OwnTerm:
    owner, spec = field
    return OwnTerm(range_of(spec), spec.prop.label, _first(field_docs(owner)[spec.name]))


def _first(doc: str) -> str:
    """The first sentence of a docstring, in one line."""
    return " ".join(inspect.cleandoc(doc).partition("\n\n")[0].split())


_DATATYPES = {
    str: "xsd:string",
    bool: "xsd:boolean",
    int: "xsd:integer",
    Decimal: "xsd:decimal",
    UncertainDate: "xsd:date",
    date: "xsd:date",
    timedelta: "xsd:duration",
}


def range_of(spec: Spec) -> str:
    """What the values of a field are in RDF."""
    if spec.record is not None:
        return spec.record.kind.iris[0]
    if spec.is_ref or spec.prop.within is not None:
        only = spec.targets if len(spec.targets) == 1 else ()
        return only[0].kind.iris[0] if only else "rdfs:Resource"
    if isinstance(spec.datatype, type) and issubclass(spec.datatype, Coded):
        return "skos:Concept"
    if spec.datatype is Text:
        return "lg:Point" if spec.many else "rdf:langString"
    return _DATATYPES.get(spec.datatype, "xsd:string")
