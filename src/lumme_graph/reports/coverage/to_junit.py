"""Coverage as JUnit XML, for pipelines that show tests: a kind is a suite, an item is a case.

A case fails where a cell of the item is a gap; it is skipped where there is nothing to count. With
a baseline only new gaps fail, and known ones are skipped. Each gate is a case of the last suite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import ITEM_STATES, Cell
from lumme_graph.analysis.coverage.gates import Gate
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.baseline import key_of
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.shown import legal, plain
from lumme_graph.base.speaker import Speaker
from lumme_graph.checks.gates import of_gates
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import name_label
from lumme_graph.views.cell_rows import cell_rows, where
from lumme_graph.views.standing import standing_word, statement_in

_GAPS = Counted("{n} gap, cells: {d}", "{n} gaps in {d} cells")
_KNOWN = Label("known gaps {n}, cells {d}")
_GATES: Final = "gate"


def render(found: Assessment, lang: str = "en") -> str:
    """The cases as text; no times, so that the same model gives the same bytes."""
    coverage = found.coverage
    speak = coverage.graph.speaker(lang)
    kinds: dict[str, list[Coverable]] = {}
    for item in coverage.items:
        kinds.setdefault(item.kind.prefix, []).append(item)
    statement = statement_in(coverage.graph.settings, speak)
    cases = {kind: [_case(found, item, speak) for item in items] for kind, items in kinds.items()}
    cases[_GATES] = [_gate(found, gate, speak) for gate in found.gates]
    suites = [_suite(kind, same, statement) for kind, same in cases.items() if same]
    root = ET.Element("testsuites", {"name": "lumme coverage", **_sums(suites)})
    root.extend(suites)
    ET.indent(root, space=" ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(kind: str, cases: Sequence[ET.Element], statement: str) -> ET.Element:
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": "0",
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
    }
    suite = ET.Element("testsuite", {"name": kind, **counts, "time": "0"})
    _property(suite, "statement", statement)
    suite.extend(cases)
    return suite


def _property(of: ET.Element, name: str, value: str) -> None:
    if value:
        held = ET.SubElement(of, "properties")
        ET.SubElement(held, "property", {"name": name, "value": legal(plain(value))})


def _sums(suites: Iterable[ET.Element]) -> dict[str, str]:
    names = ("tests", "failures", "errors")
    sums = {name: sum(int(suite.get(name, "0")) for suite in suites) for name in names}
    return {name: str(n) for name, n in sums.items()}


def _case(found: Assessment, item: Coverable, speak: Speaker) -> ET.Element:
    coverage = found.coverage
    case = _named(item.id, item.kind.prefix)
    _property(case, "standing", standing_word(coverage.graph, item.id))
    due = [cell for cell in coverage.of(item) if coverage.counts(cell.state)]
    gaps = [cell for cell in due if coverage.is_gap(cell.state)]
    new = {key_of(cell) for cell in found.change.new} if found.change else None
    failing = [cell for cell in gaps if new is None or key_of(cell) in new]
    name = speak(name_label(item)).shown
    if failing:
        message = f"{name}: {speak(_GAPS, n=len(failing), d=len(due)).shown}"
        _failed(case, message, coverage.item_state(item), _lines(coverage, item, failing, speak))
    elif gaps:
        _skipped(case, f"{name}: {speak(_KNOWN, n=len(gaps), d=len(due)).shown}")
    elif not due:
        _skipped(case, f"{name}: {speak(ITEM_STATES[coverage.item_state(item)]).shown}")
    return case


def _gate(found: Assessment, gate: Gate, speak: Speaker) -> ET.Element:
    """A gate as a case, which fails as the gate does."""
    apart = f".{gate.group}" if gate.group and not gate.name.endswith(gate.group) else ""
    case = _named(f"{gate.name}{apart}", _GATES)
    if gate in found.failed:
        (finding,) = of_gates(found.coverage.graph, [gate])
        message, place = (
            speak(finding.problem).shown,
            finding.place.within(found.coverage.graph.root),
        )
        _failed(case, message, "gate", [*([str(place)] if place.file else []), message])
    return case


def _named(name: str, kind: str) -> ET.Element:
    about = {"name": name, "classname": f"coverage.{kind}", "time": "0"}
    return ET.Element("testcase", about)


def _failed(case: ET.Element, message: str, kind: str, lines: Iterable[str]) -> None:
    failure = ET.SubElement(case, "failure", {"message": legal(plain(message)), "type": kind})
    failure.text = legal(plain("\n".join(lines)))


def _skipped(case: ET.Element, message: str) -> None:
    ET.SubElement(case, "skipped", {"message": legal(plain(message))})


def _lines(
    coverage: Coverage, item: Coverable, gaps: Iterable[Cell], speak: Speaker
) -> Iterator[str]:
    place = coverage.graph.place(item).within(coverage.graph.root)
    if place.file:
        yield str(place)
    for row in cell_rows(gaps):
        sections = ", ".join(section.id for section in row.sections)
        at = speak(where(coverage, row.libraries)).shown
        said = f"{speak(row.state.label).shown}: {', '.join(row.languages)}: {at}"
        yield f"{said} ({sections})" if sections else said
