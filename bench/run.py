"""What the library needs, side by side with what its parts need alone: CPU time and ratios.

    python -m bench.run [--runs N] [--json FILE] [--without-growth] [--only-drawings]

Run it in the project's folder, in an environment where the package is installed, on a quiet
machine with a POSIX system; it takes some minutes and 3 GB of memory (`--without-growth`: one
minute). Never in CI: absolute times vary there, and ratios still too much for a gate.

How a script's jobs grow up to 100 000 elements, and what they take without this library, is measured
by `python -m bench.beside`.

Each row is measured in fresh processes, ours and the peer's in turn, so that a change of the
machine's speed meets both. Nothing is kept between runs but Python's own compiled modules, in a
folder of their own, and what is kept beside a model where opening it again is measured. The ratio is that of the fastest runs.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.model import write_model

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 100_000)
LOAD = SIZES[1]
SHEETED = 2_500
SITES = (1_250, 2_500, 5_000)
OBSERVED = 5_000_000

_IMPORT = ["-c", "import lumme_graph; lumme_graph.Service"]
_PYDANTIC = ["-c", "import pydantic; pydantic.BaseModel"]
_HELP = ["-m", "lumme_graph", "--help"]
_TYPER = """\
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
@app.command()
def check(model: str, strict: bool = False) -> None:
    "Check a model."
app()
"""
_CHECK = ["-m", "lumme_graph", "check", "models/lumme"]
_NETWORKX = ["-c", "import pydantic, networkx; pydantic.BaseModel"]

Measure = Callable[[], float]
"""Starts a process, waits for its end and gives the CPU seconds it took."""


class Row(NamedTuple):
    """One measurement: our CPU seconds and the peer's, run by run, and how far apart they may be."""

    name: str
    ours: list[float]
    peer: list[float]
    target: float

    @property
    def ratio(self) -> float:
        """Our fastest run to the peer's."""
        return min(self.ours) / min(self.peer)


class Growth(NamedTuple):
    """Our CPU seconds by the number of elements, run by run, and the growth that is allowed."""

    name: str
    ours: dict[int, list[float]]
    target: float

    @property
    def exponent(self) -> float:
        """The steeper of the steps: 1 is linear."""
        sizes = sorted(self.ours)
        return max(
            math.log(min(self.ours[b]) / min(self.ours[a])) / math.log(b / a)
            for a, b in pairwise(sizes)
        )


class Limit(NamedTuple):
    """A figure that has no peer, and what it may be at most."""

    name: str
    figure: float
    target: float


