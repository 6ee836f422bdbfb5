"""Opening a model again: `python -m bench.opened first|again MODEL`.

It prints the CPU seconds of opening a folder, for the first time or with what that left beside it,
and of opening it and then looking at every element.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from time import process_time

import lumme_graph as lg
from lumme_graph.base.sealed import own_key
from lumme_graph.reading.cache import FOLDER


def main() -> None:
    """Open a model and look at all of it."""
    when, model = sys.argv[1], Path(sys.argv[2])
    list(lg.example())
    own_key()
    if when == "first":
        shutil.rmtree(model / FOLDER, ignore_errors=True)
    start = process_time()
    graph = lg.load(model)
    opened = process_time()
    for _ in graph:
        pass
    print(opened - start, process_time() - start)


if __name__ == "__main__":
    main()
