"""`lumme where-used`: who refers to an element."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    Language,
    Model,
    Quiet,
    give,
    look_of,
    one_of,
    read_or_exit,
    say,
    say_statement,
    write,
)


def where_used(
    model: Model,
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="An element, or a part: path-hold/pick-up, project-x/phases/plan."
        ),
    ],
    form: Annotated[str, one_of(lg.USE_FORMS, "--format", help="The format.")] = "text",
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """List every reference to an element: its place, its owner and the field."""
    graph = read_or_exit(model, lang)
    text = lg.USE_FORMS[form].render(graph, id_, lang, look_of(sys.stdout))
    count, *missing = lg.uses_summary(graph, id_, lang)
    if form == "text":
        write(text)
        say(count, quiet=quiet)
        say_statement(graph, lang, quiet=quiet)
    else:
        give(text)
    say(*missing)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command("where-used")(where_used)
