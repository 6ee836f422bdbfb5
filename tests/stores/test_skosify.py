"""Skosify, which mends vocabularies, finds nothing to mend in the code lists and schemes of an export."""

from __future__ import annotations

import logging

import pytest
from rdf_models import MODELS, export
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from stores.readers import of_the_extra

pytestmark = pytest.mark.stores

DEFAULT = "Multiple concept schemes found. Selecting "
"""What it always says of several schemes: which it takes for concepts without one."""


def skosified(graph: Graph) -> Graph:
    """What Skosify makes of a graph; the graph stays as it is."""
    made: Graph = of_the_extra("skosify").skosify(graph)
    return made


def read(name: str) -> Graph:
    return Graph().parse(data=export(name, "ntriples"), format="nt")


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    found = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    caplog.clear()
    return found


@pytest.mark.parametrize("name", MODELS)
def test_it_warns_of_nothing_and_adds_only_the_way_back(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """An exact match holds both ways; an export says nothing of what it does not own."""
    graph = read(name)
    concepts, schemes = (
        set(graph.subjects(RDF.type, kind)) for kind in (SKOS.Concept, SKOS.ConceptScheme)
    )
    assert len(concepts) > 50
    assert len(schemes) > 10
    made = skosified(graph)
    assert [said for said in warnings(caplog) if not said.startswith(DEFAULT)] == []
    back = {(o, SKOS.exactMatch, s) for s, o in graph.subject_objects(SKOS.exactMatch)}
    known = (SKOS.broadMatch, SKOS.narrowMatch)
    added = {triple for triple in set(made) - set(graph) if triple[1] not in known}
    assert added == back
    assert set(graph) <= set(made)


def test_of_one_scheme_it_says_nothing_at_all(caplog: pytest.LogCaptureFixture) -> None:
    whole = read("clwyd")
    for scheme in whole.subjects(RDF.type, SKOS.ConceptScheme):
        part = Graph()
        of_it: set[Node] = {scheme, *whole.subjects(SKOS.inScheme, scheme)}
        for triple in whole:
            if triple[0] in of_it:
                part.add(triple)
        skosified(part)
        assert warnings(caplog) == []


def test_it_would_warn_of_two_labels_in_a_language(caplog: pytest.LogCaptureFixture) -> None:
    graph = read("worked")
    yes = URIRef("https://w3id.org/lumme-graph/code/answer/yes")
    assert (yes, SKOS.prefLabel, Literal("yes", lang="en")) in graph
    graph.add((yes, SKOS.prefLabel, Literal("yea", lang="en")))
    skosified(graph)
    assert any("more than one prefLabel" in said for said in warnings(caplog))
