"""`lumme check`: everything there is to say of a model."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    choice,
    give,
    print_findings,
    say_statement,
    speaker,
    unreadable,
)

if TYPE_CHECKING:
    from lumme_graph.base.finding import Finding


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


Codes = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="Codes or their beginnings, with commas: LG2,LG403."),
]


def check(
    model: Model,
    form: Annotated[Format, choice(Format, "--format", help="Text or JSON.")] = Format.TEXT,
    select: Codes = None,
    ignore: Codes = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    all_: Annotated[
        bool, typer.Option("--all", help="Show every finding, not only the first of a code.")
    ] = False,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
) -> None:
    """Check a model; exit 1 if there are errors, 2 if it cannot be read whole."""
    from lumme_graph.checks.check import check as run_checks
    from lumme_graph.graph.read import read
    from lumme_graph.reports.findings import to_json as findings_json

    graph, unread = read(model)
    speak = speaker(graph, lang, unread)
    graph = graph.on(as_of) if as_of else graph
    findings = _chosen(run_checks(graph), select, ignore)
    if form is Format.JSON:
        give(findings_json.render(findings, graph, speak.lang))
    else:
        print_findings(findings, speak, every=all_ or bool(select))
        say_statement(graph, speak)
    raise typer.Exit(_exit_code(findings, strict=strict))


def _chosen(
    findings: tuple[Finding, ...], select: list[str] | None, ignore: list[str] | None
) -> list[Finding]:
    """The findings that were asked for; what cannot be read is never left out."""
    wanted, unwanted = _prefixes(select), _prefixes(ignore)
    return [
        finding
        for finding in findings
        if finding.code < "LG1"
        or (
            (not wanted or finding.code.startswith(wanted))
            and not finding.code.startswith(unwanted or "?")
        )
    ]


def _prefixes(words: list[str] | None) -> tuple[str, ...]:
    from lumme_graph.base.codes import CODES
    from lumme_graph.base.guess import nearest

    codes = tuple(
        code.strip().upper() for word in words or () for code in word.split(",") if code.strip()
    )
    for code in codes:
        if not any(known.startswith(code) for known in CODES):
            guess = nearest(code, CODES)
            more = f"; did you mean {guess}?" if guess else ""
            raise typer.BadParameter(f"there is no code {code}{more}")
    return codes


def _exit_code(findings: list[Finding], *, strict: bool) -> int:
    if unreadable(findings):
        return 2
    failing = {"error", "warning"} if strict else {"error"}
    return int(any(finding.severity in failing for finding in findings))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(check)
