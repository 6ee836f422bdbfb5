"""Findings as the body of a page: by severity and code, what to do once, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from xml.etree import ElementTree as ET

from lumme_graph.base.codes import Severity
from lumme_graph.base.finding import Finding
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.reports.findings import to_text
from lumme_graph.reports.html.tree import Child, h

_HEADS = {
    Severity.ERROR: Label("Errors"),
    Severity.WARNING: Label("Warnings"),
    Severity.INFO: Label("For information"),
}


Link = Callable[[str], Child]
"""Shows the id of an element or of a part: as a link where it has a page."""


def findings_body(
    found: Sequence[Finding], speak: Speaker, link: Link | None = None
) -> list[Child]:
    """What stands in `main` under the title; `link` shows what each is about.

    The headings have the ids `error`, `warning` and `info`, and those of codes, such as `LG201`.
    """
    made: list[Child] = [h("p", to_text.summary(found, speak).split("\n")[0])]
    for severity, head in _HEADS.items():
        same = [finding for finding in found if finding.severity is severity]
        if same:
            made.append(h("h2", speak(head), f" ({len(same)})", id=severity.value))
            made += _by_code(same, speak, link)
    return made


def _by_code(found: Iterable[Finding], speak: Speaker, link: Link | None) -> list[Child]:
    codes: dict[str, list[Finding]] = {}
    for finding in sorted(found, key=lambda finding: finding.code):
        codes.setdefault(finding.code, []).append(finding)
    made: list[Child] = []
    for code, same in codes.items():
        made.append(h("h3", f"{code} {same[0].about.name} ({len(same)})", id=code))
        hints = list(dict.fromkeys(speak(one.remedy) for one in same))
        if len(hints) == 1:
            made.append(h("p", "→ ", hints[0], class_="meta"))
        made.append(h("ul", [_finding(one, speak, link, hinted=len(hints) > 1) for one in same]))
    return made


def _finding(finding: Finding, speak: Speaker, link: Link | None, *, hinted: bool) -> ET.Element:
    """What is wrong, what to do where that is its own, where, and what it is about."""
    made: list[Child] = [speak(finding.problem)]
    if hinted:
        made += [" ", h("span", "→ ", speak(finding.remedy), class_="meta")]
    place = str(finding.place) or finding.element
    made += [" ", h("code", place, class_="meta")]
    if link and finding.element:
        made += [" ", link(finding.element)]
    return h("li", made)
