"""`lumme ask`: the named questions, answered from the model."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lumme_graph.cli._shared import (
    AsOf,
    Lang,
    Language,
    Model,
    choice,
    print_table,
    read_sound_or_exit,
    say_statement,
    width_of,
)

if TYPE_CHECKING:
    from lumme_graph.query.answers import Answer


class Format(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def ask(
    model: Model,
    name: Annotated[
        str | None,
        typer.Argument(metavar="QUESTION", help="A question; without one, the list of all."),
    ] = None,
    form: Annotated[Format, choice(Format, "--format", help="Text, JSON or CSV.")] = Format.TEXT,
    details: Annotated[
        bool,
        typer.Option("--details", help="All rows and lists, totals, all that is not recorded."),
    ] = False,
    lang: Language = Lang.EN,
    as_of: AsOf = None,
) -> None:
    """Answer a named question: first a sentence, then a table, then what is not recorded."""
    from lumme_graph.checks.questions import question_named
    from lumme_graph.reports import answer_csv, answer_json

    graph = read_sound_or_exit(model, lang)
    if name is None:
        _list(form)
    else:
        answer = question_named(name).answer(graph, as_of)
        if form is Format.TEXT:
            _print(answer, lang, details=details)
            say_statement(graph, lang)
        else:
            writer = answer_json if form is Format.JSON else answer_csv
            typer.echo(writer.render(answer, graph, lang), nl=False)


def _list(form: Format) -> None:
    from lumme_graph.checks.questions import QUESTIONS
    from lumme_graph.reports import answer_csv, answer_json
    from lumme_graph.views.answer import questions

    found = QUESTIONS.values()
    if form is Format.TEXT:
        print_table(questions(found))
    else:
        writer = answer_json if form is Format.JSON else answer_csv
        typer.echo(writer.render_list(found), nl=False)


def _print(answer: Answer, lang: str, *, details: bool) -> None:
    from lumme_graph.reports.wrapped import wrapped
    from lumme_graph.views import answer as view

    width = width_of(sys.stdout)
    typer.echo(wrapped(view.title(answer, lang), width))
    typer.echo(f"\n{wrapped(view.sentence(answer, lang), width)}\n")
    if answer.rows:
        print_table(replace(view.table(answer, lang, details=details), title=""))
    for line in view.rest(answer, lang, details=details):
        typer.echo(wrapped(line, width, "  "))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(ask)
