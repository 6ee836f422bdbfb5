"""Findings of a check as SARIF 2.1.0, for code hosts."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.base.finding import Finding
from lumme_graph.checks.check import FAULTS
from lumme_graph.checks.own_code import known_faults
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reports.sarif import sarif_text


def render(findings: Iterable[Finding], graph: ServiceGraph, lang: str = "en") -> str:
    """One run with one result for each finding."""
    faults = [*FAULTS.values(), *known_faults(graph).values()]
    return sarif_text(findings, graph, faults, "check", lang)
