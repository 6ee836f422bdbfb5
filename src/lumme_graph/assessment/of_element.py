"""The findings by the element that they are about."""

from __future__ import annotations

from lumme_graph.base.finding import Finding
from lumme_graph.checks.check import findings
from lumme_graph.graph.day import Day, once


@once
def findings_of(day: Day) -> dict[str, tuple[Finding, ...]]:
    """What the checks say of each element, by its id."""
    found: dict[str, list[Finding]] = {}
    for finding in findings(day):
        found.setdefault(finding.element, []).append(finding)
    return {element: tuple(same) for element, same in found.items()}
