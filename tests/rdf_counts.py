"""What SPARQL and Python count of a model, each as rows of words that can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

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
Ask = Callable[[str], Rows]
"""Puts a query to a store, and gives the rows in any order."""


def embedded(graph: ServiceGraph) -> Ask:
    """Asks an embedded store of the graph."""
    store = Store()
    store.load(rdf_bytes(graph, "ntriples"), format=RdfFormat.N_TRIPLES)

    def ask(text: str) -> Rows:
        rows = store.query(text)
        assert isinstance(rows, QuerySolutions)
        return [tuple(_word(term) for term in row) for row in rows]

    return ask


def _word(term: object) -> str:
    value: str = getattr(term, "value", "")
    return value if isinstance(term, Literal) else local(value)


def local(iri: str) -> str:
    """The last part of an address: an id, or the name of a class."""
    return re.split("[/#]", iri)[-1]


def query(name: str, day: date | None = None) -> str:
    """A named query; of a day that stands in place of the lines marked DAY."""
    text = (QUERIES / f"{name}.rq").read_text(encoding="utf-8")
    if day is None:
        return text
    return re.sub(r".*# DAY$", f'BIND("{day}"^^{XSD_DATE} AS ?day)', text, flags=re.MULTILINE)


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


def compare(graph: ServiceGraph, ask: Ask, when: date | None = None) -> None:
    """All that the queries answer of a day is what Python answers."""
    day = Day.of(graph, when)
    found = coverage(graph, when)

    def asked(name: str) -> Rows:
        return sorted(ask(query(name, when)))

    assert asked("membership") == sorted(members(graph, day))
    assert asked("offered") == sorted(offers(graph, day))
    assert asked("adoption") == sorted(adopted(day))
    cells = [(c.item.id, c.library.id, c.language, c.state.word) for c in found.cells]
    assert asked("coverage-cells") == sorted(cells)
    for by in ("kind", "library", "language"):
        there = [row for row in asked(f"coverage-by-{by}") if any(map(_is_some, row))]
        assert there == [row for row in numbers(found, by) if any(map(_is_some, row))]


def _is_some(word: str) -> bool:
    return word.isdecimal() and word != "0"