class Bench:
    """The measurements, with a folder for models and compiled modules."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder = folder
        self.runs = runs
        self.environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
        self.environment["XDG_CACHE_HOME"] = str(folder / "cache")
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def rows(self) -> list[Row]:
        """Everything that has a peer."""
        model, prepared = self.model(LOAD), self.folder / "prepared.json"
        self.work("prepare", model, prepared)
        return [
            self.row("import", self.whole(_IMPORT), self.whole(_PYDANTIC), 2.5),
            self.row("lumme --help", self.whole(_HELP), self.whole(["-c", _TYPER, "--help"]), 2),
            self.row("lumme check models/lumme", self.whole(_CHECK), self.whole(_NETWORKX), 2),
            self.row(
                f"load + N-Triples, {LOAD} elements",
                lambda: float(self.work("ours", model, prepared)),
                lambda: float(self.work("peer", model, prepared)),
                1.5,
            ),
            self.imported(),
            *self.packages(),
            self.sheeted(),
        ]

    def sheeted(self) -> Row:
        """How long a book takes, there and back, beside openpyxl alone with the same values."""
        words = (str(self.model(SHEETED)), str(self.folder / "model.xlsx"))
        return self.row(
            f"book of {SHEETED} elements, 10 289 rows, and back (peer: openpyxl)",
            lambda: float(self.printed("bench.sheeted", "ours", *words)),
            lambda: float(self.printed("bench.sheeted", "peer", *words)),
            3,
        )

    def opened(self, elements: int) -> list[Row]:
        """What it takes to open a folder again, beside the first time; and to look at all of it."""
        model = str(self.model(elements))

        def spent(when: str) -> tuple[float, float]:
            opened, looked_at = map(float, self.printed("bench.opened", when, model).split())
            return opened, looked_at

        spent("first")
        spent("again")
        runs = [(spent("again"), spent("first")) for _ in range(self.runs)]
        (again, seen), (first, first_seen) = (
            map(list, zip(*times, strict=True)) for times in zip(*runs, strict=True)
        )
        return [
            Row(f"open again, {elements} elements (peer: first time)", again, first, 0.1),
            Row(f"the same, looking at each element, {elements}", seen, first_seen, 0.4),
        ]

    def imported(self) -> Row:
        """How long an import takes beside the parsing of the same N-Triples."""
        words = (str(self.model(LOAD)), str(self.folder / "model.nt"))
        self.printed("bench.imported", "write", *words)
        return self.row(
            f"import of N-Triples, {LOAD} elements",
            lambda: float(self.printed("bench.imported", "ours", *words)),
            lambda: float(self.printed("bench.imported", "peer", *words)),
            3,
        )

    def packages(self) -> list[Row]:
        """What HSDS and PTV cost beside the reading of the same files by the standard library."""
        folder = self.folder / "packages"
        folder.mkdir(exist_ok=True)
        self.printed("bench.packaged", "write", str(folder))

        def spent(work: str) -> Measure:
            return lambda: float(self.printed("bench.packaged", work, str(folder)))

        return [
            self.row("HSDS out, 60 000 rows (peer: csv, read)", spent("out"), spent("csv"), 20),
            self.row("HSDS in, 60 000 rows (peer: csv)", spent("hsds"), spent("csv"), 30),
            self.row("PTV in, 4 000 things (peer: json)", spent("ptv"), spent("json"), 30),
        ]

    def exports(self) -> tuple[list[Row], list[Limit]]:
        """What N-Triples cost beside other serialisers given ready triples, and what a stream keeps."""
        peers = {"pyoxigraph": 1.3, "rdflib": 1 / 8}
        model = self.model(LOAD)
        rows = [
            self.row(
                f"N-Triples (peer: {peer})",
                lambda: self.exported("ntriples", model),
                partial(self.exported, peer, model),
                target,
            )
            for peer, target in peers.items()
        ]
        more, less = (self.exported("memory", self.model(size)) for size in SIZES[1::-1])
        name = f"N-Triples, stream, MB for {SIZES[1] - SIZES[0]} elements more"
        return rows, [Limit(name, more - less, 16)]

    def exported(self, name: str, model: Path) -> float:
        """What one process of `bench.exported` prints."""
        return float(self.printed("bench.exported", name, str(model)))

    def checks(self) -> Row:
        """How long a check takes beside the load of the same model."""
        model = self.model(LOAD)
        runs = [map(float, self.work("check", model, model).split()) for _ in range(self.runs)]
        loaded, checked = map(list, zip(*runs, strict=True))
        return Row(f"check, {LOAD} elements (peer: load)", checked, loaded, 2)

    def differences(self) -> Row:
        """What it costs to find all that differs between two models, beside loading both."""
        model = str(self.model(LOAD))
        runs = [map(float, self.printed("bench.changed", model).split()) for _ in range(self.runs)]
        loaded, found = map(list, zip(*runs, strict=True))
        return Row(f"diff of two models of {LOAD} elements (peer: loading both)", found, loaded, 2)

    def counts(self) -> Row:
        """What coverage costs in SPARQL on the embedded store, beside Python's own count."""
        model = str(self.model(LOAD))
        runs = [map(float, self.printed("bench.counted", model).split()) for _ in range(self.runs)]
        sparql, python = map(list, zip(*runs, strict=True))
        return Row(f"coverage in SPARQL, {LOAD} elements (peer: Python)", sparql, python, 10)

    def observed(self) -> tuple[Row, Limit]:
        """What a log of millions of rows costs beside the engine's own grouping, and its memory."""
        file = self.folder / "log.csv"
        self.printed("bench.observed", "write", str(file), str(OBSERVED))
        kept: list[float] = []

        def measured(work: str) -> float:
            seconds, memory = map(float, self.printed("bench.observed", work, str(file)).split())
            kept.extend([memory] if work == "ours" else [])
            return seconds

        row = self.row(
            f"observed, {OBSERVED} rows (peer: group by)",
            lambda: measured("ours"),
            lambda: measured("peer"),
            3,
        )
        return row, Limit(f"observed, {OBSERVED} rows, MB", max(kept), 1_500)

    def drawings(self) -> tuple[list[Row], list[Limit]]:
        """What drawings cost, beside the layout engine Graphviz, themselves, and fixed limits."""
        folder = self.folder / "hundred"
        pairs: list[tuple[float, float]] = []
        engine: list[float] = []
        for number in range(self.runs):
            (here := folder / str(number)).mkdir(parents=True)
            first, again = map(float, self.drawn("hundred", str(here)).split())
            pairs.append((first, again))
            engine.append(self.whole([str(here / "all.dot")], _engine())())
        long, short = (
            [float(self.drawn("path", steps)) for _ in range(self.runs)] for steps in ("400", "40")
        )
        firsts = [first for first, _ in pairs]
        maps = [self.drawn("coverage").split() for _ in range(self.runs)]
        size, name = self.drawn("largest").split()
        return (
            [
                Row("100 paths (peer: Graphviz)", firsts, engine, 1.5),
                Row("100 again (peer: first time)", [again for _, again in pairs], firsts, 0.1),
                Row("path, 400 steps (peer: 40)", long, short, 15),
            ],
            [
                Limit("coverage, 2000 items, s", min(float(seconds) for seconds, _ in maps), 2),
                Limit("coverage, 2000 items, sheets", float(maps[0][1]), 6),
                Limit(f"largest A3 sheet ({name}), KB", int(size) / 1000, 60),
            ],
        )

    def site(self) -> Row:
        """What the files of a site cost beside the drawings among them."""
        runs = [self.sited(ROOT / "models" / "lumme") for _ in range(self.runs)]
        drawings, others = map(list, zip(*runs, strict=True))
        return Row("site of models/lumme (peer: drawings)", others, drawings, 1)

    def site_growth(self) -> Growth:
        """How a whole site grows, drawings and all; a run at each size takes minutes."""
        ours = {size: [sum(self.sited(self.model(size)))] for size in SITES}
        return Growth("site, exponent", ours, 1.15)

    def sited(self, model: Path) -> tuple[float, float]:
        """The CPU seconds of a site's drawings, and of its other files."""
        drawings, others = map(float, self.printed("bench.site", str(model)).split())
        return drawings, others

    def serving(self) -> list[Limit]:
        """What a writer waits for who has the preview open, by the clock."""
        runs = [map(float, self.printed("bench.served").split()) for _ in range(self.runs)]
        names = ("start to first page", "save to event", "event to new page")
        return [
            Limit(f"serve, {name}, s", min(seconds), 1)
            for name, seconds in zip(names, zip(*runs, strict=True), strict=True)
        ]

    def row(self, name: str, ours: Measure, peer: Measure, target: float) -> Row:
        """Both in turn, after a run of each that compiles what is to be imported."""
        ours()
        peer()
        pairs = [(ours(), peer()) for _ in range(self.runs)]
        return Row(name, [a for a, _ in pairs], [b for _, b in pairs], target)

    def model(self, elements: int) -> Path:
        """A model of so many elements."""
        folder = self.folder / f"model-{elements}"
        if folder.exists():
            return folder
        write_model(folder, elements)
        return folder

    def whole(self, words: list[str], program: tuple[str, ...] = (sys.executable,)) -> Measure:
        """The CPU time of a whole process, the start of Python or another program included."""

        def measure() -> float:
            nowhere = [
                (os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)
            ]
            command = [*program, *words]
            pid = os.posix_spawn(command[0], command, self.environment, file_actions=nowhere)
            _, status, used = os.wait4(pid, 0)
            if os.waitstatus_to_exitcode(status):
                raise SystemExit(f"{' '.join(command)} failed")
            return used.ru_utime + used.ru_stime

        return measure

    def work(self, name: str, model: Path, prepared: Path) -> str:
        """What one process of `bench.work` prints."""
        return self.printed("bench.work", name, str(model), str(prepared))

    def drawn(self, *words: str) -> str:
        """What one process of `bench.drawn` prints."""
        return self.printed("bench.drawn", *words)

    def printed(self, module: str, *words: str) -> str:
        """What a module prints in a process of its own."""
        command = [sys.executable, "-m", module, *words]
        return subprocess.run(
            command, env=self.environment, stdout=subprocess.PIPE, check=True, text=True
        ).stdout


