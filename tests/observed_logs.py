"""Logs of observed journeys as tests write them: what cases did, as steps by their numbers from 0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import lumme_graph as lg

BEGIN = datetime(2026, 3, 2, 9)  # noqa: DTZ001 - logs without a zone
HOUR = timedelta(hours=1)


def rows_of(did: Mapping[str, int], *, apart: timedelta = HOUR) -> Iterable[tuple[str, str, str]]:
    """A row for each step of each case; `"0 2 3": 5` are five cases that did these steps.

    A number is a step, other words stand as they are.
    """
    case = 0
    for steps, cases in did.items():
        for _ in range(cases):
            case += 1
            for place, word in enumerate(steps.split()):
                step = f"step-{word}" if word.isdigit() else word
                yield f"c{case}", step, (BEGIN + place * apart).isoformat()


def log_of(folder: Path, did: Mapping[str, int], *, apart: timedelta = HOUR) -> Path:
    """A log as CSV."""
    return written(folder, ["case,step,time", *map(",".join, rows_of(did, apart=apart))])


def written(folder: Path, lines: Iterable[str], name: str = "log.csv") -> Path:
    """Lines as a file."""
    file = folder / name
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def by_step(found: lg.Observed, field: str) -> list[int | lg.Hidden]:
    """One number of each step, in order."""
    return [getattr(one, field) for one in found.steps]


def by_way(found: lg.Observed, *, planned: bool) -> dict[str, int | lg.Hidden]:
    """How many cases took each way."""
    return {
        f"{one.source[5:]}→{one.target[5:]}": one.cases
        for one in found.ways
        if one.is_planned is planned
    }
