"""Findings on coverage as SARIF 2.1.0, for code hosts that show them beside the changed lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final
from urllib.parse import quote

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.assessment.assess import Assessment, is_shown
from lumme_graph.assessment.baseline import Key, key_of
from lumme_graph.base.codes import Severity
from lumme_graph.base.finding import Fault, Finding, Place
from lumme_graph.base.json_text import json_text
from lumme_graph.base.label import Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
from lumme_graph.checks.check import FAULTS
from lumme_graph.checks.own_code import known_faults
from lumme_graph.graph.names import joined, name_label, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.standing import standing_word

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_NAMING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("LG202", "LG203", "LG204"), ()),
    "LG201": ("why",),
    **dict.fromkeys(("LG290", "LG292"), ("name", "group")),
}
"""Which parameters tell findings of a code apart; the others may change while it stays the same."""
_PART = "lumme/v1"


def render(found: Assessment, lang: str = "en") -> str:
    """One run with one result for each finding, and a rule for each code that could be found."""
    graph = found.coverage.graph
    speak, english = graph.speaker(lang), graph.speaker("en")
    known = {code: fault for code, fault in FAULTS.items() if is_shown(code)}
    known |= known_faults(graph)
    codes = list(known)
    apart = bool(graph.root) and _is_outside(graph.root)
    findings = [one.within(graph.root) if apart else one for one in found.findings]
    cells = _new_cells(found, english)
    statement = graph.settings.statement
    run: dict[str, Any] = {
        "automationDetails": {"id": _identity(graph.root)},
        "tool": {
            "driver": {
                "name": "lumme",
                "rules": [_rule(fault, speak.lang) for fault in known.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(one, graph, codes.index(one.code), _fingerprint(one, cells, english), speak)
            for one in findings
        ],
        **({"properties": {"statement": dict(statement)}} if statement else {}),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


def _is_outside(root: str) -> bool:
    """Is a model's folder told from elsewhere than the working folder? Then the model is the root."""
    whole = PurePosixPath(root).is_absolute() or PureWindowsPath(root).is_absolute()
    return whole or root.startswith("..")


def _identity(root: str) -> str:
    """What tells the run of one model from another's, so that neither takes the other's place.

    The model's folder within the repository; of one that is told from elsewhere its name alone, for
    where it lies on this machine says nothing. The last slash ends the category of a code host.
    """
    path = PurePosixPath(PureWindowsPath(root).as_posix())
    parts = path.parts[-1:] if _is_outside(root) else path.parts
    return "/".join(["lumme coverage", *(quote(part, safe="") for part in parts), ""])


def _rule(fault: Fault, lang: str) -> dict[str, Any]:
    code = fault.about
    page = fault.page or fault.sentence.english
    summary, _, _ = page.partition("\n\n")
    plain = " ".join(summary.split())
    return {
        "id": fault.code,
        "name": code.name,
        "shortDescription": {"text": plain},
        "fullDescription": {"text": plain},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {"tags": ["coverage", lang]},
    }


def _result(
    finding: Finding, graph: ServiceGraph, index: int, fingerprint: str, speak: Speaker
) -> dict[str, Any]:
    kind = finding.element.partition("-")[0]
    named = {"element": finding.element, "kind": kind} if finding.element else {}
    standing = standing_word(graph, finding.element)
    named |= {"standing": standing} if standing else {}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{speak(finding.problem).shown} → {speak(finding.remedy).shown}"},
        "locations": [_location(finding)],
        "partialFingerprints": {_PART: fingerprint},
        **({"properties": named} if named else {}),
    }


def _location(finding: Finding) -> dict[str, Any]:
    place = finding.place
    logical = [{"name": finding.element, "kind": "object"}] if finding.element else []
    location: dict[str, Any] = {"logicalLocations": logical} if logical else {}
    if place.file:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
        if place.line:
            column = {"startColumn": place.column} if place.column else {}
            physical["region"] = {"startLine": place.line, **column}
        location["physicalLocation"] = physical
    return location


def _uri(file: str) -> str:
    """A relative address of a file, with no character that an address cannot have."""
    return quote(file.removeprefix("./"), safe="/", errors="surrogateescape")


def _fingerprint(finding: Finding, cells: Mapping[tuple[str, str], Key], english: Speaker) -> str:
    """What stays the same when lines move: the code, and the cell, or the element and what is said."""
    said = {
        name: english(value).words if isinstance(value, Message | Text) else str(value)
        for name, value in finding.params.items()
        if name in _NAMING.get(finding.code, finding.params) and not isinstance(value, Place)
    }
    cell = cells.get((finding.element, said.get("gap", "")))
    key = [finding.code, *cell] if cell else [finding.code, finding.element, said]
    text = json.dumps(key, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _new_cells(found: Assessment, english: Speaker) -> dict[tuple[str, str], Key]:
    """The cell that a finding of a new gap speaks of, by its element and words."""
    graph = found.coverage.graph
    cells = found.change.new if found.change else ()
    return {(cell.item.id, _called(graph, cell, english)): key_of(cell) for cell in cells}


def _called(graph: ServiceGraph, cell: Cell, english: Speaker) -> str:
    parts = (name_label(cell.item), short_label(graph, cell.library), cell.language)
    return english(joined(parts)).words
