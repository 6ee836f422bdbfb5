"""One timed import in a process of its own: `python -m bench.imported ours|peer|write MODEL FILE`.

`ours` reads N-Triples to a graph of checked elements; `peer` lets pyoxigraph parse the same bytes.
It prints the CPU seconds of the work alone, without the start of Python and the imports.
"""

from __future__ import annotations

import sys
from collections import deque
from datetime import date
from pathlib import Path

import pyoxigraph

from bench.work import timed
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import load
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.import_rdf import import_parsed
from lumme_graph.rdf.read.parsed import parse_bytes
from lumme_graph.rdf.write import rdf_bytes, write_rdf


def ours(data: bytes) -> int:
    """The bytes to a graph, with what of them was not taken."""
    return len(import_parsed(parse_bytes(data, "ntriples")).graph)


def peer(data: bytes) -> int:
    """The bytes to triples, none of which is kept."""
    return len(deque(pyoxigraph.parse(data, format=pyoxigraph.RdfFormat.N_TRIPLES), maxlen=1))


def main() -> None:
    """Do the work that the words name."""
    work, model, file = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if work == "write":
        write_rdf(load(model, cache=False), file, "ntriples", private=True)
        return
    data = file.read_bytes()
    ours(rdf_bytes(ServiceGraph([], Settings(as_of=date(2026, 8, 22))), "ntriples"))
    timed(lambda: {"ours": ours, "peer": peer}[work](data))


if __name__ == "__main__":
    main()
