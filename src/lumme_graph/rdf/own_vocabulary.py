"""Every term of the own vocabulary, from the declarations alone: for ontology, shapes and pages."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra
from lumme_graph.base.label import Label, Message
from lumme_graph.base.text import Text
from lumme_graph.meta.docs import class_doc, field_docs
from lumme_graph.meta.element import Node
from lumme_graph.meta.kind import Coded, Within
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.rdf.declared import DeclaredField, classes, own_properties
from lumme_graph.rdf.fields import coarse
from lumme_graph.rdf.own_terms import ALSO_OF, CLASSES, METRICS, PROPERTIES, SHARED, OwnTerm

ANY: Final = "rdfs:Resource"
"""What the values are where any element may be one."""

LITERAL: Final = "rdfs:Literal"
"""What the values are where they may be of any datatype."""

EARLIEST = Label("{date}, at the earliest")
LATEST = Label("{date}, at the latest")
_DATATYPES: Final[dict[Any, str]] = {
    str: "xsd:string",
    bool: "xsd:boolean",
    int: "xsd:integer",
    Decimal: "xsd:decimal",
    UncertainDate: "xsd:date",
    date: "xsd:date",
    timedelta: "xsd:duration",
    Extra: LITERAL,
}


class VocabularyTerm(NamedTuple):
    """A term: what it is, what it is called and says, and how it is tied to others.

    `above` are the shared classes that it is narrower than, `of` the classes that have a property
    and `values` what its values are; `fields` are the fields of a model that say it.
    """

    name: str
    type: str
    label: Message
    definition: str
    above: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    inverse_of: str = ""
    fields: tuple[DeclaredField, ...] = ()


@cache
def own_terms() -> tuple[VocabularyTerm, ...]:
    """All of them: the classes, the properties of fields, those beside them, the metrics."""
    return (*_classes(), *_of_fields(), *_beside(), *_metrics())


def _classes() -> Iterator[VocabularyTerm]:
    for cls in classes():
        own, *above = cls.kind.iris
        yield VocabularyTerm(own, "owl:Class", cls.kind.label, _first(class_doc(cls)), tuple(above))
    for name, told in CLASSES.items():
        yield VocabularyTerm(name, "owl:Class", told.label, told.definition)


def _of_fields() -> Iterator[VocabularyTerm]:
    for name, fields in own_properties().items():
        owner, spec = fields[0]
        told = SHARED.get(name)
        label = told.label if told else spec.prop.label
        definition = told.definition if told else _first(field_docs(owner)[spec.name])
        of = (*(field.owner.kind.iris[0] for field in fields), *ALSO_OF.get(name, ()))
        values = _each_once(iri for field in fields for iri in values_of(*field))
        term = VocabularyTerm(
            name, _type(values), label, definition, (), _each_once(of), values, "", tuple(fields)
        )
        yield term
        yield from _bounds(term)
        inverse = spec.prop.inverse
        if inverse is not None and len(fields) == 1:
            yield VocabularyTerm(
                f"{name}Inverse",
                "owl:ObjectProperty",
                inverse.label,
                f"The inverse of {name.partition(':')[2]}, for those who reason; no export uses it.",
                of=() if values == (ANY,) else values,
                values=term.of,
                inverse_of=name,
            )


def _bounds(term: VocabularyTerm) -> Iterator[VocabularyTerm]:
    """The properties of the first and the last day that a date may be."""
    if term.name in coarse():
        for ending, label in (("Earliest", EARLIEST), ("Latest", LATEST)):
            yield term._replace(
                name=term.name + ending,
                label=label.fill(date=term.label),
                definition=f"{term.definition.rstrip('.')}: the {ending.lower()} day that it may be.",
            )


def _beside() -> Iterator[VocabularyTerm]:
    for name, told in PROPERTIES.items():
        yield _told(name, told, _type((told.range,)))


def _metrics() -> Iterator[VocabularyTerm]:
    for name, told in METRICS.items():
        yield VocabularyTerm(name, "dqv:Metric", told.label, told.definition)


def _told(name: str, told: OwnTerm, type_: str) -> VocabularyTerm:
    return VocabularyTerm(
        name, type_, told.label, told.definition, of=told.of, values=(told.range,)
    )


def _type(values: tuple[str, ...]) -> str:
    is_data = values[0].startswith("xsd:") or values[0] in {"rdf:langString", LITERAL}
    return "owl:DatatypeProperty" if is_data else "owl:ObjectProperty"


def values_of(owner: type[Node], spec: Spec) -> tuple[str, ...]:
    """What the values of a field are in RDF: a datatype, or the classes of nodes."""
    if spec.record is not None:
        return (spec.record.kind.iris[0],)
    if spec.prop.within is not None:
        return _parts(owner, spec.prop.within) or (ANY,)
    if spec.is_ref:
        return tuple(cls.kind.iris[0] for cls in spec.targets) or (ANY,)
    datatype: Any = spec.datatype
    if isinstance(datatype, type) and issubclass(datatype, Coded):
        return ("skos:Concept",)
    if datatype is Text:
        return ("lg:Point" if spec.many else "rdf:langString",)
    return (_DATATYPES.get(datatype, "xsd:string"),)


def _parts(owner: type[Node], within: Within) -> tuple[str, ...]:
    """The classes of the parts that a field names by their local ids."""
    wholes: Iterable[type[Node]] = (cls for cls in classes() if owner in _records(cls))
    if within.of:
        named = next(each for each in specs(owner) if each.name == within.of)
        wholes = named.targets or classes()
    found = (
        each.record.kind.iris[0]
        for whole in wholes
        for each in specs(whole)
        if each.alias == within.field and each.record is not None
    )
    return _each_once(found)


@cache
def _records(cls: type[Node]) -> frozenset[type[Node]]:
    """A class and the records in it, at any depth."""
    inner = (each.record for each in specs(cls) if each.record is not None)
    return frozenset({cls}).union(*map(_records, inner))


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _first(doc: str) -> str:
    """The first paragraph of a docstring in one line, its code in quotation marks."""
    words = " ".join(inspect.cleandoc(doc).partition("\n\n")[0].split())
    return re.sub(r"`([^`]*)`", r"“\1”", words)
