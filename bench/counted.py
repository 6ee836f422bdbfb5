"""Coverage counted in SPARQL on the embedded store, and by Python: `python -m bench.counted MODEL`.

Prints the CPU seconds of each; the store is loaded, and the model read, before.
"""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path
from time import process_time

from pyoxigraph import QuerySolutions, RdfFormat, Store

import lumme_graph as lg
from lumme_graph.rdf.write import rdf_bytes

QUERY = files("lumme_graph.rdf.sparql").joinpath("queries/coverage.rq")


def main() -> None:
    """Count twice, and fail where the counts differ."""
    graph = lg.load(Path(sys.argv[1]), cache=False)
    store = Store()
    store.bulk_load(rdf_bytes(graph, "ntriples"), format=RdfFormat.N_TRIPLES)
    text = QUERY.read_text(encoding="utf-8")
    graph.days.clear()
    start = process_time()
    found = lg.coverage(graph)
    python = found.done, found.with_plans
    middle = process_time()
    rows = store.query(text)
    assert isinstance(rows, QuerySolutions)
    counted = [int(str(getattr(term, "value", ""))) for term in next(rows)]
    end = process_time()
    assert counted[:3] == [python[0].n, python[1].n, python[0].d]
    print(end - middle, middle - start)


if __name__ == "__main__":
    main()
