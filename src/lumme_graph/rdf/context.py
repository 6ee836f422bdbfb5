"""The context of JSON-LD in the words of the YAML: with it, the data of a model are its stated graph.

The data are those that `linked_json` makes. Each node has a `@type`, whose context holds the terms of
its fields, so `type` may be one thing in a branch and another in a source. Nothing is fetched.
"""

from __future__ import annotations

from typing import Any, Final

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra
from lumme_graph.base.json_text import json_text
from lumme_graph.base.text import Text
from lumme_graph.meta.element import Node
from lumme_graph.meta.kind import By, Coded, Private, Via
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.rdf.declared import classes
from lumme_graph.rdf.fields import coarse
from lumme_graph.rdf.own_fields import PREFIX, own_namespace
from lumme_graph.rdf.own_terms import CLASSES, PROPERTIES
from lumme_graph.rdf.own_vocabulary import values_of
from lumme_graph.rdf.shape import ADDRESSES
from lumme_graph.rdf.vocabulary import CODE, PREFIXES, SCHEMA_ONLY, expand

Context = dict[str, Any]
POINT: Final = "text"
"""What the words of a text of a list are called."""

_LINK: Final = {"@type": "@id"}


def context(base: str = "") -> str:
    """The context as text; with a base, ids are addresses of that model."""
    return json_text({"@context": terms(base)})


def terms(base: str = "") -> Context:
    """The context: each class has the terms of its fields."""
    prefixes = {name: iri for name, iri in PREFIXES.items() if name not in SCHEMA_ONLY}
    structure = {name: {"@id": name, **_typed(told.range)} for name, told in PROPERTIES.items()}
    return {
        "@version": 1.1,
        **({"@base": base, PREFIX: own_namespace(base)} if base else {}),
        **prefixes,
        **structure,
        **{class_name(cls): _of_class(cls) for cls in classes()},
        "Point": {"@id": expand("lg:Point"), "@context": {POINT: _texts("dct:description")}},
        **{name.partition(":")[2]: expand(name) for name in CLASSES if name != "lg:Point"},
    }


def class_name(cls: type[Node]) -> str:
    """What a class is called in the data: the last part of its address."""
    return cls.kind.iris[0].partition(":")[2]


def _of_class(cls: type[Node]) -> Context:
    found: Context = {"id": {"@id": "dct:identifier"}}
    for spec in specs(cls):
        match spec.prop.via:
            case Via() as via:
                between: Context = {"@id": via.predicate, "@context": {}}
                inner: Context = found.setdefault(via.local, between)["@context"]
                inner[spec.alias] = {"@id": spec.prop.iris[0], **_of_values(cls, spec)}
            case By() as by:
                found |= {word: {"@id": iri, **_address(iri)} for word, iri in by.iris.items()}
            case None if spec.prop.iris and spec.datatype is not Extra:
                found |= _of_field(cls, spec)
            case _:
                pass
    return {"@id": expand(cls.kind.iris[0]), "@context": found}


def _of_field(cls: type[Node], spec: Spec) -> Context:
    iri = spec.prop.iris[0]
    if spec.datatype is Text and not spec.many:
        return {spec.alias: _texts(iri)}
    found: Context = {spec.alias: {"@id": iri, **_of_values(cls, spec)}}
    if spec.datatype is UncertainDate or iri in coarse():
        for ending in ("earliest", "latest"):
            bound = f"{iri}{ending.capitalize()}"
            found[f"{spec.alias}_{ending}"] = {"@id": bound, "@type": "xsd:date"}
    return found


def _of_values(cls: type[Node], spec: Spec) -> Context:
    """How values are read: as addresses, as codes of a list, or as literals of a datatype."""
    iri, datatype = spec.prop.iris[0], spec.datatype
    if isinstance(spec.prop, Private) and spec.record is None:
        return {}
    if iri in ADDRESSES or iri == "skos:broadMatch":
        return dict(_LINK)
    if isinstance(datatype, type) and issubclass(datatype, Coded):
        return {**_LINK, "@context": {"@base": f"{CODE}{datatype.list_name()}/"}}
    return _typed(values_of(cls, spec)[0])


def _typed(values: str) -> Context:
    if values == "rdf:langString":
        return {"@container": "@language"}
    if values == "xsd:string":
        return {}
    return {"@type": values} if values.startswith("xsd:") else dict(_LINK)


def _address(iri: str) -> Context:
    return dict(_LINK) if iri in ADDRESSES else {}


def _texts(iri: str) -> Context:
    return {"@id": iri, "@container": "@language"}
