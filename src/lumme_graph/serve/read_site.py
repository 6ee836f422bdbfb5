"""A model's folder to its site, or to what is wrong with it in words."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lumme_graph.base.codes import Severity
from lumme_graph.base.error import KnownError
from lumme_graph.base.finding import Finding
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.languages import LanguageError
from lumme_graph.base.shown import shown
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.read import read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.serve.preview import FaultLine, Faults, KeptPages, Pages, Reading

UNREADABLE = Label("The model cannot be read")
ERRORS = Label("The model has errors")
LAST_GOOD = Label("You see the last version that could be read.")
CLOSE = Label("Close")
MORE = Counted("and {n} more: lumme check shows it", "and {n} more: lumme check shows them")
_MOST = 10
"""How many faults are shown at once."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which model is to be shown, on which day, by which site, and in which language faults are told.

    Where it is trusted, code of its own runs.
    """

    folder: Path
    site: Callable[[ServiceGraph], Pages]
    lang: str
    as_of: date | None = None
    trust: bool = False


def read_site(wanted: Wanted, *, first: bool = False) -> Reading:
    """Read a model and prepare its site; what goes wrong is a fault, not an exception.

    Raises `LanguageError` at the first reading alone, where a model that can be read has no words in
    the language.
    """
    speak = Speaker(wanted.lang)
    try:
        graph, findings = read(wanted.folder, trust=wanted.trust)
        blocked = any(finding.is_unread for finding in findings)
        speak = _speaker(graph, wanted.lang, strict=first and not blocked)
        if blocked:
            return Reading(None, _faults(graph, findings, speak, UNREADABLE), speak=speak)
        graph = graph.on(wanted.as_of) if wanted.as_of else graph
        pages = wanted.site(graph)
    except Exception as error:
        if first and isinstance(error, LanguageError):
            raise
        return Reading(None, _told(UNREADABLE, fault_lines(error), speak, 0), speak=speak)
    return Reading(KeptPages(pages), check=lambda: _checked(graph, speak), speak=speak)


def _speaker(graph: ServiceGraph, lang: str, *, strict: bool) -> Speaker:
    """Who speaks of a model: in the language asked for, else in English."""
    try:
        return graph.speaker(lang)
    except LanguageError:
        if strict:
            raise
        return graph.speaker("en")


def fault_lines(error: Exception) -> tuple[FaultLine, ...]:
    """What is said of an exception: a known one says it itself, any other is to be reported."""
    if isinstance(error, KnownError):
        return tuple(FaultLine("", "", shown(line), "") for line in error.lines)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    what = f"internal error, please report it: {type(error).__name__}: {error} ({where})"
    return (FaultLine("", "LG901", shown(what), ""),)


def _faults(
    graph: ServiceGraph, findings: Sequence[Finding], speak: Speaker, title: Label
) -> Faults:
    """The first findings in words, their files named from the model's folder on."""
    lines = (
        FaultLine(
            shown(_place(finding, graph.root)),
            finding.code,
            shown(speak(finding.problem).shown),
            shown(speak(finding.remedy).shown),
        )
        for finding in (one.within(graph.root) for one in findings[:_MOST])
    )
    return _told(title, tuple(lines), speak, len(findings) - _MOST)


def _place(finding: Finding, root: str) -> str:
    """Where it is, from the model's folder on: others need not know where that is."""
    if finding.place.file == root:
        return Path(root).name
    return str(finding.place.within(root)) or finding.element


def _told(title: Label, lines: tuple[FaultLine, ...], speak: Speaker, rest: int) -> Faults:
    blocking = title is UNREADABLE
    return Faults(
        speak(title).shown,
        lines,
        blocking,
        note=speak(LAST_GOOD).shown if blocking else "",
        rest=speak(MORE, n=rest).shown if rest > 0 else "",
        close=speak(CLOSE).shown,
        lang=speak.lang,
    )


def _checked(graph: ServiceGraph, speak: Speaker) -> Faults | None:
    from lumme_graph.checks.check import check

    try:
        errors = [one for one in check(graph) if one.severity is Severity.ERROR]
    except Exception as error:  # noqa: BLE001 - as above
        return _told(ERRORS, fault_lines(error), speak, 0)
    return _faults(graph, errors, speak, ERRORS) if errors else None
