"""Findings as SARIF 2.1.0, for code hosts that show them beside the changed lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final
from urllib.parse import quote

from lumme_graph.base.codes import Code, Severity
from lumme_graph.base.finding import Fault, Finding, Place
from lumme_graph.base.json_text import json_text
from lumme_graph.base.label import Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
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

KeyOf = Callable[[Finding, Mapping[str, str]], list[object] | None]
"""What tells a finding apart, by what it says; None where its element and that do."""


def sarif_text(
    found: Iterable[Finding],
    graph: ServiceGraph,
    faults: Iterable[Fault],
    command: str,
    lang: str = "en",
    key_of: KeyOf = lambda _finding, _said: None,
) -> str:
    """One run of a command: a result for each finding, and a rule for each code that could be found."""
    speak, english = graph.speaker(lang), graph.speaker("en")
    apart = bool(graph.root) and _is_outside(graph.root)
    findings = [one.within(graph.root) if apart else one for one in found]
    known = {one.code: (one.about, one.page or _called(one.about)) for one in faults}
    known |= {
        one.code: (one.about, _called(one.about)) for one in findings if one.code not in known
    }
    places = {code: place for place, code in enumerate(known)}
    statement = graph.settings.statement
    run: dict[str, Any] = {
        "automationDetails": {"id": _identity(command, graph.root)},
        "tool": {
            "driver": {
                "name": "lumme",
                "rules": [_rule(id_, *about, command, speak.lang) for id_, about in known.items()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(one, graph, places[one.code], _fingerprint(one, key_of, english), speak)
            for one in findings
        ],
        **({"properties": {"statement": dict(statement)}} if statement else {}),
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _is_outside(root: str) -> bool:
    """Is a model's folder told from elsewhere than the working folder? Then the model is the root."""
    whole = PurePosixPath(root).is_absolute() or PureWindowsPath(root).is_absolute()
    return whole or root.startswith("..")


def _identity(command: str, root: str) -> str:
    """What tells the run of one model from another's, so that neither takes the other's place.

    The model's folder within the repository; of one that is told from elsewhere its name alone, for
    where it lies on this machine says nothing. The last slash ends the category of a code host.
    """
    path = PurePosixPath(PureWindowsPath(root).as_posix())
    parts = path.parts[-1:] if _is_outside(root) else path.parts
    return "/".join([f"lumme {command}", *(quote(part, safe="") for part in parts), ""])


def _called(code: Code) -> str:
    return code.name.replace("-", " ")


def _rule(id_: str, code: Code, page: str, command: str, lang: str) -> dict[str, Any]:
    plain = " ".join(page.partition("\n\n")[0].split())
    return {
        "id": id_,
        "name": code.name,
        "shortDescription": {"text": plain},
        "fullDescription": {"text": plain},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {"tags": [command, lang]},
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


def _fingerprint(finding: Finding, key_of: KeyOf, english: Speaker) -> str:
    """What stays the same when lines move: the code, and the element and what is said."""
    said = {
        name: english(value).words if isinstance(value, Message | Text) else str(value)
        for name, value in finding.params.items()
        if name in _NAMING.get(finding.code, finding.params) and not isinstance(value, Place)
    }
    key = [finding.code, *(key_of(finding, said) or [finding.element, said])]
    text = json.dumps(key, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
