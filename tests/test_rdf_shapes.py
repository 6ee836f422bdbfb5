"""The official shapes hold for the export alone, and they do look at it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from rdf_network import BASE, ELEMENTS, SETTINGS, element, river
from rdf_shapes import CPEV, CPOV, CPSV_AP, SKOS_INTEGRITY, verdict
from rdflib import RDF, Graph, URIRef

from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import load
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.to_rdflib import to_rdf

LUMME = Path(__file__).parents[1] / "models" / "lumme"

LOOKED_AT = {
    CPSV_AP: {
        "cpsv:PublicService",
        "cpsv:Rule",
        "cv:Channel",
        "cv:ContactPoint",
        "locn:Address",
        "cv:PublicOrganisation",
        "foaf:Agent",
    },
    CPOV: {
        "adms:Identifier",
        "cv:PublicOrganisation",
        "org:Organization",
        "org:OrganizationalUnit",
    },
    CPEV: {"cv:PublicEvent", "foaf:Agent", "time:TemporalEntity"},
    SKOS_INTEGRITY: {"skos:Concept", "skos:ConceptScheme", "skos:exactMatch"},
}
"""What each shapes file must at least look at."""


@cache
def exported(name: str) -> Graph:
    return to_rdf(river() if name == "river" else load(LUMME))


@pytest.mark.parametrize("name", ["river", pytest.param("lumme", marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "shapes", [CPSV_AP, CPOV, CPEV, pytest.param(SKOS_INTEGRITY, marks=pytest.mark.long)]
)
def test_the_export_conforms_alone(name: str, shapes: str) -> None:
    found = verdict(exported(name), shapes)
    print(f"{name}, {shapes}: {found}")  # noqa: T201
    assert found.conforms, found.report
    assert found.nodes > 0
    assert found.by_target.keys() >= LOOKED_AT[shapes]


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
    assert [verdict(Graph(), shapes).nodes for shapes in LOOKED_AT] == [0, 0, 0, 0]
