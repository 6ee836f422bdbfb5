"""A reasoner reads the ontology with an export: nothing contradicts anything."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import pytest
from rdf_network import BASE, river
from rdflib import OWL, RDF, Graph, URIRef

from lumme_graph.rdf.forms import Scope
from lumme_graph.rdf.ontology import ontology
from lumme_graph.rdf.vocabulary import LG
from lumme_graph.rdf.write import rdf_bytes

pytestmark = pytest.mark.stores
ERRORS = "http://www.daml.org/2002/03/agents/agent-ont#error"


def owlrl() -> Any:
    if os.environ.get("LUMME_STORES") == "required":
        return import_module("owlrl")
    return pytest.importorskip("owlrl")


def closure(*data: str) -> Graph:
    """The ontology and some data, with all that follows from both."""
    found = Graph()
    for text in (ontology(), *data):
        found.parse(data=text, format="turtle")
    reasoner: Any = owlrl()
    reasoner.DeductiveClosure(reasoner.OWLRL_Semantics).expand(found)
    return found


def contradictions(found: Graph) -> list[str]:
    """What the reasoner has put down as a contradiction, but for its quarrel with datatypes."""
    return [str(said) for _, said in found.subject_objects(URIRef(ERRORS))]


def test_an_export_and_the_ontology_agree_and_more_follows() -> None:
    export = rdf_bytes(river(), "ntriples", Scope(private=True)).decode()
    found = closure(export, f"<{BASE}x> <{LG}producedBy> <{BASE}y> .")
    assert contradictions(found) == []
    desk, channel = URIRef(f"{BASE}touchpoint-desk"), "http://data.europa.eu/m8g/Channel"
    assert (desk, RDF.type, URIRef(channel)) in found
    assert (URIRef(f"{BASE}x"), RDF.type, URIRef(f"{LG}Service")) in found
    assert (URIRef(f"{BASE}y"), RDF.type, URIRef(f"{LG}Group")) in found
    own = {s for s in found.subjects(RDF.type, OWL.Class) if str(s).startswith(LG)}
    kinds: dict[str, set[str]] = {}
    for node, of in found.subject_objects(RDF.type):
        if of in own and str(node).startswith(BASE):
            kinds.setdefault(str(node), set()).add(str(of))
    assert len(kinds) > 100
    assert {node: of for node, of in kinds.items() if len(of) > 1} == {}


def test_a_contradiction_would_be_found() -> None:
    wrong = f"<{LG}Service> <{OWL.disjointWith}> <{LG}Touchpoint> . <{BASE}x> a <{LG}Touchpoint> ."
    assert contradictions(closure(wrong, f"<{BASE}x> <{LG}producedBy> <{BASE}y> .")) != []
