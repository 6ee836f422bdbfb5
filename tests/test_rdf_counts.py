"""Whatever a model says, SPARQL counts what Python counts: offers, members, coverage, adoption."""

from __future__ import annotations

from datetime import date

import strategies
from hypothesis import given
from hypothesis import strategies as st
from offer_strategies import YEARS, offering
from rdf_counts import compare, embedded

from lumme_graph.graph.service_graph import ServiceGraph


@strategies.costly(2)
@given(offering())
def test_the_queries_count_what_python_counts(graph: ServiceGraph) -> None:
    compare(graph, embedded(graph))


@strategies.costly(4)
@given(
    offering(), st.sampled_from([f"{year}-{rest}" for year in YEARS for rest in ("06-15", "12-31")])
)
def test_and_on_another_day_with_its_lines_replaced(graph: ServiceGraph, day: str) -> None:
    compare(graph, embedded(graph), date.fromisoformat(day))
