"""`lumme ask`: the named questions, answered from the model."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._own_code import Trust, say_not_run
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    give,
    look_of,
    one_of,
    read_sound_or_exit,
    say_statement,
    write,
)


def ask(
    model: Model,
    name: Annotated[
        str | None,
        typer.Argument(metavar="QUESTION", help="A question; without one, the list of all."),
    ] = None,
    form: Annotated[str, one_of(lg.ANSWER_FORMS, "--format", help="The format.")] = "text",
    details: Annotated[
        bool,
        typer.Option("--details", help="All rows and lists, totals, all that is not recorded."),
    ] = False,
    trust: Trust = False,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
) -> None:
    """Answer a named question: first a sentence, then a table, then what is not recorded."""
    graph = read_sound_or_exit(model, lang, trust=trust)
    say_not_run(graph, lang)
    look = look_of(sys.stdout, whole=details)
    if name is None:
        text = lg.QUESTION_FORMS[form].render(lg.questions_of(graph), lg.QUERIES, lang, look)
    else:
        text = lg.ANSWER_FORMS[form].render(graph, lg.ask(graph, name, as_of), lang, look)
    if form != "text":
        give(text, lg.ANSWER_FORMS[form].opening)
        return
    write(text)
    if name is not None:
        say_statement(graph, lang)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(ask)
