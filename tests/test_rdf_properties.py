"""Whatever a model says, its triples are well-formed and say it once."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from rdf_strategies import graphs

from lumme_graph.graph import ServiceGraph
from lumme_graph.rdf.to_rdflib import to_rdf
from lumme_graph.rdf.triples import triples
from lumme_graph.rdf.write import rdf_bytes

_PATIENT = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@_PATIENT
@given(graphs())
def test_every_export_is_well_formed_and_reads_back(graph: ServiceGraph) -> None:
    made = list(triples(graph))
    assert len(made) == len(set(made))
    for triple in made:
        assert isinstance(triple.subject, NamedNode)
        assert isinstance(triple.object, NamedNode | Literal)
    spelled = {"ntriples": RdfFormat.N_TRIPLES, "turtle": RdfFormat.TURTLE}
    for name, spelling in spelled.items():
        assert [q.triple for q in parse(rdf_bytes(graph, name), format=spelling)] == made
    lines = rdf_bytes(graph, "ntriples").decode().split("\n")
    assert len(lines) == len(made) + 1
    assert len(to_rdf(graph)) == len(made)


@_PATIENT
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
