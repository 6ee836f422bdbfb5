"""One timed export in a process of its own: `python -m bench.exported WORK MODEL`.

It prints the CPU seconds of the work alone, of a model or of triples that are in memory; `memory`
prints what a stream of N-Triples to a file needs at its most beside the model, in MB (on Linux).
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import pyoxigraph

from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import load
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.to_rdflib import to_rdf
from lumme_graph.rdf.triples import triples
from lumme_graph.rdf.write import rdf_bytes, write_rdf

_SPELLING = pyoxigraph.RdfFormat.N_TRIPLES


def timed(work: Callable[[], object]) -> float:
    """The CPU seconds of some work; what was there before is no matter of the collector."""
    gc.collect()
    gc.freeze()
    start = process_time()
    work()
    return process_time() - start


def peak(work: Callable[[], object]) -> float:
    """How much memory a process takes at most while it works, beside what it has before, in MB."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _resident("VmRSS")
    work()
    return (_resident("VmHWM") - before) / 1000


def _resident(word: str) -> int:
    found = re.search(rf"{word}:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    assert found
    return int(found[1])


def measured(work: str, graph: ServiceGraph) -> float:
    """The figure of a piece of work."""
    match work:
        case "memory":
            with TemporaryDirectory() as folder:
                return peak(lambda: write_rdf(graph, Path(folder) / "model.nt"))
        case "pyoxigraph":
            ready = list(triples(graph))
            return timed(lambda: pyoxigraph.serialize(ready, format=_SPELLING))
        case "rdflib":
            other = to_rdf(graph)
            return timed(lambda: other.serialize(format="nt"))
        case _:
            return timed(lambda: rdf_bytes(graph, work))


def main() -> None:
    """Do what the words say, after a start that imports what an export needs."""
    rdf_bytes(ServiceGraph([], Settings(as_of=date(2026, 8, 22))), "ntriples")
    print(measured(sys.argv[1], load(Path(sys.argv[2]), cache=False)))


if __name__ == "__main__":
    main()
