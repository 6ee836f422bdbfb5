"""Whatever a model says, its triples are well-formed and say it once."""

from __future__ import annotations

import strategies
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse, serialize
from rdf_network import ELEMENTS, SETTINGS, element
from rdf_strategies import graphs

from lumme_graph.elements.offer import Service
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.day import libraries
from lumme_graph.graph.offers import offered
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.facts import Facts
from lumme_graph.rdf.to_rdflib import to_rdf
from lumme_graph.rdf.triples import triples
from lumme_graph.rdf.write import rdf_bytes
from lumme_graph.rdf.writer import Writer


@strategies.costly(2)
@given(graphs())
def test_every_export_is_well_formed_and_reads_back(graph: ServiceGraph) -> None:
    made = list(triples(graph))
    assert len(made) == len(set(made))
    for triple in made:
        assert isinstance(triple.subject, NamedNode)
        assert isinstance(triple.object, NamedNode | Literal)
    assert rdf_bytes(graph, "ntriples") == serialize(made, format=RdfFormat.N_TRIPLES)
    spelled = {"ntriples": RdfFormat.N_TRIPLES, "turtle": RdfFormat.TURTLE}
    for name, spelling in spelled.items():
        assert [q.triple for q in parse(rdf_bytes(graph, name), format=spelling)] == made
    lines = rdf_bytes(graph, "ntriples").decode().split("\n")
    assert len(lines) == len(made) + 1
    assert len(to_rdf(graph)) == len(made)


@strategies.costly(2)
@given(graphs())
def test_every_subject_is_described_in_one_place(graph: ServiceGraph) -> None:
    seen: set[NamedNode] = set()
    last: NamedNode | None = None
    for triple in triples(graph):
        assert isinstance(triple.subject, NamedNode)
        if triple.subject != last:
            assert triple.subject not in seen
            seen.add(triple.subject)
            last = triple.subject


_SUB_NETWORK = {
    "id": "organisation-brook",
    "name": {"en": "Brook"},
    "type": "sub-network",
}
_PLACES = ["organisation-river", "organisation-brook", "organisation-alder", "organisation-birch"]
_DATES = st.sampled_from(
    [None, "2020", "2026", {"latest": "2026-08-22"}, {"earliest": "2026-09-01"}]
)
_OFFERS = st.fixed_dictionaries(
    {
        "at": st.sampled_from([*_PLACES, "branch-alder", "vehicle-otter", "organisation-lost"]),
        "is": st.sampled_from(["yes", "no"]),
    },
    optional={"from": _DATES, "to": _DATES},
)
_MEMBERSHIPS = st.fixed_dictionaries(
    {"of": st.sampled_from(["organisation-brook", "organisation-lost"])},
    optional={"from": _DATES, "to": _DATES},
)


@strategies.costly(2)
@given(st.lists(_OFFERS, max_size=4), st.lists(_MEMBERSHIPS, max_size=3), st.booleans())
def test_the_authorities_are_those_that_the_graph_says(
    offers: list[object], memberships: list[object], by_brook: bool
) -> None:
    data = [dict(each) for each in ELEMENTS if each["id"] != "service-loan"]
    for each in data:
        if each["id"] == "organisation-birch":
            each["memberships"] = [*each["memberships"], *memberships]
        if each["id"] == "vehicle-otter" and by_brook:
            each["organisation"] = "organisation-brook"
    loan = {"id": "service-loan", "name": {"en": "Loan"}, "offered": offers}
    made = [element(each) for each in (*data, _SUB_NETWORK, loan)]
    graph = ServiceGraph(made, Settings.model_validate(SETTINGS))
    service, day = graph[Service, "service-loan"], graph.settings.as_of
    said = [lib.id for lib in libraries(graph, day) if offered(graph, service, lib, day)]
    assert Facts(graph, Writer(graph).plans).authorities(service) == (
        said or ["organisation-river"]
    )
