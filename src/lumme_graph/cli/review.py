"""`lumme review`: what waits to be read again, and that somebody has read it."""

from __future__ import annotations

from typing import Annotated

import typer

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
    from lumme_graph.assessment import impact as query
    from lumme_graph.assessment import review as reviews
    from lumme_graph.views import review as tables

    if ids and not accept:
        raise typer.BadParameter(f"what is {ids[0]} for? Say --accept", param_hint="ID")
    graph = read_or_exit(model, lang, as_of)
    speak = graph.speaker(lang)
    if impact:
        print_table(tables.behind(query.impact(graph, impact), speak))
        say_statement(graph, speak, quiet=quiet)
    elif accept:
        for one in reviews.accept(graph, [*accept, *(ids or ())], graph.settings.as_of):
            say(one.id, quiet=quiet)
    else:
        print_table(tables.waiting(graph, reviews.waiting(graph), speak))
        say_statement(graph, speak, quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(review)
