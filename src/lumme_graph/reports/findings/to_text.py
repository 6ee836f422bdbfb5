"""Findings for people at a terminal: the line, the mark under it, the hint, the sums by code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lumme_graph.base.codes import Severity
from lumme_graph.base.finding import Finding
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.shown import shown
from lumme_graph.base.speaker import Speaker
from lumme_graph.reports.look import PLAIN, Look
from lumme_graph.reports.wrapped import wrapped

SEVERITIES: dict[Severity, Message] = {
    Severity.ERROR: Label("error"),
    Severity.WARNING: Label("warning"),
    Severity.INFO: Label("info"),
}
_ERRORS = Counted("{n} error", "{n} errors")
_WARNINGS = Counted("{n} warning", "{n} warnings")
_CLEAN = Label("Nothing to report.")
_MORE = Counted(
    "{n} note is not shown ({codes}); --select {first} shows it.",
    "{n} notes are not shown ({codes}); --select {first} shows them.",
)
_CUT = Counted(
    "{shown} is shown, and {n} more: lumme check --all shows all.",
    "{shown} are shown, and {n} more: lumme check --all shows all.",
    by="shown",
)
_OF_CODE = Label("(and {n} more)")
_EXPLAIN = Label("What a code means: lumme explain {code}")
_WIDEST = 100
_GUTTER = 8
_MOST = {Severity.ERROR: 20, Severity.WARNING: 5, Severity.INFO: 0}
"""How many findings of one code are shown, unless all are asked for."""
_FEW = 10
"""As many findings can be counted by eye."""


def render(findings: Iterable[Finding], speak: Speaker, look: Look = PLAIN) -> str:
    """The report: findings with their lines, then the sums by code.

    Of each code only the first are shown, of infos none, unless the look asks for the whole.
    """
    found = list(findings)
    told = found if look.whole else _first(found)
    parts = ["\n".join(_one(one, speak, look)) for one in told]
    sums = [by_code(found, told, speak)] if len(found) > max(_FEW, len(told) - 1) else []
    last = [*sums, summary(found, speak, told=told)] if look.sums else []
    return "\n\n".join([*parts, *last]) + "\n"


def _first(findings: list[Finding]) -> list[Finding]:
    """The first findings of each code, as many as its severity is shown."""
    seen: Counter[str] = Counter()
    told: list[Finding] = []
    for finding in findings:
        seen[finding.code] += 1
        if seen[finding.code] <= _MOST[finding.severity]:
            told.append(finding)
    return told


def _one(finding: Finding, speak: Speaker, look: Look) -> Iterator[str]:
    severity = finding.severity
    head = f"{finding.code} {speak(SEVERITIES[severity]).shown}"
    place = shown(str(finding.place) or finding.element)
    said = wrapped(f"{place}: {head}: {speak(finding.problem).shown}", look.width, "  ")
    bare = f"{place}: {head}:"
    painted = f"{look.paint(place, 'place')}: {look.paint(head, severity.value)}:"
    yield said.replace(bare, painted, 1)
    yield from _excerpt(finding, look)
    hint = wrapped(f"  → {speak(finding.remedy).shown}", look.width, "    ")
    yield hint.replace("→", look.paint("→", "hint"), 1)


def _excerpt(finding: Finding, look: Look) -> Iterator[str]:
    place = finding.place
    if not place.line:
        return
    lines = look.lines_of(place.file)
    if place.line > len(lines):
        return
    room = _WIDEST if look.width is None else min(_WIDEST, look.width - _GUTTER)
    line = lines[place.line - 1].rstrip("\r")
    start = max(0, place.column - room // 2) if len(line) > room else 0
    at = place.column - 1
    before, rest = shown(line[start:at]), shown(line[at : start + room])
    word = rest.split(",")[0].rstrip()
    gutter = f"{place.line:>5} "
    yield f"{look.paint(gutter + '|', 'mark')} {before}{rest}"
    indent = " " * (_GUTTER + len(before))
    yield f"{indent}{look.paint('^' * max(1, len(word)), finding.severity.value)}"


def by_code(findings: Sequence[Finding], told: Sequence[Finding], speak: Speaker) -> str:
    """A line for each code, the worst first: how many were found, and how many are not shown."""
    counts = Counter(finding.code for finding in findings)
    seen = Counter(finding.code for finding in told)
    ranks = list(Severity)
    lines: list[str] = []
    about = {finding.code: finding.about for finding in findings}
    for code in sorted(counts, key=lambda code: (ranks.index(about[code].severity), code)):
        severity = speak(SEVERITIES[about[code].severity]).shown
        hidden = counts[code] - seen[code]
        more = f" {speak(_OF_CODE, n=hidden).shown}" if hidden and seen[code] else ""
        lines.append(f"{counts[code]:>6}  {code} {severity:9} {about[code].name}{more}")
    return "\n".join(lines)


def summary(
    findings: Sequence[Finding], speak: Speaker, *, told: Sequence[Finding] | None = None
) -> str:
    """How many errors and warnings, and what of them is not shown."""
    counts = Counter(finding.severity for finding in findings)
    errors, warnings, infos = (counts[severity] for severity in Severity)
    parts: list[Message] = []
    if errors:
        parts.append(_ERRORS.fill(n=errors))
    if warnings:
        parts.append(_WARNINGS.fill(n=warnings))
    lines = [f"{speak(Joined(tuple(parts))).shown}." if parts else speak(_CLEAN).shown]
    seen = Counter(f.severity for f in (findings if told is None else told))
    seen_grave = seen[Severity.ERROR] + seen[Severity.WARNING]
    if errors + warnings > seen_grave:
        lines.append(speak(_CUT, shown=seen_grave, n=errors + warnings - seen_grave).shown)
    if infos > seen[Severity.INFO]:
        codes = sorted({f.code for f in findings if f.severity is Severity.INFO})
        lines.append(speak(_MORE, n=infos, codes=", ".join(codes), first=codes[0]).shown)
    if parts:
        worst = min(findings, key=lambda finding: list(Severity).index(finding.severity))
        code = f"{worst.code} MODEL --trust" if worst.own else worst.code
        lines.append(speak(_EXPLAIN, code=code).shown)
    return "\n".join(lines)
