"""Whatever a model says, SPARQL counts what Python counts: offers, members, coverage, adoption."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import strategies
from hypothesis import given
from hypothesis import strategies as st
from offer_strategies import YEARS, offering
from rdf_counts import compare, embedded, query
from rdf_strategies import elements

from lumme_graph.elements.development import Need, Target
from lumme_graph.elements.events import Event
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.groups import Group
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import load
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.indicators.queries import measure


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


def _lumme() -> ServiceGraph:
    return load(Path(__file__).parents[1] / "models" / "lumme")


INDICATORS = {
    "customer-events": "2",
    "needs-without-target": "1",
    "small-groups": "0",
    "theme-days": "0",
    "trainings": "1",
    "working-groups": "0",
}
"""What the indicators of models/lumme come to on its day."""


def test_the_indicators_of_lumme() -> None:
    graph = _lumme()
    ask = embedded(graph)
    for name, value in INDICATORS.items():
        assert ask(query(f"indicator-{name}"))[0][0] == value == str(measure(graph, name).n)


EVENTS = sorted(INDICATORS.keys() - {"needs-without-target"})


@strategies.costly(2)
@given(st.lists(elements(Event) | elements(Group) | elements(Need) | elements(Target), max_size=6))
def test_indicators_count_what_python_counts(found: list[KeptElement]) -> None:
    apart = {element.id: element for element in found}
    graph = ServiceGraph(list(apart.values()), Settings(as_of=date(2020, 1, 1)))
    ask = embedded(graph)
    for name in EVENTS:
        assert ask(query(f"indicator-{name}")) == [(str(measure(graph, name).n),)]
        for day in (date(1990, 1, 1), date(2500, 1, 1)):
            counted = str(measure(graph, name, day).n)
            assert ask(query(f"indicator-{name}", day)) == [(counted,)]
    share = measure(graph, "needs-without-target").share
    assert share is not None
    without = ask(query("indicator-needs-without-target"))
    assert [int(value or 0) for value in without[0]] == [share.n, share.d]


ROWS = {
    "branches": 84,
    "events": 45,
    "links": 17,
    "models": 3,
    "rule-values": 43,
    "sections": 124,
    "services": 45,
    "sources": 70,
    "standing": 42,
    "steps": 168,
}


def test_ten_queries_for_people_of_data_find_something() -> None:
    ask = embedded(_lumme())
    found = {name: ask(query(name)) for name in ROWS}
    assert {name: len(rows) for name, rows in found.items()} == ROWS
    assert found["sources"][0][0] == "source-directory"
    assert found["links"][0] == ("en", "exact", "ENG")
