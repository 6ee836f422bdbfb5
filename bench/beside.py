"""What a script does with a model, beside what it would take without this library, by its size.

    python -m bench.beside [JOB ...] [--sizes 1000 10000 100000] [--runs 3] [--json FILE]

The peer (`bench.peer`) does the same jobs with CSafeLoader, pydantic, networkx, rdflib and Graphviz. Each
figure is the fewest CPU milliseconds of some fresh processes, ours and the peer's in turn; growth is
the exponent of the steeper step between sizes: 1 is linear. The largest size takes half an
hour and 6 GB; its drawings alone take ten minutes: name the other jobs to leave them out.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.model import write_model

FILE, EDITS = "load of one file", ("edit in a folder", "edit of a graph")
JOBS = ("load", "check", "coverage", "save", FILE, *EDITS, "drawings", "export", "import")
SIZES = (1_000, 10_000, 100_000)
GROWTH = 1.15
BESIDE_FILE = 0.02
"""How many seconds the edit of a value may take beside the load of the file that it is in."""
_PLACE = re.compile(r"(at|of): (organisation|branch)-n\d+-")


class Row(NamedTuple):
    """A job: our CPU seconds and the peer's, by the number of elements."""

    job: str
    ours: dict[int, float]
    peer: dict[int, float]

    @property
    def growth(self) -> float:
        """The steeper of our steps from size to size."""
        return _growth(self.ours)


def _growth(seconds: dict[int, float]) -> float:
    steps = list(pairwise(sorted(seconds.items())))
    return max(
        (math.log(b / a) / math.log(more / less) for (less, a), (more, b) in steps), default=0
    )


def write_one_network(folder: Path, elements: int) -> None:
    """The benchmark's model, but all that is offered is offered by the libraries of one network."""
    write_model(folder, elements)
    for file in folder.glob("*/**/*.yaml"):
        text = file.read_text("utf-8")
        if "offered:" in text:
            file.write_text(_PLACE.sub(r"\1: \2-n000-", text), "utf-8")
    with (folder / "model.yaml").open("a", encoding="utf-8") as settings:
        settings.write("network: organisation-n000-0\n")


def measured(who: str, job: str, model: Path) -> tuple[float, str]:
    """The CPU seconds of a job in a process of its own, and what it says that it did."""
    command = [sys.executable, "-m", "bench.beside_work", who, job, str(model)]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    seconds, done = said.split(maxsplit=1)
    return float(seconds), done


def row(job: str, models: dict[int, Path], runs: int) -> Row:
    """Both in turn, at each size; the coverage must be the same."""
    found = Row(job, {}, {})
    for size, model in models.items():
        pairs = [(measured("ours", job, model), measured("peer", job, model)) for _ in range(runs)]
        ours, peer = zip(*pairs, strict=True)
        if job in {"load", FILE, "coverage", "import"} and ours[0][1] != peer[0][1]:
            raise SystemExit(f"{job}: {ours[0][1]} and {peer[0][1]} are not the same")
        found.ours[size], found.peer[size] = min(ours)[0], min(peer)[0]
        print(f"{job}, {size}: {_ms(found.ours[size])} {_ms(found.peer[size])}", file=sys.stderr)
    return found


def table(rows: list[Row]) -> str:
    """Each job with ours, the peer's and their ratio at each size, and how each grows."""
    sizes = sorted(rows[0].ours)
    heads = "".join(f"{f'{size:_} elements'.replace('_', ' '):>26}" for size in sizes)
    parts = f"{'ours':>10}{'peer':>10}{'ratio':>6}" * len(sizes)
    lines = [f"{'':<18}{heads}{'growth':>16}", f"{'CPU ms':<18}{parts}{'ours':>10}{'peer':>6}"]
    for one in rows:
        figures = "".join(
            f"{_ms(one.ours[size]):>10}{_ms(one.peer[size]):>10}{one.ours[size] / one.peer[size]:>6.2f}"
            for size in sizes
        )
        missed = "" if one.growth <= GROWTH else "  missed"
        lines.append(f"{one.job:<18}{figures}{one.growth:>10.2f}{_growth(one.peer):>6.2f}{missed}")
    of_file: dict[int, float] = next(
        (one.ours for one in rows if one.job == FILE), dict[int, float]()
    )
    for one in rows:
        if one.job in EDITS and of_file:
            more = ", ".join(f"{_ms(one.ours[size] - of_file[size])}" for size in sizes)
            lines.append(
                f"{one.job}, ms beside the load of its file (at most {_ms(BESIDE_FILE)}): {more}"
            )
    return "\n".join(lines)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def main() -> None:
    """Measure, print the table, and exit 1 where something grows faster than it may."""
    words = argparse.ArgumentParser(description="Measure a script's jobs beside their peers.")
    words.add_argument("jobs", nargs="*", help=f"some of: {', '.join(JOBS)}")
    words.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="elements")
    words.add_argument("--runs", type=int, default=3, help="fresh processes for each figure")
    words.add_argument("--json", type=Path, help="also write the figures to this file")
    chosen = words.parse_args()
    with TemporaryDirectory(prefix="lumme-beside-") as folder:
        models = {size: Path(folder, str(size)) for size in chosen.sizes}
        for size, model in models.items():
            write_one_network(model, size)
        rows = [row(job, models, chosen.runs) for job in chosen.jobs or JOBS]
    print(table(rows))
    if chosen.json:
        chosen.json.write_text(json.dumps([one._asdict() for one in rows], indent=1), "utf-8")
    raise SystemExit(any(one.growth > GROWTH for one in rows))


if __name__ == "__main__":
    main()
