"""The context of JSON-LD in the words of the YAML: with it, a model's data are its stated graph."""

from __future__ import annotations

from typing import Any

from lumme_graph.base.json_text import json_text
from lumme_graph.base.text import Text
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.meta.element import Node
from lumme_graph.meta.kind import By, Via
from lumme_graph.meta.spec import Spec
from lumme_graph.rdf.declared import classes, stated
from lumme_graph.rdf.own_vocabulary import values_of
from lumme_graph.rdf.vocabulary import PREFIXES, expand


def context(base: str = "") -> str:
    """The context: each class has the terms of its fields; nothing must be fetched for it."""
    kinds = {cls.kind.prefix: _scoped(cls) for cls in ELEMENTS}
    records = {_name(cls): _scoped(cls) for cls in classes() if _name(cls) not in kinds}
    whole: dict[str, Any] = {"@version": 1.1}
    if base:
        whole["@base"] = base
    whole |= {"id": "@id", "type": "@type", **PREFIXES}
    return json_text({"@context": {**whole, **kinds, **records}})


def _name(cls: type[Node]) -> str:
    return cls.kind.iris[0].partition(":")[2]


def _scoped(cls: type[Node]) -> dict[str, Any]:
    terms = {spec.alias: _term(cls, spec) for spec in stated(cls) if not _elsewhere(spec)}
    return {"@id": expand(cls.kind.iris[0]), "@context": terms}


def _elsewhere(spec: Spec) -> bool:
    """Does a node stand between, or another field say the property?"""
    return isinstance(spec.prop.via, Via | By)


def _term(cls: type[Node], spec: Spec) -> dict[str, Any]:
    term: dict[str, Any] = {"@id": spec.prop.iris[0]}
    made = values_of(cls, spec)[0]
    if spec.datatype is Text and not spec.many:
        return {**term, "@container": "@language"}
    if made.startswith("xsd:"):
        return {**term, "@type": made} if made != "xsd:string" else term
    return {**term, "@type": "@id"}
