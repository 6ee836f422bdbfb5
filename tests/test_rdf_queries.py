"""The same questions in SPARQL and in Python: equal answers, to the cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, QuerySolutions, Store
from rdf_network import river

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import coverage
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.truth import Truth
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.day import Day
from lumme_graph.graph.read import load
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.walk import Walk
from lumme_graph.rdf.triples import quads, triples

QUERIES = Path(__file__).parents[1] / "src" / "lumme_graph" / "rdf" / "sparql" / "queries"
LUMME = Path(__file__).parents[1] / "models" / "lumme"
LAKES = Path(__file__).parent / "models" / "lakes"
WORDS: dict[Truth, str] = {True: "yes", False: "no", None: "unknown"}
DAYS = [date(2016, 1, 1), date(2019, 5, 1), date(2020, 10, 1), date(2026, 8, 22)]


@cache
def model(name: str) -> ServiceGraph:
    return river() if name == "river" else load({"lumme": LUMME, "lakes": LAKES}[name])


@cache
def store(name: str, day: date | None = None) -> Store:
    graph = model(name)
    made = Store()
    made.extend(
        Quad(t.subject, t.predicate, t.object) for t in triples(graph.on(day) if day else graph)
    )
    return made


def asked(of: Store, query: str) -> list[tuple[str, ...]]:
    rows = of.query((QUERIES / f"{query}.rq").read_text(encoding="utf-8"))
    assert isinstance(rows, QuerySolutions)
    return [tuple(_word(term) for term in row) for row in rows]


def _word(term: object) -> str:
    value = getattr(term, "value", "")
    return value if isinstance(term, Literal) else value.rpartition("/")[2]


def offers(graph: ServiceGraph) -> Iterator[tuple[str, str, str]]:
    day = Day.of(graph)
    for item in graph.all(Coverable):
        row = day.offers.row(item)
        for library, said in zip(day.libraries, row, strict=True):
            yield item.id, library.id, WORDS[said]


@pytest.mark.parametrize("name", ["river", "lakes", "lumme"])
def test_offers(name: str) -> None:
    assert sorted(asked(store(name), "offered")) == sorted(offers(model(name)))


def test_offers_of_lumme() -> None:
    found = Counter(said for *_, said in asked(store("lumme"), "offered"))
    assert found == {"yes": 444, "no": 2, "unknown": 358}


@pytest.mark.parametrize("day", DAYS)
def test_offers_on_another_day(day: date) -> None:
    graph = model("lumme").on(day)
    assert sorted(asked(store("lumme", day), "offered")) == sorted(offers(graph))


@pytest.mark.parametrize("name", ["river", "lakes", "lumme"])
def test_every_cell_of_coverage(name: str) -> None:
    found = coverage(model(name))
    cells = [(c.item.id, c.library.id, c.language, c.state.name.lower()) for c in found.cells]
    assert sorted(asked(store(name), "coverage-cells")) == sorted(cells)


@pytest.mark.parametrize("name", ["river", "lakes", "lumme"])
def test_coverage_in_numbers(name: str) -> None:
    found = coverage(model(name))
    apart = (found.states[CellState.UNKNOWN], found.states[CellState.EXEMPT])
    numbers = (found.done.n, found.with_plans.n, found.done.d, *apart)
    assert asked(store(name), "coverage") == [tuple(map(str, numbers))]


def test_coverage_of_lumme() -> None:
    assert asked(store("lumme"), "coverage") == [("420", "470", "888", "716", "4")]


DATED = Walk(lambda spec: spec.datatype is UncertainDate)


@pytest.mark.parametrize("name", ["river", "lumme"])
def test_a_plain_filter_of_days_finds_every_dated_node(name: str) -> None:
    """Of each field: what has a bound is found by comparing that bound with a day."""
    graph = model(name)
    query = """
        SELECT ?s ?p WHERE {{ ?s ?p ?day .
            FILTER(STRENDS(STR(?p), "{bound}") && ?day >= "0001-01-01"^^<{xsd}date>) }}
    """
    stated = Store()
    base = graph.settings.base
    stated.extend(
        Quad(q.subject, q.predicate, q.object)
        for q in quads(graph)
        if str(q.graph_name) == f"<{base}graph/stated>"
    )
    for bound in ("earliest", "latest"):
        rows = stated.query(
            query.format(bound=bound.capitalize(), xsd="http://www.w3.org/2001/XMLSchema#")
        )
        assert isinstance(rows, QuerySolutions)
        found = Counter(row["p"].value.rpartition("#")[2] for row in rows)
        wanted: Counter[str] = Counter({f"asOf{bound.capitalize()}": 1})
        for element in graph:
            for value in DATED.of(element):
                if getattr(value.value, bound) is not None:
                    term = value.spec.prop.iris[0].partition(":")[2]
                    wanted[f"{term}{bound.capitalize()}"] += 1
        reviews = found.pop(f"reviewedOn{bound.capitalize()}", 0)
        assert reviews >= wanted.pop(f"reviewedOn{bound.capitalize()}", 0)
        assert found == wanted
