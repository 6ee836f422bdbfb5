"""Gates: does the coverage reach what the settings ask for?

Whole numbers are compared, never rounded ones; each kind, library and language stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.amounts import Share
from lumme_graph.base.label import Joined, Message
from lumme_graph.base.ratio import Ratio


class Gate(NamedTuple):
    """A gate: its name in the settings, its group, what was reached, and the least asked for.

    `most` is set for a gate on a number of cells instead of a share.
    """

    name: str
    group: str
    reached: Ratio
    least: Share | None = None
    most: int | None = None

    @property
    def is_empty(self) -> bool:
        """Is there nothing to cover?"""
        return self.most is None and self.reached.d == 0

    @property
    def passes(self) -> bool:
        """Does the coverage reach it?"""
        if self.most is not None:
            return self.reached.n <= self.most
        return 1000 * self.reached.n >= (self.least or 0) * self.reached.d

    @property
    def asked(self) -> Message:
        """What is asked for: a share or more, or a number or less."""
        if self.most is not None:
            return Joined(("≤", self.most), " ")
        return Joined(("≥", self.least or Share(0)), " ")


def gates(coverage: Coverage, *, relaxed: bool = False, total: Share | None = None) -> list[Gate]:
    """Every gate of the settings; `total` takes the place of their least total.

    Relaxed gates count what is planned as done.
    """
    settings = coverage.graph.settings.coverage
    found = list(_shares(coverage, relaxed=relaxed, total=total))
    limits = (
        ("max_missing", CellState.MISSING, settings.max_missing),
        ("max_stale", CellState.STALE, settings.max_stale),
        ("max_unknown", CellState.UNKNOWN, settings.max_unknown),
    )
    for name, state, most in limits:
        if most is not None:
            count = Ratio(coverage.states[state], coverage.done.d)
            found.append(Gate(name, "", count, most=most))
    return found


def failed(coverage: Coverage, found: list[Gate]) -> list[Gate]:
    """The gates that the coverage does not reach; an empty one fails unless that is allowed."""
    allowed = coverage.graph.settings.coverage.allow_empty
    return [gate for gate in found if (not allowed if gate.is_empty else not gate.passes)]


def _shares(coverage: Coverage, *, relaxed: bool, total: Share | None) -> Iterator[Gate]:
    minimum = coverage.graph.settings.coverage.minimum
    states = (CellState.COVERED, CellState.PLANNED) if relaxed else (CellState.COVERED,)
    least = minimum.total if total is None else total
    if least is not None:
        done = coverage.with_plans if relaxed else coverage.done
        yield Gate("minimum.total", "", done, least)
    by_kind = coverage.by_kind(*states)
    for kind, wanted in minimum.kind.items():
        yield Gate(f"minimum.kind.{kind}", kind, by_kind.get(kind, Ratio(0, 0)), wanted)
    if minimum.library is not None:
        for library, count in coverage.by_library(*states).items():
            yield Gate("minimum.library", library, count, minimum.library)
    if minimum.language is not None:
        for language, count in coverage.by_language(*states).items():
            yield Gate("minimum.language", language, count, minimum.language)
