"""The own vocabulary as shapes in SHACL: what may be said of each class, from the declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, get_args, get_origin
from typing import Literal as OneOf

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Triple

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label, Message
from lumme_graph.base.text import Text
from lumme_graph.meta.element import Element, Node
from lumme_graph.meta.kind import By, Coded, Private, Via
from lumme_graph.meta.local_name import slug
from lumme_graph.meta.spec import Spec
from lumme_graph.rdf.declared import classes, stated
from lumme_graph.rdf.fields import coarse
from lumme_graph.rdf.ontology import range_of
from lumme_graph.rdf.shape import ADDRESSES
from lumme_graph.rdf.terms import Pair, Tags, named
from lumme_graph.rdf.vocabulary import CODE, LG, PREFIXES, expand

SHAPES: Final = "https://w3id.org/lumme-graph/shapes#"
"""Where the shapes are: `<class>Shape`, and `<class>-<field>` for each of its properties."""

_TAGS = Tags(("fi", "en"))
_ONE = Label("{field}: there must be exactly one")
_AT_MOST_ONE = Label("{field}: there may be only one")
_SOME = Label("{field}: it is missing, or not of the right kind")
_OF_KIND = Label("{field}: this is not of the right kind")
_CLOSED = Label("this class has no such property of the own vocabulary")
_STRUCTURE = ("lg:order", "lg:listedAfter", "lg:position", "lg:derivedProperty", "lg:factNumber",
              "lg:offeredByDefault", "lg:hasTextIn", "lg:currentFingerprint")  # fmt: skip
_ONCE = 1


def shapes() -> str:
    """The shapes in Turtle; no blank nodes."""
    prefixes = {**PREFIXES, "shapes": SHAPES}
    text = pyoxigraph.serialize(_all(), format=pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes)
    return (text or b"").decode()


def _all() -> Iterator[Triple]:
    for cls in classes():
        yield from _of_class(cls)


def _of_class(cls: type[Node]) -> Iterator[Triple]:
    own = cls.kind.iris[0]
    name = own.partition(":")[2]
    shape = NamedNode(f"{SHAPES}{name}Shape")
    yield Triple(shape, named("rdf:type"), named("sh:NodeShape"))
    yield Triple(shape, named("sh:targetClass"), named(own))
    allowed = set(_STRUCTURE)
    said: list[Triple] = []
    if issubclass(cls, Element):
        node = NamedNode(f"{SHAPES}{name}-id")
        yield Triple(shape, named("sh:property"), node)
        pattern = f"^{cls.kind.prefix}-[a-z0-9]+(-[a-z0-9]+)*$"
        said += _shape(node, "dct:identifier", _ONE, Label("id"), [
            (named("sh:minCount"), Literal(_ONCE)), (named("sh:maxCount"), Literal(_ONCE)),
            (named("sh:datatype"), named("xsd:string")), (named("sh:pattern"), Literal(pattern)),
        ])  # fmt: skip
    for spec in stated(cls):
        if isinstance(spec.prop.via, Via | By):
            continue
        for term, pairs, message in _properties(spec):
            allowed.add(term)
            ending = term.removeprefix(spec.prop.iris[0])
            node = NamedNode(f"{SHAPES}{name}-{slug(spec.alias)}{ending}")
            yield Triple(shape, named("sh:property"), node)
            said += _shape(node, term, message, spec.prop.label, pairs)
    closed = NamedNode(f"{SHAPES}{name}-closed")
    yield Triple(shape, named("sh:sparql"), closed)
    yield from said
    yield from _closed(closed, allowed)


def _shape(
    node: NamedNode, term: str, message: Message, label: Message, pairs: list[Pair]
) -> list[Triple]:
    made = [
        Triple(node, named("rdf:type"), named("sh:PropertyShape")),
        Triple(node, named("sh:path"), named(term)),
        *(Triple(node, predicate, value) for predicate, value in pairs),
    ]
    words = _TAGS.label(message.fill(field=label))
    return [*made, *(Triple(node, named("sh:message"), one) for one in words)]


def _properties(spec: Spec) -> Iterator[tuple[str, list[Pair], Message]]:
    """The properties of a field, each with what its values must be."""
    term = spec.prop.iris[0]
    if spec.datatype is UncertainDate or range_of(spec) == "xsd:date":
        terms = (term, f"{term}Earliest", f"{term}Latest") if term in coarse() else (term,)
        for one in terms:
            yield one, [*_datatype("xsd:date"), _at_most_one()], _AT_MOST_ONE
        return
    pairs = _values(spec)
    if spec.datatype is Text and not spec.many:
        pairs.append((named("sh:uniqueLang"), Literal(True)))
    elif not spec.many:
        pairs.append(_at_most_one())
    if spec.required and not isinstance(spec.prop, Private):
        pairs.append((named("sh:minCount"), Literal(_ONCE)))
        yield term, pairs, _SOME if spec.datatype is Text else _ONE
    else:
        yield term, pairs, _OF_KIND if spec.many or spec.datatype is Text else _AT_MOST_ONE


def _at_most_one() -> Pair:
    return named("sh:maxCount"), Literal(_ONCE)


def _datatype(iri: str) -> list[Pair]:
    return [(named("sh:datatype"), named(iri))]


def _values(spec: Spec) -> list[Pair]:
    """What each value of a field must be."""
    datatype = spec.datatype
    if ADDRESSES.intersection(spec.prop.iris) or "skos:broadMatch" in spec.prop.iris:
        return []
    if isinstance(datatype, type) and issubclass(datatype, Coded):
        codes = "|".join(re.escape(slug(str(value))) for value in datatype)
        pattern = f"^{re.escape(CODE + datatype.list_name())}/({codes})$"
        return [(named("sh:nodeKind"), named("sh:IRI")), (named("sh:pattern"), Literal(pattern))]
    if get_origin(datatype) is OneOf:
        words = "|".join(map(re.escape, get_args(datatype)))
        return [*_datatype("xsd:string"), (named("sh:pattern"), Literal(f"^({words})$"))]
    made = range_of(spec)
    if made.startswith("xsd:") or made == "rdf:langString":
        return _datatype(made)
    node: list[Pair] = [(named("sh:nodeKind"), named("sh:IRI"))]
    return node if made == "rdfs:Resource" else [*node, (named("sh:class"), named(made))]


def _closed(node: NamedNode, allowed: set[str]) -> Iterator[Triple]:
    """No other property of the own vocabulary than those of the class."""
    terms = ", ".join(f"<{expand(term)}>" for term in sorted(allowed) if term.startswith("lg:"))
    query = (
        "SELECT $this ?path ?value WHERE { $this ?path ?value . "
        f'FILTER(STRSTARTS(STR(?path), "{LG}") && ?path NOT IN ({terms})) }}'
    )
    yield Triple(node, named("rdf:type"), named("sh:SPARQLConstraint"))
    yield Triple(node, named("sh:select"), Literal(query))
    for words in _TAGS.label(_CLOSED):
        yield Triple(node, named("sh:message"), words)
