"""What may be the values of a property, and how many: in SHACL, and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple, get_args, get_origin
from typing import Literal as OneOf

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra
from lumme_graph.base.label import Label, Message
from lumme_graph.base.text import Text
from lumme_graph.meta.element import Node
from lumme_graph.meta.kind import By, Coded, Via
from lumme_graph.meta.local_name import slug
from lumme_graph.meta.ref import LONGEST_ID
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.rdf.declared import stated
from lumme_graph.rdf.fields import coarse
from lumme_graph.rdf.own_terms import ALSO_OF, CLASSES, PROPERTIES
from lumme_graph.rdf.own_vocabulary import ANY, EARLIEST, LATEST, values_of
from lumme_graph.rdf.oxigraph import Literal
from lumme_graph.rdf.shape import ADDRESSES
from lumme_graph.rdf.terms import Pair, named
from lumme_graph.rdf.vocabulary import CODE

_SENTENCE = Label("{field}: {kind}; {count}")
_ANY_NUMBER = Label("{field}: {kind}")
COUNTS: Final[dict[str, Message]] = {
    "1": Label("exactly one"),
    "?": Label("at most one"),
    "+": Label("at least one"),
}
_KINDS: Final[dict[str, Message]] = {
    "xsd:string": Label("a string (xsd:string)"),
    "xsd:integer": Label("a whole number (xsd:integer)"),
    "xsd:decimal": Label("a number (xsd:decimal)"),
    "xsd:boolean": Label("true or false (xsd:boolean)"),
    "xsd:date": Label("a day (xsd:date)"),
    "xsd:duration": Label("a duration (xsd:duration)"),
    "rdf:langString": Label("a text with its language, each language once"),
}
_IRI = Label("an address (IRI)")
_OF_CLASS = Label("a node of the class {classes}")
_CODE_OF = Label("a code of the list {list}")
_WORD = Label("one of {words}")
_BEFORE = Label("a day (xsd:date) that is not after the last one")
_PAGE = Label("an address of a page")
_ID = Label("the id of an element of this kind")


class Allowed(NamedTuple):
    """What values may be: in words, in SHACL, and of which of some classes, where nodes have one."""

    kind: Message
    pairs: tuple[Pair, ...]
    classes: tuple[str, ...] = ()


class Constraint(NamedTuple):
    """What a property of a class may be, how many of its values there are, what it is called.

    `local` is the last part of the address of its shape.
    """

    local: str
    path: str
    values: Allowed
    times: str
    label: Message

    def pairs(self) -> Iterator[Pair]:
        """What SHACL says of the values; of several classes it is said beside."""
        yield from self.values.pairs
        if len(self.values.classes) == 1:
            yield named("sh:class"), named(self.values.classes[0])
        if self.times in "1+":
            yield named("sh:minCount"), Literal(1)
        if self.times in "1?":
            yield named("sh:maxCount"), Literal(1)

    def message(self) -> Message:
        """What must hold, in words."""
        count = COUNTS.get(self.times)
        if count is None:
            return _ANY_NUMBER.fill(field=self.label, kind=self.values.kind)
        return _SENTENCE.fill(field=self.label, kind=self.values.kind, count=count)


def of_class(cls: type[Node]) -> Iterator[Constraint]:
    """What the fields of a class ask for."""
    for spec in specs(cls):
        via = spec.prop.via
        if isinstance(via, Via):
            yield Constraint(slug(via.local), via.predicate, _nodes(via.iri), "?", spec.prop.label)
        elif isinstance(via, By):
            for word, term in via.iris.items():
                values = Allowed(_PAGE, ()) if term in ADDRESSES else _datatype("xsd:string")
                local = f"{slug(spec.alias)}-{word}"
                yield Constraint(local, term, values, "?", spec.prop.label)
    for spec in stated(cls):
        if spec.prop.via is None and spec.datatype is not Extra:
            yield from _of_field(cls, spec)


def id_of(prefix: str) -> Constraint:
    """What the id of an element is."""
    pattern = Literal(f"^{prefix}-[a-z0-9]+(-[a-z0-9]+)*$")
    shape = (named("sh:pattern"), pattern), (named("sh:maxLength"), Literal(LONGEST_ID))
    values = Allowed(_ID, (*_datatype("xsd:string").pairs, *shape))
    return Constraint("id", "dct:identifier", values, "1", Label("id"))


def beside() -> dict[str, list[Constraint]]:
    """What is asked of the classes and properties that no field declares; of any class under ``."""
    found: dict[str, list[Constraint]] = {name: [] for name in ("", *CLASSES)}
    for name, told in PROPERTIES.items():
        for of in told.of or ("",):
            values = of if name == "lg:listedAfter" else told.range
            made = _simple(name, values, told.times, told.label)
            found.setdefault(of, []).append(made)
    for of, name, values, count, label in _SHARED:
        found[of].append(_simple(name, values, count, label))
    for name, of_classes in ALSO_OF.items():
        if name in coarse() and "lg:Model" in of_classes:
            found["lg:Model"] += _dates(name.partition(":")[2], name, "1", Label("as of"))
    for name, label in (("lg:from", Label("from")), ("lg:to", Label("to"))):
        found["lg:Reach"] += _dates(name.partition(":")[2], name, "?", label)
    return found


_NAME, _TOLD = Label("name"), Label("description")
_SHARED: Final = (
    ("lg:Model", "dct:title", "rdf:langString", "+", _NAME),
    ("lg:Model", "dct:description", "rdf:langString", "*", Label("statement")),
    ("lg:Model", "dct:license", "", "?", Label("licence")),
    ("lg:Model", "dct:publisher", "foaf:Agent", "?", Label("publisher")),
    ("lg:Model", "dct:modified", "xsd:date", "?", Label("modified")),
    ("lg:Model", "dct:language", "dct:LinguisticSystem", "*", Label("languages")),
    ("lg:Model", "dcat:record", "dcat:CatalogRecord", "*", Label("record of a service")),
    ("lg:Point", "dct:description", "rdf:langString", "+", Label("text")),
    ("lg:DerivationRule", "dct:description", "rdf:langString", "+", _TOLD),
)
"""The shared properties of the classes that no field declares."""


def _simple(name: str, values: str, count: str, label: Message) -> Constraint:
    return Constraint(name.partition(":")[2], name, _told(values), count, label)


def _told(values: str) -> Allowed:
    if values in _KINDS:
        return _datatype(values)
    return _nodes() if values in {"", ANY, "rdf:Property", "owl:Class"} else _nodes(values)


def _datatype(iri: str) -> Allowed:
    once = ((named("sh:uniqueLang"), Literal(True)),) if iri == "rdf:langString" else ()
    return Allowed(_KINDS[iri], ((named("sh:datatype"), named(iri)), *once))


def _nodes(*classes: str) -> Allowed:
    """Nodes of one of some classes; of any where none is named."""
    kind = _OF_CLASS.fill(classes=" / ".join(classes)) if classes else _IRI
    return Allowed(kind, ((named("sh:nodeKind"), named("sh:IRI")),), classes)


def _of_field(cls: type[Node], spec: Spec) -> Iterator[Constraint]:
    name, local, label = spec.prop.iris[0], slug(spec.alias), spec.prop.label
    one = "1" if spec.required else "?"
    if spec.datatype in {UncertainDate, date}:
        yield from _dates(local, name, one, label)
        return
    is_text = spec.datatype is Text and not spec.many
    many = ("+" if spec.required else "*") if spec.many or is_text else one
    yield Constraint(local, name, _values(cls, spec), many, label)


def _dates(local: str, name: str, count: str, label: Message) -> Iterator[Constraint]:
    """A day, and where it may be coarse the bounds, of which the first may not be after the last."""
    day = _datatype("xsd:date")
    if name not in coarse():
        yield Constraint(local, name, day, count, label)
        return
    first, last = f"{name}Earliest", f"{name}Latest"
    ordered = Allowed(_BEFORE, (*day.pairs, (named("sh:lessThanOrEquals"), named(last))))
    yield Constraint(local, name, day, "?", label)
    yield Constraint(f"{local}-earliest", first, ordered, "?", EARLIEST.fill(date=label))
    yield Constraint(f"{local}-latest", last, day, "?", LATEST.fill(date=label))


def _values(cls: type[Node], spec: Spec) -> Allowed:
    """What each value of a field must be."""
    datatype = spec.datatype
    if ADDRESSES.intersection(spec.prop.iris) or "skos:broadMatch" in spec.prop.iris:
        return _nodes()
    if isinstance(datatype, type) and issubclass(datatype, Coded):
        scheme = CODE + datatype.list_name()
        codes = "|".join(re.escape(slug(str(value))) for value in datatype)
        pattern = Literal(f"^{re.escape(scheme)}/({codes})$")
        kind = _CODE_OF.fill(list=f"code:{datatype.list_name()}")
        return Allowed(kind, (*_nodes().pairs, (named("sh:pattern"), pattern)))
    if get_origin(datatype) is OneOf:
        words = get_args(datatype)
        pattern = Literal(f"^({'|'.join(map(re.escape, words))})$")
        pairs = (*_datatype("xsd:string").pairs, (named("sh:pattern"), pattern))
        return Allowed(_WORD.fill(words=" / ".join(words)), pairs)
    values = values_of(cls, spec)
    if values[0] in _KINDS:
        return _datatype(values[0])
    return _nodes() if values == (ANY,) else _nodes(*values)
