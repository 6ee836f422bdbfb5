"""`lumme where-used`: who refers to an element."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from lumme_graph.cli._shared import (
    ENGLISH,
    Language,
    Model,
    Quiet,
    choice,
    give,
    read_or_exit,
    say,
    say_statement,
    width_of,
    write,
)


class Format(StrEnum):
    """How references are printed."""

    TEXT = "text"
    JSON = "json"


def where_used(
    model: Model,
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="An element, or a part: path-hold/pick-up, project-x/phases/plan."
        ),
    ],
    form: Annotated[Format, choice(Format, "--format", help="Text or JSON.")] = Format.TEXT,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """List every reference to an element: its place, its owner and the field."""
    from lumme_graph.graph.where_used import where_used as query
    from lumme_graph.reports import where_used as report

    graph = read_or_exit(model, lang)
    speak = graph.speaker(lang)
    used = query(graph, id_)
    if form is Format.JSON:
        give(report.data(graph, id_, used, speak))
    else:
        write(report.text(used, speak, width_of(sys.stdout)))
        say(report.count(id_, used, speak), quiet=quiet)
        say_statement(graph, speak, quiet=quiet)
    if not graph.has(id_):
        say(report.missing(id_, speak))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command("where-used")(where_used)
