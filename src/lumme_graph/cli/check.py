"""`lumme check`: everything there is to say of a model."""

from __future__ import annotations

from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    give,
    one_of,
    print_findings,
    say_statement,
    spoken,
    unreadable,
)

Codes = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="Codes or their beginnings, with commas: LG2,LG403."),
]


def check(
    model: Model,
    form: Annotated[str, one_of(lg.FINDING_FORMS, "--format", help="The format.")] = "text",
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
    graph, unread = lg.read(model)
    lang = spoken(graph, lang, unread)
    graph = graph.on(as_of) if as_of else graph
    findings = _chosen(lg.check(graph), select, ignore)
    if form == "text":
        print_findings(graph, findings, lang, every=all_ or bool(select))
        say_statement(graph, lang)
    else:
        give(lg.FINDING_FORMS[form].render(graph, findings, lang))
    raise typer.Exit(_exit_code(findings, strict=strict))


def _chosen(
    findings: tuple[lg.Finding, ...], select: list[str] | None, ignore: list[str] | None
) -> list[lg.Finding]:
    """The findings that were asked for; what cannot be read is never left out."""
    wanted, unwanted = _prefixes(select), _prefixes(ignore)
    return [
        finding
        for finding in findings
        if finding.is_unread
        or (
            (not wanted or finding.code.startswith(wanted))
            and not finding.code.startswith(unwanted or "?")
        )
    ]


def _prefixes(words: list[str] | None) -> tuple[str, ...]:
    codes = tuple(
        code.strip().upper() for word in words or () for code in word.split(",") if code.strip()
    )
    for code in codes:
        if not any(known.startswith(code) for known in lg.CODES):
            guess = lg.nearest(code, lg.CODES)
            more = f"; did you mean {guess}?" if guess else ""
            raise typer.BadParameter(f"there is no code {code}{more}")
    return codes


def _exit_code(findings: list[lg.Finding], *, strict: bool) -> int:
    if unreadable(findings):
        return 2
    failing = {"error", "warning"} if strict else {"error"}
    return int(any(finding.severity in failing for finding in findings))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(check)
