"""`lumme check`: everything there is to say of a model."""

from __future__ import annotations

from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._own_code import Trust, say_not_run
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    Tags,
    give,
    one_of,
    print_findings,
    say,
    say_statement,
    spoken,
)

Codes = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="Codes or their beginnings, with commas: LG2,LG403."),
]

_OTHERS = lg.Counted(
    "Only what has the tag {tags} is told of: {n} other finding is left out.",
    "Only what has the tag {tags} is told of: {n} other findings are left out.",
)


def check(
    model: Model,
    form: Annotated[str, one_of(lg.FINDING_FORMS, "--format", help="The format.")] = "text",
    select: Codes = None,
    ignore: Codes = None,
    tag: Tags = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    all_: Annotated[
        bool, typer.Option("--all", help="Show every finding, not only the first of a code.")
    ] = False,
    trust: Trust = False,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
) -> None:
    """Check a model; exit 1 if there are errors, 2 if it cannot be read whole."""
    graph, unread = lg.read(model, trust=trust)
    lang = spoken(graph, lang, unread)
    graph = graph.on(as_of) if as_of else graph
    try:
        findings = lg.check(graph, select=select or (), ignore=ignore or (), tag=tag)
    except lg.UnknownCodeError as error:
        raise typer.BadParameter(str(error)) from None
    say_not_run(graph, lang)
    if tag:
        others = len(lg.check(graph, select=select or (), ignore=ignore or ())) - len(findings)
        speak = graph.speaker(lang)
        say(speak(_OTHERS, n=others, tags=", ".join(tag)).shown, quiet=not others)
    if form == "text":
        print_findings(graph, findings, lang, every=all_ or bool(select))
        say_statement(graph, lang)
    else:
        give(lg.FINDING_FORMS[form].render(graph, findings, lang))
    raise typer.Exit(lg.exit_code(findings, strict=strict))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(check)
