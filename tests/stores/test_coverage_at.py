"""Coverage counted by real stores says what Python counts, of one model among several."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from running import lumme

import lumme_graph as lg
from lumme_graph.analysis.coverage.cells import CellState
from stores.servers import Server

pytestmark = pytest.mark.stores

LUMME = Path("models/lumme")
CLWYD = Path("tests/models/clwyd")


@pytest.fixture
def both(server: Server) -> Server:
    """A store with two models, each in its own two graphs."""
    for folder in (LUMME, CLWYD):
        graph = lg.load(folder)
        for name, text in _graphs(graph).items():
            server.put(f"{graph.settings.base}graph/{name}", text)
    return server


def _graphs(graph: lg.ServiceGraph) -> dict[str, bytes]:
    """The stated and the derived graph as N-Triples."""
    from lumme_graph.rdf.triples import blocks

    found = list(blocks(graph))
    return {
        "stated": "".join(block.lines(list(block.of_stated())) for block in found).encode(),
        "derived": "".join(block.lines(list(block.of_derived())) for block in found).encode(),
    }


def _expected(graph: lg.ServiceGraph, day: date | None) -> lg.Coverage:
    return lg.coverage(graph.on(day) if day else graph)


@pytest.mark.parametrize("folder", [LUMME, CLWYD])
@pytest.mark.parametrize("day", [None, date(2019, 6, 1)])
def test_the_counts_are_those_of_python(both: Server, folder: Path, day: date | None) -> None:
    graph = lg.load(folder)
    mine = _expected(graph, day)
    found = lg.coverage_at(both.query, graph.settings.base, day)
    assert found.day == mine.day
    for counts, ratios in (
        (found.kinds, mine.by_kind),
        (found.libraries, mine.by_library),
        (found.languages, mine.by_language),
    ):
        assert {name: count.done for name, count in counts.items()} == ratios()
        apart = ratios(CellState.UNKNOWN)
        assert {n: c.unknown for n, c in counts.items()} == {n: r.n for n, r in apart.items()}
    assert found.total.exempt == mine.states[CellState.EXEMPT]


def test_lumme_is_covered_as_its_tables_say(both: Server) -> None:
    base = lg.load(LUMME).settings.base
    said = lumme("coverage", "--endpoint", both.query, "--base", base, "--lang", "fi")
    assert said.code == 0, said.err
    assert "420/888" in said.out
    assert "470/888" in said.out
    assert "Epävirallinen malli" in said.err
    for least, code in (("47", 0), ("47.3", 1)):
        asked = ["--endpoint", both.query, "--base", base, "--min", least]
        assert lumme("coverage", *asked).code == code


def test_of_several_models_one_must_be_named(both: Server) -> None:
    said = lumme("coverage", "--endpoint", both.query)
    assert said.code == 2
    assert "holds several models: say with --base which of" in said.err
    base = lg.load(LUMME).settings.base
    said = lumme("coverage", "--endpoint", both.query, "--base", base[:-2])
    assert f"did you mean {base}?" in said.err


def test_an_empty_store_says_so(oxigraph_server: Server) -> None:
    said = lumme("coverage", "--endpoint", oxigraph_server.query)
    assert said.code == 2
    assert "holds no model; put one there by lumme push" in said.err
