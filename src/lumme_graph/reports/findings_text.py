"""Findings for people at a terminal: the line, the mark under it, the hint, a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from lumme_graph.base.codes import CODES, Severity
from lumme_graph.base.finding import Finding
from lumme_graph.base.shown import shown
from lumme_graph.base.text import Label

Paint = Callable[[str, str], str]
"""Gives a piece of text the look of a role: place, error, warning, info, mark, hint."""

SEVERITIES: dict[Severity, Label] = {
    Severity.ERROR: Label("virhe", "error", "fel"),
    Severity.WARNING: Label("varoitus", "warning", "varning"),
    Severity.INFO: Label("tieto", "info", "info"),
}
_ERRORS = Label("{n} virhettä", "{n} errors", "{n} fel")
_ONE_ERROR = Label("1 virhe", "1 error", "1 fel")
_WARNINGS = Label("{n} varoitusta", "{n} warnings", "{n} varningar")
_ONE_WARNING = Label("1 varoitus", "1 warning", "1 varning")
_CLEAN = Label("Ei huomautettavaa.", "Nothing to report.", "Inget att anmärka på.")
_MORE = Label(
    "{n} tietoa ei näytetä ({codes}): ne näyttää --select {first}.",
    "{n} notes are not shown ({codes}); --select {first} shows them.",
    "{n} upplysningar visas inte ({codes}); --select {first} visar dem.",
)
_ONE_MORE = Label(
    "Yhtä tietoa ei näytetä ({codes}): sen näyttää --select {first}.",
    "1 note is not shown ({codes}); --select {first} shows it.",
    "1 upplysning visas inte ({codes}); --select {first} visar den.",
)
_EXPLAIN = Label(
    "Mitä koodi tarkoittaa: lumme explain {code}",
    "What a code means: lumme explain {code}",
    "Vad en kod betyder: lumme explain {code}",
)
_WIDEST = 100


def plain(text: str, _role: str) -> str:
    """No look at all."""
    return text


def render(
    findings: Iterable[Finding],
    lines_of: Callable[[str], list[str]],
    lang: str = "en",
    paint: Paint = plain,
    *,
    with_infos: bool = False,
) -> str:
    """The report: each finding with its line, then the sums. Infos are only counted by default.

    `lines_of` gives the lines of a file, none where it cannot be read.
    """
    found = list(findings)
    shown = [f for f in found if with_infos or f.severity is not Severity.INFO]
    parts = ["\n".join(_one(finding, lines_of, lang, paint)) for finding in shown]
    return "\n\n".join([*parts, summary(found, lang, hidden=len(found) - len(shown))]) + "\n"


def _one(
    finding: Finding, lines_of: Callable[[str], list[str]], lang: str, paint: Paint
) -> Iterator[str]:
    severity = finding.severity
    head = f"{finding.code} {SEVERITIES[severity].say(lang)}"
    place = shown(str(finding.place) or finding.element)
    message, advice = shown(finding.message(lang)), shown(finding.advice(lang))
    yield f"{paint(place, 'place')}: {paint(head, severity.value)}: {message}"
    yield from _excerpt(finding, lines_of, paint)
    yield f"  {paint('→', 'hint')} {advice}"


def _excerpt(finding: Finding, lines_of: Callable[[str], list[str]], paint: Paint) -> Iterator[str]:
    place = finding.place
    if not place.line:
        return
    lines = lines_of(place.file)
    if place.line > len(lines):
        return
    line = lines[place.line - 1].rstrip("\r")
    start = max(0, place.column - _WIDEST // 2) if len(line) > _WIDEST else 0
    at = place.column - 1
    before, rest = shown(line[start:at]), shown(line[at : start + _WIDEST])
    word = rest.split(",")[0].rstrip()
    gutter = f"{place.line:>5} "
    yield f"{paint(gutter + '|', 'mark')} {before}{rest}"
    indent = " " * (len(gutter) + 2 + len(before))
    yield f"{indent}{paint('^' * max(1, len(word)), finding.severity.value)}"


def summary(findings: list[Finding], lang: str = "en", *, hidden: int = 0) -> str:
    """How many errors and warnings, and what is not shown."""
    counts = Counter(finding.severity for finding in findings)
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    parts: list[str] = []
    if errors:
        parts.append(_ONE_ERROR.say(lang) if errors == 1 else _ERRORS.say(lang, n=errors))
    if warnings:
        parts.append(_ONE_WARNING.say(lang) if warnings == 1 else _WARNINGS.say(lang, n=warnings))
    lines = [f"{', '.join(parts)}." if parts else _CLEAN.say(lang)]
    if hidden:
        infos = [f.code for f in findings if CODES[f.code].severity is Severity.INFO]
        codes = list(dict.fromkeys(sorted(infos)))
        more = _ONE_MORE if hidden == 1 else _MORE
        lines.append(more.say(lang, n=hidden, codes=", ".join(codes), first=codes[0]))
    if parts:
        worst = min(findings, key=lambda finding: list(Severity).index(finding.severity))
        lines.append(_EXPLAIN.say(lang, code=worst.code))
    return "\n".join(lines)
