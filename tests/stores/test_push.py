"""Models pushed to an Oxigraph server and to Virtuoso, and a failure half-way with each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdf_pushed import SOUND, exported, network
from running import lumme

import lumme_graph as lg
from lumme_graph.rdf.store.client import StoreClient
from lumme_graph.rdf.store.graphs import graphs_of
from stores.servers import Server

pytestmark = pytest.mark.stores

LUMME = Path(__file__).parents[2] / "models" / "lumme"
OTHER = "https://models.example/other/graph/stated"
COVERED = Path(os.environ.get("LUMME_SHARED", "-")) / "vocab" / "queries" / "coverage.rq"
TRIPLE = '<https://models.example/a> <http://purl.org/dc/terms/title> "å"@sv .\n'


@pytest.fixture(autouse=True)
def writer(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The environment says who writes; another network is in the store and is not touched."""
    for name in ("LUMME_STORE_USER", "LUMME_STORE_PASSWORD", "LUMME_STORE_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.put(OTHER, TRIPLE.encode())
    before = server.graphs()
    yield
    assert held(server, OTHER) == plain(TRIPLE)
    assert {name for name in server.graphs() - before if "/incoming/" in name} == set()


def plain(text: str) -> set[str]:
    """Triples without what Virtuoso changes: a duration is a number there, and 12.50 is 12.5."""
    found: set[str] = set()
    for quad in parse(text.encode(), format=RdfFormat.N_TRIPLES):
        words = str(quad.triple)
        found.add(words.partition("^^")[0].partition(" ")[0] if "^^" in words else words.lower())
    return found


def held(server: Server, graph: str) -> set[str]:
    return plain(server.get(graph))


def wanted(graph: lg.ServiceGraph, *, private: bool = False) -> dict[str, set[str]]:
    said = exported(graph, private=private)
    return {
        name: plain("".join(f"{line} .\n" for line in triples)) for name, triples in said.items()
    }


def holds(server: Server, graph: lg.ServiceGraph, *, private: bool = False) -> bool:
    sizes = {name: len(said) for name, said in exported(graph, private=private).items()}
    return all(
        held(server, name) == said
        and len([*parse(server.get(name).encode(), format=RdfFormat.N_TRIPLES)]) == sizes[name]
        for name, said in wanted(graph, private=private).items()
    )


def other() -> lg.ServiceGraph:
    """Other names, another order, another day, and less."""
    gone = {"idea-cart", "claim-half"}
    named = ({**e, "name": {"fi": f"Ö{e['id']}", "en": "N"}} if "name" in e else e for e in SOUND)
    return network(reversed([e for e in named if e["id"] not in gone]), as_of="2020-01-01")


def test_the_store_holds_what_is_exported(server: Server) -> None:
    lg.push(network(), server.graph_store, private=True)
    assert holds(server, network(), private=True)
    lg.push(other(), server.query)
    assert holds(server, other())


def test_what_differs_is_enough(server: Server) -> None:
    lg.push(network(), server.graph_store, private=True)
    lg.push(other(), server.update, since=network(), private=True)
    assert holds(server, other(), private=True)
    with pytest.raises(lg.StoreError, match="does not hold the older model"):
        lg.push(other(), server.update, since=network())
    lg.push(network(), server.update, since=other(), private=True)
    assert holds(server, network(), private=True)


@pytest.mark.parametrize("since", [True, False])
@pytest.mark.parametrize("fails", ["put", "update"])
def test_a_failure_half_way_leaves_what_was_there(
    server: Server, monkeypatch: pytest.MonkeyPatch, since: bool, fails: str
) -> None:
    """The second graph does not arrive, or the store cannot read the update."""
    lg.push(network(), server.graph_store)
    real = getattr(StoreClient, fails)
    calls: list[str] = []

    def failing(store: StoreClient, *words: object) -> object:
        calls.append(fails)
        if fails == "put" and len(calls) == 2:
            raise lg.StoreError("it is down")
        if fails == "update" and len(calls) == 1:
            (operations,) = words
            return real(store, [*operations, "NO UPDATE"])  # type: ignore[misc]
        return real(store, *words)

    monkeypatch.setattr(StoreClient, fails, failing)
    with pytest.raises(lg.StoreError):
        lg.push(other(), server.graph_store, since=network() if since else None)
    assert len(calls) >= 2
    assert holds(server, network())


def test_a_body_that_ends_too_early_leaves_what_was_there(server: Server) -> None:
    lg.push(network(), server.graph_store)
    graph = graphs_of(network().settings.base)["stated"]
    with pytest.raises(AssertionError):
        server.put(graph, TRIPLE[:-20].encode())
    assert holds(server, network())


def test_the_shipped_model_is_there_as_here(server: Server) -> None:
    """On Oxigraph its guide covers 420 of 888, as `lumme coverage models/lumme` says."""
    done = lumme("push", LUMME, "--endpoint", server.graph_store)
    assert done.code == 0
    base = lg.load(LUMME).settings.base
    graphs = [f"{base}graph/{name}" for name in ("stated", "derived")]
    assert [line.partition(": ")[0] for line in done.err.splitlines()[-2:]] == graphs
    assert holds(server, lg.load(LUMME))
    if server.name == "oxigraph" and COVERED.is_file():
        (row,) = server.ask(COVERED.read_text("utf-8"), graphs)
        assert {"420", "888"} <= set(row.values())


def test_without_a_password_nothing_is_written(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not server.user:
        pytest.skip("this store asks nobody who writes")
    monkeypatch.setenv("LUMME_STORE_PASSWORD", "wr0ng")
    with pytest.raises(lg.StoreError, match="knows nobody of LUMME_STORE_USER") as caught:
        lg.push(network(), server.graph_store)
    assert "wr0ng" not in str(caught.value)
    monkeypatch.delenv("LUMME_STORE_USER")
    monkeypatch.delenv("LUMME_STORE_PASSWORD")
    with pytest.raises(lg.StoreError, match="asks who writes: set LUMME_STORE_USER"):
        lg.push(network(), server.graph_store)
