"""Observed journeys beside a group-by: `python -m bench.observed write|ours|peer FILE [ROWS]`.

`write` makes a log of the path of reservations, of so many rows, the same each time. `ours` prints the
CPU seconds of comparing it with the path, and the most memory that the process took, in MB; `peer`
those of the engine's own grouping of the same file by case and step, with the first and last time of
each.
"""

from __future__ import annotations

import random
import resource
import sys
from datetime import datetime, timedelta
from pathlib import Path
from time import process_time

import duckdb

from lumme_graph.elements.journeys import Path as ServicePath
from lumme_graph.graph.read import load
from lumme_graph.observed.observe import observe

PATH = "path-hold"
LUMME = Path(__file__).parents[1] / "models" / "lumme"
_DAY = 86_400


def write(file: Path, rows: int) -> None:
    """A log of cases that mostly do as planned: some leave, skip a step or do it again."""
    steps = [one.id for one in load(LUMME)[ServicePath, PATH].steps]
    chance = random.Random(14)  # noqa: S311 - a log, not a secret
    begin, case, written = datetime(2026, 1, 1), 0, 0  # noqa: DTZ001 - times without a zone
    with file.open("w", encoding="utf-8") as out:
        out.write("case,step,time,library\n")
        while written < rows:
            case, at = case + 1, 0
            time = begin + timedelta(seconds=chance.randrange(180 * _DAY))
            while at < len(steps):
                out.write(f"c{case},{steps[at]},{time.isoformat()},{case % 60}\n")
                written += 1
                time += timedelta(seconds=chance.randrange(60, 5 * _DAY))
                lot = chance.random()
                if lot < 0.03:  # noqa: PLR2004 - three of a hundred leave
                    break
                at += 2 if lot < 0.05 else 0 if lot < 0.07 else 1  # noqa: PLR2004 - skip, again


def ours(file: Path) -> None:
    """The whole comparison, without the reading of the model."""
    graph = load(LUMME)
    start = process_time()
    found = observe(graph, PATH, file)
    seconds = process_time() - start
    assert isinstance(found.cases, int)
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def peer(file: Path) -> None:
    """What it takes at least to read the rows and bring those of a case together."""
    with duckdb.connect(config={"memory_limit": "2GB"}) as connection:
        start = process_time()
        connection.read_csv(str(file), header=True, sep=",").create_view("log")
        connection.execute(
            'SELECT count(*), max(n) FROM (SELECT "case", step, count(*) AS n, min(time), max(time)'
            ' FROM log GROUP BY "case", step)'
        ).fetchall()
        seconds = process_time() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    """Do the work that the words name."""
    work, file = sys.argv[1], Path(sys.argv[2])
    if work == "write":
        write(file, int(sys.argv[3]))
    else:
        {"ours": ours, "peer": peer}[work](file)


if __name__ == "__main__":
    main()
