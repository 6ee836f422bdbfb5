"""Findings as JSON, for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from lumme_graph.base.codes import CODES, Severity
from lumme_graph.base.finding import Finding
from lumme_graph.base.json_text import json_text


def finding_data(finding: Finding, lang: str = "en") -> dict[str, Any]:
    """One finding as plain data; line and column are 0 where there is none."""
    return {
        "code": finding.code,
        "name": CODES[finding.code].name,
        "severity": finding.severity.value,
        "message": finding.message(lang),
        "hint": finding.advice(lang),
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "element": finding.element,
    }


def render(findings: Iterable[Finding], lang: str = "en") -> str:
    """All findings and their number by severity."""
    found = list(findings)
    counts = Counter(finding.severity for finding in found)
    data = {
        "findings": [finding_data(finding, lang) for finding in found],
        "summary": {severity.value: counts[severity] for severity in Severity},
    }
    return json_text(data, 2)
