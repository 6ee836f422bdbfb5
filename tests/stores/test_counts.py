"""Real stores count what Python counts, with the same spelling of the queries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from offer_strategies import offering
from rdf_counts import QUERIES, Ask, Rows, compare, embedded, local, query
from rdf_network import river

from lumme_graph.elements.who import Branch
from lumme_graph.graph.read import read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.write import rdf_bytes
from stores.servers import Server

pytestmark = pytest.mark.stores

ROOT = Path(__file__).parents[2]
MODELS = {
    "lumme": ROOT / "models" / "lumme",
    **{
        name: ROOT / "tests" / "models" / name
        for name in ("clwyd", "lakes", "oberrhein", "questions", "worked")
    },
}


def model(name: str) -> ServiceGraph:
    return river() if name == "river" else read(MODELS[name])[0]


def asking(server: Server, *graphs: ServiceGraph) -> Ask:
    """Puts each model into a graph of the store; asks the graph of the first."""
    for graph in graphs:
        server.put(f"{graph.settings.base}graph/stated", rdf_bytes(graph, "ntriples"))

    def ask(text: str) -> Rows:
        rows = server.ask(text, [f"{graphs[0].settings.base}graph/stated"])
        return [tuple(map(_word, row.values())) for row in rows]

    return ask


def _word(value: str) -> str:
    return local(value) if value.startswith("http") else value


@pytest.mark.parametrize("name", [*MODELS, "river"])
def test_a_store_counts_what_python_counts(server: Server, name: str) -> None:
    graph = model(name)
    compare(graph, asking(server, graph))


def test_and_on_another_day(server: Server) -> None:
    lumme = model("lumme")
    compare(lumme, asking(server, lumme), date(2019, 5, 1))


def test_of_two_models_in_one_store_each_is_asked_alone(server: Server) -> None:
    lumme, lakes = model("lumme"), model("lakes")
    compare(lakes, asking(server, lakes, lumme))


def test_one_question_over_two_models(server: Server) -> None:
    both = [model("lumme"), model("lakes")]
    asking(server, *both)
    graphs = [f"{graph.settings.base}graph/stated" for graph in both]
    found = {row["model"] for row in server.ask(query("models"), graphs)}
    assert found == {graph.settings.base for graph in both}
    rows = server.ask(query("branches"), graphs)
    ids = {branch.id for graph in both for branch in graph.all(Branch)}
    assert {row["id"] for row in rows} == ids


def test_the_coverage_of_lumme(server: Server) -> None:
    ask = asking(server, model("lumme"))
    assert ask(query("coverage")) == [("420", "470", "888", "716", "4")]


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graph=offering())
def test_of_random_networks_too(server: Server, graph: ServiceGraph) -> None:
    compare(graph, asking(server, graph))


NAMES = sorted(file.stem for file in QUERIES.glob("*.rq"))


def test_every_named_query_answers_alike_here_and_there(server: Server) -> None:
    lumme = model("lumme")
    here, there = embedded(lumme), asking(server, lumme)
    for name in NAMES:
        assert sorted(map(_spelled, there(query(name)))) == sorted(map(_spelled, here(query(name))))


def _spelled(row: tuple[str, ...]) -> tuple[str, ...]:
    """Without the values that are not there, which one store says and the other leaves out."""
    return tuple(filter(None, row))
