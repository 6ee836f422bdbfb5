"""Checks that only this network asks for, beside those of the library: `own_checks.py [MODEL]`.

Put beside a `model.yaml` that says `checks: own_checks`, they run with ours, where it is trusted:
`lumme check MODEL --trust`. `checks: own_checks:OWN` names those of the tuple.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import lumme_graph as lg

MODEL = Path(__file__).parent.parent / "models" / "lumme"
MOST_STEPS = 8


@lg.own_check(
    "NET001", "“{name}” has {steps} steps, more than a wall holds", "split it into two paths"
)
def too_many_steps(day: lg.Day) -> Iterator[lg.Hit]:
    """Paths are drawn on a wall of the meeting room, which is eight steps wide."""
    for path in day.graph.all(lg.Path):
        if len(path.steps) > MOST_STEPS:
            yield lg.Hit(path, "steps", name=path.name["en"], steps=len(path.steps))


@lg.own_check(
    "NET002", "nobody says what {name} costs", "write cost, also where it is free", severity="info"
)
def no_cost(day: lg.Day) -> Iterator[lg.Hit]:
    """Customers ask first what it costs; a service that is free says so."""
    for service in day.graph.all(lg.Service):
        if service.cost is None:
            yield lg.Hit(service, name=service.name["en"])


OWN = (too_many_steps, no_cost)


def main(model: Path) -> int:
    """Print what the own checks find; how many errors there are of all."""
    graph = lg.load(model)
    found = lg.check(graph, more=OWN)
    for one in found:
        if one.code.startswith("NET"):
            place = one.place.within(graph.root)
            print(f"{place}: {one.severity.value} {one.code} {one.message()}")
    return sum(one.severity.value == "error" for one in found)


if __name__ == "__main__":
    sys.exit(1 if main(Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL) else 0)
