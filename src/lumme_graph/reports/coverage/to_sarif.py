"""Findings on coverage as SARIF 2.1.0, for code hosts that show them beside the changed lines."""

from __future__ import annotations

from collections.abc import Mapping

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.assessment.assess import Assessment, is_shown
from lumme_graph.assessment.baseline import Key, key_of
from lumme_graph.base.finding import Finding
from lumme_graph.base.speaker import Speaker
from lumme_graph.checks.check import FAULTS
from lumme_graph.checks.own_code import known_faults
from lumme_graph.graph.names import joined, name_label, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reports.sarif import sarif_text


def render(found: Assessment, lang: str = "en") -> str:
    """One run; a finding of a new gap is known again by its cell."""
    graph = found.coverage.graph
    cells = _new_cells(found, graph.speaker("en"))
    ours = (fault for code, fault in FAULTS.items() if is_shown(code))
    faults = [*ours, *known_faults(graph).values()]

    def key(finding: Finding, said: Mapping[str, str]) -> list[object] | None:
        cell = cells.get((finding.element, said.get("gap", "")))
        return list(cell) if cell else None

    return sarif_text(found.findings, graph, faults, "coverage", lang, key)


def _new_cells(found: Assessment, english: Speaker) -> dict[tuple[str, str], Key]:
    """The cell that a finding of a new gap speaks of, by its element and words."""
    graph = found.coverage.graph
    cells = found.change.new if found.change else ()
    return {(cell.item.id, _called(graph, cell, english)): key_of(cell) for cell in cells}


def _called(graph: ServiceGraph, cell: Cell, english: Speaker) -> str:
    parts = (name_label(cell.item), short_label(graph, cell.library), cell.language)
    return english(joined(parts)).words