def _engine() -> tuple[str, ...]:
    """Graphviz from the development extra, which lays out all that it is given as SVG."""
    found = shutil.which("graphviz-pure", path=sysconfig.get_path("scripts"))
    if found is None:
        raise SystemExit("graphviz-pure is missing; install the extra: pip install '.[dev]'")
    return found, "-Tsvg"


def _table(rows: list[Row], growths: list[Growth], limits: list[Limit]) -> str:
    head = (
        f"{'CPU milliseconds: min (median)':<34}{'ours':>18}{'peer':>18}{'ratio':>8}{'target':>8}"
    )
    lines = [head]
    for row in rows:
        held = "" if row.ratio <= row.target else "  missed"
        lines.append(
            f"{row.name:<34}{_times(row.ours):>18}{_times(row.peer):>18}"
            f"{row.ratio:>8.2f}{row.target:>8}{held}"
        )
    for growth in growths:
        held = "" if growth.exponent <= growth.target else "  missed"
        lines.append(f"{growth.name:<70}{growth.exponent:>8.2f}{growth.target:>8}{held}")
        lines += [f"  {size:>8}{_times(runs):>42}" for size, runs in sorted(growth.ours.items())]
    for limit in limits:
        held = "" if limit.figure <= limit.target else "  missed"
        lines.append(f"{limit.name:<70}{limit.figure:>8.2f}{limit.target:>8}{held}")
    return "\n".join(lines)


