"""Where most cases leave a path, and where they wait: `python examples/observed_journeys.py LOG`."""

from __future__ import annotations

import sys
from pathlib import Path

import lumme_graph as lg

HERE = Path(__file__).parent
MODEL = HERE.parent / "models" / "lumme"
INVENTED = HERE / "observed" / "path-hold-illustrative.csv"


def main(log: Path) -> None:
    """Print what a log shows of the path of reservations, step by step and way by way."""
    found = lg.observe(lg.load(MODEL), "path-hold", log)
    print(f"cases {found.cases}, finished {found.finished}, left {found.left}")
    for step in found.steps:
        print(f"{step.number} {step.id:20} {step.cases:>12} leave {step.left}")
    if (way := found.longest_wait) and way.wait:
        print(f"longest wait: {way.source} to {way.target}, median {way.wait.median}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else INVENTED)
