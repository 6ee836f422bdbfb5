"""Findings as JSON, for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from lumme_graph.base.codes import Severity
from lumme_graph.base.finding import Finding
from lumme_graph.base.json_text import json_text
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.standing import standing_word


def finding_data(finding: Finding, graph: ServiceGraph, speak: Speaker) -> dict[str, Any]:
    """One finding as plain data; line and column are 0 where there is none.

    The standing is that of the element it is about.
    """
    return {
        "code": finding.code,
        "name": finding.about.name,
        "severity": finding.severity.value,
        "message": speak(finding.problem).words,
        "hint": speak(finding.remedy).words,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "element": finding.element,
        "standing": standing_word(graph, finding.element) or None,
    }


def render(findings: Iterable[Finding], graph: ServiceGraph, lang: str = "en") -> str:
    """All findings, their number by severity, and what must be said of the model."""
    found, speak = list(findings), graph.speaker(lang)
    counts = Counter(finding.severity for finding in found)
    statement = graph.settings.statement
    data = {
        "statement": dict(statement) if statement else None,
        "findings": [finding_data(finding, graph, speak) for finding in found],
        "summary": {severity.value: counts[severity] for severity in Severity},
    }
    return json_text(data, 2)
