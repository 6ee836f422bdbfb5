"""Many networks in one triple store, timed by the clock: `PYTHONPATH=tests python -m bench.stores`.

    PYTHONPATH=tests python -m bench.stores [COPIES…] [--store oxigraph|virtuoso]

Each copy of models/lumme is a network of its own: its own addresses, its own two graphs. A store is
filled, Oxigraph by its bulk loader and Virtuoso a graph a request, as `lumme push` does it; then it is
asked for the coverage of one network and for that of all. It prints triples, triples a second, bytes
on disk and milliseconds. The texts of the copies are alike, so real networks take more bytes.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from pyoxigraph import NamedNode, RdfFormat, parse
from stores import servers
from stores.servers import Server

import lumme_graph as lg
from lumme_graph import rdf
from lumme_graph.rdf.write import rdf_bytes

ROOT = Path(__file__).resolve().parents[1]
BASE = "https://w3id.org/lumme-graph/lumme/"

ONE = Path(rdf.__file__).with_name("sparql") / "queries" / "coverage.rq"
"""The coverage of one network, counted anew from its statements."""

ALL = """
PREFIX lg: <https://w3id.org/lumme-graph/ns#>
PREFIX dqv: <http://www.w3.org/ns/dqv#>
SELECT (COUNT(?model) AS ?models) (SUM(?n) AS ?done) (SUM(?d) AS ?of) WHERE {
    GRAPH ?graph {
        ?measured dqv:isMeasurementOf lg:coverageDone ; dqv:computedOn ?model ;
            lg:numerator ?n ; lg:denominator ?d .
        FILTER NOT EXISTS { ?measured lg:measuredFor ?part }
    }
}
"""
"""The coverage of every network in the store, added up from what each export says of itself."""


def main() -> None:
    """Measure what the command line asks for."""
    words = argparse.ArgumentParser(description="Many networks in one triple store.")
    words.add_argument("copies", nargs="*", type=int, default=[20, 100])
    words.add_argument("--store", choices=FILLED, default="oxigraph")
    asked = words.parse_args()
    graphs = exported()
    print("store      networks     triples  triples/s      bytes  B/triple  one ms  all ms")
    for copies in asked.copies:
        with (
            TemporaryDirectory(prefix="lumme-bench-") as folder,
            FILLED[asked.store](Path(folder), graphs, copies) as (server, took),
        ):
            measure(server, Path(folder), graphs, copies, took)


@contextmanager
def oxigraph(folder: Path, graphs: dict[str, str], copies: int) -> Generator[tuple[Server, float]]:
    """An Oxigraph server over a store filled from one file by its bulk loader, then optimised."""
    program, file = servers.oxigraph_program() or "oxigraph", folder / "all.nq"
    with file.open("w", encoding="utf-8") as out:
        for base in networks(copies):
            for name, text in graphs.items():
                quads = text.replace(" .\n", f" <{BASE}{name}> .\n")
                out.write(quads.replace(BASE, base))
    start = perf_counter()
    subprocess.run([program, "load", "--location", folder, "--file", file], check=True)
    took = perf_counter() - start
    file.unlink()
    subprocess.run([program, "optimize", "--location", folder], check=True)
    with servers.oxigraph(program, folder) as server:
        yield server, took


@contextmanager
def virtuoso(folder: Path, graphs: dict[str, str], copies: int) -> Generator[tuple[Server, float]]:
    """A Virtuoso that was filled through the Graph Store Protocol, a graph a request."""
    with servers.virtuoso(shutil.which("virtuoso-t") or "virtuoso-t", folder) as server:
        start = perf_counter()
        for base in networks(copies):
            for name, text in graphs.items():
                server.put(f"{base}{name}", text.replace(BASE, base).encode())
        yield server, perf_counter() - start


FILLED = {"oxigraph": oxigraph, "virtuoso": virtuoso}
"""The stores, and how each is filled."""


def exported() -> dict[str, str]:
    """The graphs of models/lumme as N-Triples, by the end of their name."""
    text = rdf_bytes(lg.load(ROOT / "models" / "lumme"), "trig")
    found: dict[str, list[str]] = {}
    for quad in parse(text, format=RdfFormat.TRIG):
        assert isinstance(quad.graph_name, NamedNode)
        name = quad.graph_name.value.removeprefix(BASE)
        found.setdefault(name, []).append(f"{quad.triple} .\n")
    return {name: "".join(lines) for name, lines in found.items()}


def networks(copies: int) -> Iterator[str]:
    """The addresses that the copies begin with."""
    return (f"https://networks.example/{number:05}/" for number in range(copies))


def measure(server: Server, folder: Path, graphs: dict[str, str], copies: int, took: float) -> None:
    """Ask a store, and print a line."""
    triples = copies * sum(text.count("\n") for text in graphs.values())
    some = list(networks(copies))[:: max(1, copies // 3)]
    one = median(
        seconds(server, ONE.read_text(encoding="utf-8"), [f"{base}{name}" for name in graphs])
        for base in some
    )
    every = median(seconds(server, ALL, []) for _ in range(3))
    (row,) = server.ask(ALL)
    assert [int(row[name]) for name in ("models", "done", "of")] == [
        copies * n for n in (1, 420, 888)
    ]
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(
        f"{server.name:10} {copies:8} {triples:11} {triples / took:10.0f} {size:10}"
        f" {size / triples:9.0f} {1000 * one:7.0f} {1000 * every:7.0f}",
        flush=True,
    )


def seconds(server: Server, query: str, graphs: list[str]) -> float:
    """How long an answer takes."""
    start = perf_counter()
    server.ask(query, graphs)
    return perf_counter() - start


if __name__ == "__main__":
    main()
