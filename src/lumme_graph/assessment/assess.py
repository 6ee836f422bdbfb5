"""The whole judgement on a guide: coverage, gates, baseline, findings, and what to write next.

Every report of coverage renders this one object, so that all say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.analysis.coverage.deep import deep
from lumme_graph.analysis.coverage.gates import Gate, failed, gates
from lumme_graph.analysis.coverage.result import Coverage, coverage
from lumme_graph.assessment.baseline import Baseline, BaselineChange, compare
from lumme_graph.assessment.write_next import WriteNext, write_next
from lumme_graph.base.amounts import Share
from lumme_graph.base.codes import OWN_CODE
from lumme_graph.base.finding import Finding
from lumme_graph.base.label import Message, Plain
from lumme_graph.base.ratio import Ratio
from lumme_graph.checks.check import check
from lumme_graph.checks.gates import NEW_GAP, SHRINK, is_of_gate, of_gates
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.names import joined, name_label, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.model import SETTINGS_ID


@dataclass(frozen=True)
class Assessment:
    """What a guide covers, how it is judged, and what would better it most."""

    coverage: Coverage
    gates: tuple[Gate, ...]
    failed: tuple[Gate, ...]
    change: BaselineChange | None
    findings: tuple[Finding, ...]

    @property
    def passes(self) -> bool:
        """Does no gate fail, and is no gap new? Other findings are for `lumme check` to fail on."""
        return not (self.failed or (self.change and self.change.new))

    @cached_property
    def deep(self) -> Ratio:
        """How many of the counted cells are deep."""
        return deep(self.coverage)

    @cached_property
    def write_next(self) -> WriteNext:
        """The cheapest acts that close the gaps."""
        return write_next(self.coverage)


def assess(
    graph: ServiceGraph,
    *,
    relaxed: bool = False,
    total: Share | None = None,
    baseline: Baseline | None = None,
) -> Assessment:
    """Judge the guide of a graph.

    The gates are those of the settings, which `check` judges too, unless others are asked for. With
    a baseline, its known gaps pass and only new ones fail. Raises `BaselineError` where the
    baseline was made under other settings.
    """
    found = coverage(graph)
    asked = gates(found, relaxed=relaxed, total=total)
    missed = failed(found, asked)
    change = compare(found, baseline) if baseline else None
    findings = [
        *(
            finding
            for finding in check(graph)
            if is_shown(finding.code) and not is_of_gate(finding)
        ),
        *of_gates(graph, missed),
        *(_of_change(found, change) if change else ()),
    ]
    return Assessment(
        found, tuple(asked), tuple(missed), change, tuple(sorted(findings, key=Finding.sort_key))
    )


def is_shown(code: str) -> bool:
    """Are findings of a code a part of the judgement: do they bear on the guide, or are they one's own?"""
    return code.startswith(("LG1", "LG2", "LG3", "LG4")) or OWN_CODE.fullmatch(code) is not None


@once
def assessed(day: Day) -> Assessment:
    """The judgement on the guide of a day, made once for all who show it."""
    return assess(day.graph)


def _of_change(found: Coverage, change: BaselineChange) -> list[Finding]:
    graph = found.graph
    new = [
        NEW_GAP.at(
            graph.place(cell.item), cell.item.id, gap=_called(found, cell), state=cell.state.label
        )
        for cell in change.new
    ]
    closed = [
        SHRINK.at(graph.place(SETTINGS_ID), item, gap=f"{item}, {library}, {language}")
        for item, library, language in change.closed
    ]
    return [*new, *closed]


def _called(found: Coverage, cell: Cell) -> Message:
    language = Plain(cell.language)
    parts = [name_label(cell.item), short_label(found.graph, cell.library), language]
    return joined(parts)
