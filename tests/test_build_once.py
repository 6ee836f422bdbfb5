"""A build works out once what all its pages, pictures and data show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import lumme_graph as lg
from lumme_graph.analysis.coverage.cells import CellStates
from lumme_graph.checks.check import CHECKS
from lumme_graph.checks.registry import Check
from lumme_graph.graph.day import Day

CLWYD = Path(__file__).parent / "models" / "clwyd"


def test_a_build_works_coverage_out_once_and_runs_each_check_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All pages, pictures and data of a build share what is worked out of the day."""
    worked_out: list[lg.ServiceGraph] = []
    run: list[str] = []
    begin, look = CellStates.__init__, Check.run

    def counted_begin(self: CellStates, day: Day, languages: tuple[str, ...]) -> None:
        worked_out.append(day.graph)
        begin(self, day, languages)

    def counted_look(self: Check, day: Day) -> Iterator[lg.Finding]:
        run.append(self.fault.code)
        return look(self, day)

    monkeypatch.setattr(CellStates, "__init__", counted_begin)
    monkeypatch.setattr(Check, "run", counted_look)
    lg.build(lg.load(CLWYD), "cy")
    assert len(worked_out) == 1
    assert sorted(run) == sorted({one.fault.code for one in CHECKS})
