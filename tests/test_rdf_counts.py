"""Whatever a model says, SPARQL counts what Python counts: offers, members, coverage, adoption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import strategies
from hypothesis import given
from hypothesis import strategies as st
from offer_strategies import YEARS, offering
from pyoxigraph import Literal, QuerySolutions, RdfFormat, Store

from lumme_graph.analysis.adoption import adoptions
from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage, coverage
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.truth import Truth
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.membership import above
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.write import rdf_bytes

QUERIES = Path(__file__).parents[1] / "src" / "lumme_graph" / "rdf" / "sparql" / "queries"
WORDS: dict[Truth, str] = {True: "yes", False: "no", None: "unknown"}
XSD_DATE = "<http://www.w3.org/2001/XMLSchema#date>"
KINDS = {
    "commitment": "Commitment",
    "path": "ServicePath",
    "profile": "Profile",
    "service": "Service",
    "touchpoint": "Touchpoint",
}

Rows = list[tuple[str, ...]]


def kept(graph: ServiceGraph) -> Store:
    store = Store()
    store.load(rdf_bytes(graph, "ntriples"), format=RdfFormat.N_TRIPLES)
    return store


def asked(store: Store, name: str, day: date | None = None) -> Rows:
    """The rows of a named query, by the ids of what they name; of a day that replaces its lines."""
    text = (QUERIES / f"{name}.rq").read_text(encoding="utf-8")
    if day is not None:
        text = re.sub(r".*# DAY$", f'BIND("{day}"^^{XSD_DATE} AS ?day)', text, flags=re.MULTILINE)
    rows = store.query(text)
    assert isinstance(rows, QuerySolutions)
    return sorted(tuple(map(_word, row)) for row in rows)


def _word(term: object) -> str:
    value: str = getattr(term, "value", "")
    return value if isinstance(term, Literal) else re.split("[/#]", value)[-1]


def members(graph: ServiceGraph, day: Day) -> Iterator[tuple[str, ...]]:
    for organisation in graph.all(Organisation):
        for whole, surely in above(graph, organisation, day.date).items():
            yield whole, organisation.id, WORDS[surely]


def offers(graph: ServiceGraph, day: Day) -> Iterator[tuple[str, ...]]:
    for item in graph.all(Coverable):
        for library, said in zip(day.libraries, day.offers.row(item), strict=True):
            yield item.id, library.id, WORDS[said]


def adopted(day: Day) -> Iterator[tuple[str, ...]]:
    for practice, found in adoptions(day).items():
        for library, one in found.items():
            yield practice, library, WORDS[one.state]


def numbers(found: Coverage, by: str) -> Rows:
    """Of each group: covered, with plans, counted, unknown, exempt."""
    planned = (CellState.COVERED, CellState.PLANNED)
    groups = {"kind": found.by_kind, "library": found.by_library, "language": found.by_language}
    apart = (CellState.UNKNOWN,), (CellState.EXEMPT,)
    columns = [groups[by](*states) for states in ((), planned, *apart)]
    rows = [(KINDS.get(key, key), *(_whole(one[key]) for one in columns)) for key in columns[0]]
    counted = {KINDS.get(key, key): ratio.d for key, ratio in columns[0].items()}
    return sorted((key, c, p, str(counted[key]), u, e) for key, c, p, u, e in rows)


def _whole(ratio: Ratio) -> str:
    return str(ratio.n)


def compared(graph: ServiceGraph, store: Store, when: date | None = None) -> None:
    """All that the queries answer of a day is what Python answers."""
    day = Day.of(graph, when)
    found = coverage(graph, when)
    assert asked(store, "membership", when) == sorted(members(graph, day))
    assert asked(store, "offered", when) == sorted(offers(graph, day))
    assert asked(store, "adoption", when) == sorted(adopted(day))
    cells = [(c.item.id, c.library.id, c.language, c.state.word) for c in found.cells]
    assert asked(store, "coverage-cells", when) == sorted(cells)
    for by in ("kind", "library", "language"):
        there = [row for row in asked(store, f"coverage-by-{by}", when) if any(map(_is_some, row))]
        assert there == [row for row in numbers(found, by) if any(map(_is_some, row))]


def _is_some(word: str) -> bool:
    return word.isdecimal() and word != "0"


@strategies.costly(2)
@given(offering())
def test_the_queries_count_what_python_counts(graph: ServiceGraph) -> None:
    compared(graph, kept(graph))


@strategies.costly(4)
@given(
    offering(), st.sampled_from([f"{year}-{rest}" for year in YEARS for rest in ("06-15", "12-31")])
)
def test_and_on_another_day_with_its_lines_replaced(graph: ServiceGraph, day: str) -> None:
    compared(graph, kept(graph), date.fromisoformat(day))
