"""The official shapes hold for the export alone, and they do look at it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from rdf_models import MODELS, model, written
from rdf_network import BASE, ELEMENTS, SETTINGS, element, river
from rdf_shapes import CPEV, CPOV, CPSV_AP, SKOS_INTEGRITY, verdict
from rdflib import RDF, SKOS, Graph, URIRef

from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.to_rdflib import to_rdf
from lumme_graph.rdf.vocabulary import LG

MODEL = URIRef(f"{LG}Model")

PUBLIC = {"library", "network", "sub-network"}


def of_kind(name: str, kind: str) -> list[dict[str, Any]]:
    return [each for each in written(name) if each["id"].startswith(f"{kind}-")]


def times(dated: dict[str, Any]) -> int:
    """An interval, and an instant for each end of it that is known."""
    ends = len({"from", "to"} & dated.keys())
    return ends and ends + 1


def rules(name: str) -> int:
    """Rules, and the practices and commitments that a service follows."""
    steps = [step for path in of_kind(name, "path") if "service" in path for step in path["steps"]]
    points = {point for each in of_kind(name, "service") for point in each.get("touchpoints", ())}
    kept = [each for each in of_kind(name, "commitment") if points & {*each.get("kept_at", ())}]
    applied = {step["practice"] for step in steps if "practice" in step}
    return len(of_kind(name, "rule")) + len(applied) + len(kept)


def counted(name: str) -> dict[str, int]:
    """How many nodes of each class a model must give the official shapes, counted in its YAML."""
    organisations = of_kind(name, "organisation")
    of_public = [each for each in organisations if each["type"] in PUBLIC]
    branches, events = of_kind(name, "branch"), of_kind(name, "event")
    holders = [*organisations, *branches]
    memberships = [m for each in organisations for m in each.get("memberships", ())]
    of_groups = [m for each in of_kind(name, "group") for m in each.get("members", ())]
    counts = {
        "cpsv:PublicService": len(of_kind(name, "service")),
        "cpsv:Rule": rules(name),
        "cv:Channel": len(of_kind(name, "touchpoint")),
        "cv:ContactPoint": sum(len(each.get("contacts", ())) for each in holders),
        "cv:PublicEvent": len(events),
        "cv:PublicOrganisation": len(of_public),
        "adms:Identifier": sum(len(each.get("identifiers", ())) for each in holders),
        "locn:Address": sum(bool({"street", "postal_code", "city"} & b.keys()) for b in branches),
        "org:Organization": len(organisations),
        "foaf:Agent": len(organisations),
        "org:OrganizationalUnit": len(of_kind(name, "group")),
        "time:TemporalEntity": sum(map(times, [*memberships, *of_groups, *events])),
    }
    return {target: count for target, count in counts.items() if count}


AIMED_AT = {
    CPSV_AP: {
        "cpsv:PublicService",
        "cpsv:Rule",
        "cv:Channel",
        "cv:ContactPoint",
        "cv:PublicOrganisation",
        "foaf:Agent",
        "locn:Address",
        "time:TemporalEntity",
    },
    CPOV: {
        "adms:Identifier",
        "cv:ContactPoint",
        "cv:PublicOrganisation",
        "locn:Address",
        "org:Organization",
        "org:OrganizationalUnit",
        "time:TemporalEntity",
    },
    CPEV: {
        "cv:ContactPoint",
        "cv:PublicEvent",
        "foaf:Agent",
        "locn:Address",
        "time:TemporalEntity",
    },
    SKOS_INTEGRITY: {"skos:Concept", "skos:ConceptScheme", "skos:exactMatch"},
}
"""The classes of which each shapes file says something, as far as models have any of them."""


def test_the_counts_of_lumme_by_hand() -> None:
    assert counted("lumme") == {
        "cpsv:PublicService": 15,
        "cpsv:Rule": 28,
        "cv:Channel": 27,
        "cv:ContactPoint": 19,
        "cv:PublicEvent": 15,
        "cv:PublicOrganisation": 15,
        "adms:Identifier": 28,
        "locn:Address": 24,
        "org:Organization": 21,
        "foaf:Agent": 21,
        "org:OrganizationalUnit": 2,
        "time:TemporalEntity": 52,
    }


@cache
def exported(name: str) -> Graph:
    return to_rdf(river() if name == "river" else model(name))


NOWHERE = {"lakes": 1, "worked": 4}
"""How many public organisations of a model name no municipality, which CPSV-AP asks for."""


@pytest.mark.parametrize("shapes", [CPSV_AP, CPOV, CPEV])
@pytest.mark.parametrize("name", MODELS)
def test_the_official_shapes_look_at_every_node_and_find_it_right(name: str, shapes: str) -> None:
    found = verdict(exported(name), shapes)
    aimed = {target: count for target, count in counted(name).items() if target in AIMED_AT[shapes]}
    assert found.by_target == aimed
    faults = NOWHERE.get(name, 0) if shapes == CPSV_AP else 0
    assert found.report.count("Constraint Violation") == faults
    assert found.report.count("->dc1:spatial") == faults
    assert found.conforms == (faults == 0)


@pytest.mark.parametrize(
    "shapes", [CPSV_AP, CPOV, CPEV, pytest.param(SKOS_INTEGRITY, marks=pytest.mark.long)]
)
def test_a_model_of_every_kind_of_value_conforms(shapes: str) -> None:
    found = verdict(exported("river"), shapes)
    assert found.conforms, found.report
    assert found.by_target.keys() >= AIMED_AT[shapes]


@pytest.mark.long
@pytest.mark.parametrize("name", MODELS)
def test_every_concept_of_a_model_keeps_the_conditions_of_skos(name: str) -> None:
    """Concepts: profiles, subjects, municipalities and roles, and the codes of lists in use."""
    found = verdict(exported(name), SKOS_INTEGRITY)
    assert found.conforms, found.report
    own = sum(len(of_kind(name, kind)) for kind in ("profile", "subject", "municipality", "role"))
    base = str(next(iter(exported(name).subjects(RDF.type, MODEL))))
    concepts = {*map(str, exported(name).subjects(RDF.type, SKOS.Concept))}
    assert found.by_target["skos:Concept"] == len(concepts)
    assert sum(concept.startswith(base) for concept in concepts) == own


def without(id_: str) -> Graph:
    made = [element(data) for data in ELEMENTS if data["id"] != id_]
    return to_rdf(ServiceGraph(made, Settings.model_validate(SETTINGS)))


def test_the_shapes_find_a_missing_authority() -> None:
    found = verdict(without("organisation-river"), CPSV_AP)
    assert not found.conforms
    assert "hasCompetentAuthority" in found.report


@pytest.mark.long
def test_the_shapes_find_a_concept_without_a_scheme() -> None:
    graph = to_rdf(river())
    graph.add((URIRef(BASE + "x"), RDF.type, URIRef("http://www.w3.org/2004/02/skos/core#Concept")))
    found = verdict(graph, SKOS_INTEGRITY)
    assert not found.conforms
    assert "Concept is in no scheme" in found.report


def test_an_empty_graph_conforms_and_nothing_was_checked() -> None:
    assert [verdict(Graph(), shapes).nodes for shapes in AIMED_AT] == [0, 0, 0, 0]