def _times(seconds: list[float]) -> str:
    return f"{min(seconds) * 1000:.0f} ({median(seconds) * 1000:.0f})"


def _data(rows: list[Row], growths: list[Growth], limits: list[Limit]) -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "rows": [{**row._asdict(), "ratio": row.ratio} for row in rows],
        "growth": [{**growth._asdict(), "exponent": growth.exponent} for growth in growths],
        "limits": [limit._asdict() for limit in limits],
    }


def main() -> None:
    """Measure, print the table, and exit 1 where a target is missed."""
    words = argparse.ArgumentParser(description="Measure against peers.")
    words.add_argument("--runs", type=int, default=5, help="fresh processes for each figure")
    words.add_argument("--json", type=Path, help="also write every run to this file")
    words.add_argument("--without-growth", action="store_true", help="leave out the large models")
    words.add_argument("--only-drawings", action="store_true", help="measure drawings alone")
    chosen = words.parse_args()
    os.chdir(ROOT)
    growths: list[Growth] = []
    with TemporaryDirectory(prefix="lumme-bench-") as folder:
        bench = Bench(Path(folder), chosen.runs)
        rows = [] if chosen.only_drawings else bench.rows()
        if not (chosen.only_drawings or chosen.without_growth):
            rows += [bench.checks(), *bench.opened(SIZES[-1])]
            growths.append(bench.site_growth())
        drawn, limits = bench.drawings()
        rows += drawn
        if not (chosen.only_drawings or chosen.without_growth):
            observed, memory = bench.observed()
            rows.append(observed)
            limits.append(memory)
        if not chosen.only_drawings:
            exports, kept = bench.exports()
            rows += [row for size in SIZES[:-1] for row in bench.opened(size)]
            rows += [*exports, bench.differences(), bench.counts(), bench.site()]
            limits += kept
            limits += bench.serving()
    print(_table(rows, growths, limits))
    if chosen.json:
        data = json.dumps(_data(rows, growths, limits), indent=1) + "\n"
        chosen.json.write_text(data, encoding="utf-8")
    missed = [
        *(row.name for row in rows if row.ratio > row.target),
        *(growth.name for growth in growths if growth.exponent > growth.target),
        *(limit.name for limit in limits if limit.figure > limit.target),
    ]
    raise SystemExit(bool(missed))


if __name__ == "__main__":
    main()
