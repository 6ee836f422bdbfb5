"""What it costs to know that data is right, by CPU time: `PYTHONPATH=tests python -m bench.conformance`.

Our own check of models/lumme, the export to RDF, and pySHACL with each official shapes file over that
export (LUMME_SHARED names their folder), each with the number of elements or nodes it looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time
from typing import TypeVar

from rdf_shapes import CPEV, CPOV, CPSV_AP, SKOS_INTEGRITY, verdict

import lumme_graph as lg
from lumme_graph.rdf.write import rdf_bytes

LUMME = Path(__file__).resolve().parents[1] / "models" / "lumme"

Made = TypeVar("Made")


def timed(what: str, made: Callable[[], Made], looked_at: Callable[[Made], int]) -> Made:
    """Do something twice, and say how long the second time took."""
    made()
    start = process_time()
    result = made()
    print(f"{what:42} {process_time() - start:6.2f} s {looked_at(result):7}")
    return result


def main() -> None:
    """Measure, and print a line each."""
    graph = timed("load", lambda: lg.load(LUMME), lambda loaded: len(list(loaded)))
    timed("load and check", lambda: lg.check(lg.load(LUMME)), lambda _: len(list(graph)))
    timed(
        "export as N-Triples", lambda: rdf_bytes(graph, "ntriples"), lambda text: text.count(b"\n")
    )
    data = timed("the export in rdflib", lambda: lg.to_rdf(graph), len)
    for shapes in (CPSV_AP, CPOV, CPEV, SKOS_INTEGRITY):
        timed(f"pySHACL, {shapes}", partial(verdict, data, shapes), lambda found: found.nodes)


if __name__ == "__main__":
    main()
