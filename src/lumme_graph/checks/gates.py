"""LG29x: what the gates and the baseline of coverage can find; one judgement for every command."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.analysis.coverage.gates import Gate, failed, gates
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.finding import Fault, Finding
from lumme_graph.base.label import Label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.model import SETTINGS_ID

GATE = Fault(
    "LG290",
    Label("the gate {name}{group} is not reached: {count}, {asked} is asked for"),
    Label("close gaps (see what to write next), or change the gate"),
    "The coverage is lower than `coverage.minimum` in `model.yaml` asks for, or more cells are "
    "missing or stale than allowed. Each kind, library and language is judged by itself.",
)
SHRINK = Fault(
    "LG291",
    Label("a known gap is closed: {gap}"),
    Label("shrink the baseline: --update-baseline"),
    "A gap of the baseline is covered now, or is no cell any more. Taking it out of the baseline "
    "keeps it from opening again unnoticed.",
)
EMPTY = Fault(
    "LG292",
    Label("the gate {name}{group}: there is nothing to cover"),
    Label("remove the gate, or allow it: allow_empty: true"),
    "A gate is set on a count of nothing. A full guide and an empty model must not look alike.",
)
NEW_GAP = Fault(
    "LG293",
    Label("a new gap: {gap} ({state})"),
    Label("cover it, or accept it: --accept-new with a reason"),
    "A cell is a gap that the baseline does not know.",
)
FAULTS = (GATE, SHRINK, EMPTY, NEW_GAP)


def of_settings(coverage: Coverage) -> list[Finding]:
    """The gates of the settings that the coverage does not reach: what every check says of them."""
    return of_gates(coverage.graph, failed(coverage, gates(coverage)))


def of_gates(graph: ServiceGraph, missed: Iterable[Gate]) -> list[Finding]:
    """A finding for each gate that is not reached, where the settings ask for it."""
    return [_of_gate(graph, gate) for gate in missed]


def is_of_gate(finding: Finding) -> bool:
    """Is it about a gate?"""
    return finding.code in {GATE.code, EMPTY.code}


def _of_gate(graph: ServiceGraph, gate: Gate) -> Finding:
    group = f" ({gate.group})" if gate.group and not gate.name.endswith(gate.group) else ""
    place = graph.place(SETTINGS_ID, "coverage", *gate.name.split("."))
    fault = EMPTY if gate.is_empty else GATE
    return fault.at(place, name=gate.name, group=group, count=gate.reached.whole, asked=gate.asked)
