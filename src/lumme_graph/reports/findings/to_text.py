"""Findings for people at a terminal: the line, the mark under it, the hint, the sums by code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lumme_graph.base.codes import CODES, Severity
from lumme_graph.base.finding import Finding
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.shown import shown
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


def render(findings: Iterable[Finding], lang: str = "en", look: Look = PLAIN) -> str:
    """The report: findings with their lines, then the sums by code.

    Of each code only the first are shown, of infos none, unless the look asks for the whole.
    """
    found = list(findings)
    told = found if look.whole else _first(found)
    parts = ["\n".join(_one(one, lang, look)) for one in told]
    sums = [by_code(found, told, lang)] if len(found) > max(_FEW, len(told) - 1) else []
    last = [*sums, summary(found, lang, told=told)]
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


def _one(finding: Finding, lang: str, look: Look) -> Iterator[str]:
    severity = finding.severity
    head = f"{finding.code} {SEVERITIES[severity].say(lang)}"
    place = shown(str(finding.place) or finding.element)
    said = wrapped(f"{place}: {head}: {finding.message(lang)}", look.width, "  ")
    bare = f"{place}: {head}:"
    painted = f"{look.paint(place, 'place')}: {look.paint(head, severity.value)}:"
    yield said.replace(bare, painted, 1)
    yield from _excerpt(finding, look)
    hint = wrapped(f"  → {finding.advice(lang)}", look.width, "    ")
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


def by_code(findings: Sequence[Finding], told: Sequence[Finding], lang: str = "en") -> str:
    """A line for each code, the worst first: how many were found, and how many are not shown."""
    counts = Counter(finding.code for finding in findings)
    seen = Counter(finding.code for finding in told)
    ranks = list(Severity)
    lines: list[str] = []
    for code in sorted(counts, key=lambda code: (ranks.index(CODES[code].severity), code)):
        severity = SEVERITIES[CODES[code].severity].say(lang)
        hidden = counts[code] - seen[code]
        more = f" {_OF_CODE.say(lang, n=hidden)}" if hidden and seen[code] else ""
        lines.append(f"{counts[code]:>6}  {code} {severity:9} {CODES[code].name}{more}")
    return "\n".join(lines)


def summary(
    findings: Sequence[Finding], lang: str = "en", *, told: Sequence[Finding] | None = None
) -> str:
    """How many errors and warnings, and what of them is not shown."""
    counts = Counter(finding.severity for finding in findings)
    errors, warnings, infos = (counts[severity] for severity in Severity)
    parts: list[str] = []
    if errors:
        parts.append(_ERRORS.say(lang, n=errors))
    if warnings:
        parts.append(_WARNINGS.say(lang, n=warnings))
    lines = [f"{', '.join(parts)}." if parts else _CLEAN.say(lang)]
    seen = Counter(f.severity for f in (findings if told is None else told))
    seen_grave = seen[Severity.ERROR] + seen[Severity.WARNING]
    if errors + warnings > seen_grave:
        lines.append(_CUT.say(lang, shown=seen_grave, n=errors + warnings - seen_grave))
    if infos > seen[Severity.INFO]:
        codes = sorted({f.code for f in findings if f.severity is Severity.INFO})
        lines.append(_MORE.say(lang, n=infos, codes=", ".join(codes), first=codes[0]))
    if parts:
        worst = min(findings, key=lambda finding: list(Severity).index(finding.severity))
        lines.append(_EXPLAIN.say(lang, code=worst.code))
    return "\n".join(lines)
