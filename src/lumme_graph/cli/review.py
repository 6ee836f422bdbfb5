"""`lumme review`: what waits to be read again, and that somebody has read it."""

from __future__ import annotations

from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    Quiet,
    print_table,
    read_or_exit,
    say,
    say_statement,
)


def review(
    model: Model,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="More of --accept.", show_default=False)
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept",
            metavar="ID...",
            help="Reviewed: a section, section/item or section/language.",
        ),
    ] = None,
    impact: Annotated[
        str | None, typer.Option("--impact", metavar="ID", help="What a change of this concerns.")
    ] = None,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """List what waits for review; accept reviews, which stores their fingerprints in the files."""
    if ids and not accept:
        raise typer.BadParameter(f"what is {ids[0]} for? Say --accept", param_hint="ID")
    graph = read_or_exit(model, lang, as_of)
    if impact:
        print_table(lg.impact_table(lg.impact(graph, impact), graph.speaker(lang)))
        say_statement(graph, lang, quiet=quiet)
    elif accept:
        for one in lg.accept_reviews(graph, [*accept, *(ids or ())]):
            say(one.id, quiet=quiet)
    else:
        print_table(lg.review_table(graph, lg.waiting_reviews(graph), graph.speaker(lang)))
        say_statement(graph, lang, quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(review)
