"""The engine is one process that either answers well or fails clearly."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from drawing_samples import hold, terms

from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.drawing.old import engine
from lumme_graph.drawing.old.engine import EngineError
from lumme_graph.drawing.old.picture import render
from lumme_graph.views.network import Arrow, Network, NetworkLane, NetworkNode


def test_many_graphs_go_through_one_process() -> None:
    answers = engine.route([render([hold("fi")])[0].dot, render([hold("en")])[0].dot])
    assert [len(answer.get("edges", [])) for answer in answers] == [6, 6]


def test_nothing_to_route_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PROGRAM", "no-such-program")
    assert engine.route([]) == []


def test_a_missing_engine_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PROGRAM", "no-such-program")
    with pytest.raises(EngineError, match="pip install"):
        engine.route(["digraph {}"])


def _installed(folder: Path, recorded: str, real: str) -> None:
    info = folder / "made_up-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-up\nVersion: 1\n")
    (info / "RECORD").write_text(f"made_up-1.dist-info/METADATA,,\n{recorded},,\n")
    program = folder / real
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text("#!/bin/sh\necho '{\"edges\": []}'\n")
    program.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
@pytest.mark.parametrize(
    ("site", "recorded", "real"),
    [
        ("lib/python3/site-packages", "../../../bin/made-up", "../../../bin/made-up"),
        ("target", "../../bin/made-up", "bin/made-up"),
        ("target", "bin/made-up", "bin/made-up"),
    ],
    ids=["an environment", "a target, by pip", "a target, by its list"],
)
def test_the_engine_is_found_where_it_was_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, site: str, recorded: str, real: str
) -> None:
    _installed(tmp_path / site, recorded, real)
    monkeypatch.setattr(sys, "path", [str(tmp_path / site), *sys.path])
    monkeypatch.setattr(engine, "PROGRAM", "made-up")
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    assert engine.route(["digraph {}"]) == [{"edges": []}]


def test_a_graph_it_cannot_read_is_an_error() -> None:
    with pytest.raises(EngineError):
        engine.route(["digraph { a -> "])


def test_it_may_not_run_for_ever() -> None:
    with pytest.raises(EngineError, match="did not finish"):
        engine.route([render([hold()])[0].dot], seconds=0.00001)


def test_a_failure_counts_even_with_an_answer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    liar = tmp_path / "liar"
    liar.write_text("#!/bin/sh\necho '{}'\necho trouble >&2\nexit 1\n", encoding="utf-8")
    liar.chmod(0o755)
    monkeypatch.setattr(engine, "_program", lambda: str(liar))
    with pytest.raises(EngineError, match="trouble"):
        engine.route(["digraph {}"])


def _network(nodes: tuple[NetworkNode, ...], arrows: tuple[Arrow, ...] = ()) -> Network:
    lane = NetworkLane("customer", Said("Customer", "en"))
    return Network(
        "path-x", "path", Speaker("en"), Said("x", "en"), (), (lane,), nodes, arrows, terms("en", 1)
    )


def _node(name: str, number: int, lane: str = "customer") -> NetworkNode:
    return NetworkNode(f"path-x/{name}", number, number, lane, Said(name, "en"))


def test_a_network_refuses_what_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        _network((_node("a", 1), _node("b", 1)))
    with pytest.raises(ValueError, match="no such lane"):
        _network((_node("a", 1, "moon"),))
    with pytest.raises(ValueError, match="no such node"):
        _network((_node("a", 1),), (Arrow("path-x/a", "path-x/b"),))
