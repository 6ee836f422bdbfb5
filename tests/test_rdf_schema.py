"""The own vocabulary: an ontology that defines what is used, shapes that find what is wrong."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdf_network import BASE, river
from rdflib import Graph

from lumme_graph.rdf.forms import prefixes
from lumme_graph.rdf.ontology import ontology
from lumme_graph.rdf.shapes import shapes
from lumme_graph.rdf.terms import named
from lumme_graph.rdf.triples import triples
from lumme_graph.rdf.vocabulary import LG

_PYSHACL: Any = import_module("pyshacl")
HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes(BASE).items())


def parsed(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(text, format=RdfFormat.TURTLE)]


@cache
def defined() -> dict[str, list[Triple]]:
    found: dict[str, list[Triple]] = {}
    for triple in parsed(ontology()):
        assert not isinstance(triple.subject, BlankNode)
        assert not isinstance(triple.object, BlankNode)
        found.setdefault(str(triple.subject), []).append(triple)
    return found


def test_every_own_term_of_an_export_is_defined() -> None:
    used: set[str] = set()
    for triple in triples(river(), private=True):
        for node in (triple.predicate, triple.object):
            if isinstance(node, NamedNode) and node.value.startswith(LG):
                used.add(str(node))
    metrics = {str(named(f"lg:coverage{word}")) for word in ("Done", "WithPlans", "Deep")}
    assert used - defined().keys() - metrics == set()


def test_every_term_has_a_label_in_three_languages_and_a_definition() -> None:
    for term, said in defined().items():
        if term == f"<{LG}>":
            continue
        words = [t.object for t in said if t.predicate == named("rdfs:label")]
        labels = {one.language for one in words if isinstance(one, Literal)}
        assert labels == {"en", "fi", "sv"}, term
        assert [t for t in said if t.predicate == named("skos:definition")], term
        assert [t for t in said if t.predicate == named("rdfs:isDefinedBy")], term


def test_a_class_and_a_property_by_hand() -> None:
    text = (
        HEAD
        + r"""
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        lg:Vehicle a owl:Class ; rdfs:label "vehicle"@en, "kulkuneuvo"@fi, "fordon"@sv ;
            skos:definition "A vehicle that brings the library to people."@en ;
            rdfs:subClassOf schema:Vehicle ; rdfs:isDefinedBy lg: .
        lg:operatedBy a owl:ObjectProperty ;
            rdfs:label "organisation"@en, "organisaatio"@fi, "organisation"@sv ;
            skos:definition "The library or sub-network that runs it."@en ;
            rdfs:domain lg:Vehicle ; rdfs:range lg:Organisation ; rdfs:isDefinedBy lg: .
    """
    )
    said = {str(t) for name in ("Vehicle", "operatedBy") for t in defined()[f"<{LG}{name}>"]}
    assert said == {str(triple) for triple in parsed(text)}


def test_each_date_is_three_properties() -> None:
    assert {f"<{LG}decidedOn{ending}>" for ending in ("", "Earliest", "Latest")} <= defined().keys()
    assert f"<{LG}untilEarliest>" not in defined()


@cache
def of_shapes() -> Graph:
    return Graph().parse(data=shapes(), format="turtle")


def export(more: str = "", without: str = "") -> Graph:
    """The triples of the river, with some more and without those that hold a text."""
    made = [
        f"{triple} ." for triple in triples(river()) if not (without and without in str(triple))
    ]
    data = Graph().parse(data="\n".join(made), format="nt")
    return data.parse(data=HEAD + more, format="turtle") if more else data


def faults(data: Graph) -> list[str]:
    conforms, _, report = _PYSHACL.validate(
        data, shacl_graph=of_shapes(), advanced=True, inference="none"
    )
    assert conforms == ("Results" not in str(report))
    lines = str(report).splitlines()
    return [line.strip() for line in lines if "Source Shape" in line or "Focus Node" in line]


def test_the_export_conforms_to_the_own_shapes() -> None:
    assert faults(export()) == []


PLANTED = {
    "two values where one belongs": "id:service-loan lg:serviceClass 'P1' .",
    "a value of another kind": "id:goal-ease lg:isOutcome 'yes' .",
    "a code of another list": r"id:touchpoint-desk dct:type code:branch-type\/main .",
    "a code that is in no list": r"id:touchpoint-desk dct:type code:channel-type\/raft .",
    "a reference to another kind": "id:service-loan lg:producedBy id:touchpoint-desk .",
    "a language twice": "id:goal-ease dct:title 'Ease again'@en .",
    "an own property of another class": "id:goal-ease lg:lane 'x' .",
    "an own property that is none": "id:goal-ease lg:colour 'red' .",
    "a year for a day": "id:action-plan lg:from '2020'^^<http://www.w3.org/2001/XMLSchema#gYear> .",
    "text without a language": "id:goal-ease dct:description 'plain' .",
    "a second identifier": "id:goal-ease dct:identifier 'goal-x' .",
}


def test_planted_faults_are_found_each_where_it_is() -> None:
    """All in one export, since reading it again for each takes long."""
    found = faults(export("\n".join(PLANTED.values())))
    places = {line.partition(": ")[2] for line in found if line.startswith("Focus Node")}
    wanted = {more.split()[0] for more in PLANTED.values()}
    assert places == wanted
    by_shape = {line.partition(": ")[2] for line in found if line.startswith("Source Shape")}
    fields = ("Action-from", "Goal-description", "Goal-id", "Goal-name", "Goal-outcome")
    more = ("GoalShape", "Service-service-class", "Service-produced-by", "Touchpoint-channel")
    assert by_shape == {f"shapes:{name}" for name in (*fields, *more)}


@pytest.mark.parametrize("term", ["lg:offeredAt", "lg:lane"])
def test_what_is_missing_is_found(term: str) -> None:
    found = faults(export(without=str(named(term))))
    assert found != []
