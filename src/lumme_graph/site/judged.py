"""The judgement on the guide and on the model, made once for all pages of a site."""

from __future__ import annotations

from typing import Final

from lumme_graph.assessment.review import ReviewTask, waiting_reviews
from lumme_graph.base.finding import Finding
from lumme_graph.checks.check import check
from lumme_graph.graph.day import Day, once

COVERAGE_STYLE: Final = "staff/coverage.css"
"""The address of the look of coverage; its rules narrow the page by what the model holds."""


@once
def waiting(day: Day) -> tuple[ReviewTask, ...]:
    """The texts that wait for review."""
    return tuple(waiting_reviews(day.graph))


@once
def findings(day: Day) -> tuple[Finding, ...]:
    """What is found in the model, its files named from the model's folder on."""
    return tuple(finding.within(day.graph.root) for finding in check(day.graph))
