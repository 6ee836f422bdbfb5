"""Coverage as JUnit XML, for pipelines that show tests: a kind is a suite, an item is a case.

A case fails where a cell of the item is a gap; it is skipped where there is nothing to count.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from lumme_graph.base.shown import legal
from lumme_graph.base.text import Label
from lumme_graph.checks.assessment import Assessment
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import name_label
from lumme_graph.query.cells import ITEM_STATES
from lumme_graph.query.coverage import Coverage
from lumme_graph.views.cell_rows import cell_rows, where

_GAPS = Label("{n} aukkoa {d} ruudusta", "{n} gaps in {d} cells", "{n} luckor i {d} rutor")


def render(found: Assessment, lang: str = "en") -> str:
    """The cases as text; no times, so that the same model gives the same bytes."""
    coverage = found.coverage
    kinds: dict[str, list[Coverable]] = {}
    for item in coverage.items:
        kinds.setdefault(item.kind.prefix, []).append(item)
    suites = [_suite(coverage, kind, items, lang) for kind, items in kinds.items()]
    root = ET.Element("testsuites", {"name": "lumme coverage", **_sums(suites)})
    root.extend(suites)
    ET.indent(root, space=" ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(coverage: Coverage, kind: str, items: Iterable[Coverable], lang: str) -> ET.Element:
    cases = [_case(coverage, item, lang) for item in items]
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": "0",
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
    }
    suite = ET.Element("testsuite", {"name": kind, **counts, "time": "0"})
    suite.extend(cases)
    return suite


def _sums(suites: Iterable[ET.Element]) -> dict[str, str]:
    names = ("tests", "failures", "errors")
    sums = {name: sum(int(suite.get(name, "0")) for suite in suites) for name in names}
    return {name: str(n) for name, n in sums.items()}


def _case(coverage: Coverage, item: Coverable, lang: str) -> ET.Element:
    classname = f"coverage.{item.kind.prefix}"
    case = ET.Element("testcase", {"name": item.id, "classname": classname, "time": "0"})
    cells = coverage.of(item)
    gaps = [cell for cell in cells if coverage.is_gap(cell.state)]
    counted = sum(coverage.counts(cell.state) for cell in cells)
    name = name_label(item).say(lang)
    if gaps:
        message = f"{name}: {_GAPS.say(lang, n=len(gaps), d=counted)}"
        state = coverage.item_state(item)
        failure = ET.SubElement(case, "failure", {"message": legal(message), "type": state})
        failure.text = legal("\n".join(_lines(coverage, item, lang)))
    elif not counted:
        state = ITEM_STATES[coverage.item_state(item)].say(lang)
        ET.SubElement(case, "skipped", {"message": legal(f"{name}: {state}")})
    return case


def _lines(coverage: Coverage, item: Coverable, lang: str) -> Iterable[str]:
    place = coverage.graph.place(item).within(coverage.graph.root)
    if place.file:
        yield str(place)
    gaps = [cell for cell in coverage.of(item) if coverage.is_gap(cell.state)]
    for row in cell_rows(gaps):
        sections = ", ".join(section.id for section in row.sections)
        at = where(coverage, row.libraries, lang)
        said = f"{row.state.label.say(lang)}: {', '.join(row.languages)}: {at}"
        yield f"{said} ({sections})" if sections else said
