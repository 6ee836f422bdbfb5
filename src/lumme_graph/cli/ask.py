"""`lumme ask`: the named questions, answered from the model."""

from __future__ import annotations

import sys
from dataclasses import replace
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
    print_table,
    read_sound_or_exit,
    say_statement,
    width_of,
    write,
)

if TYPE_CHECKING:
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.questions.answers import Answer


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
    lang: Language = ENGLISH,
    as_of: AsOf = None,
) -> None:
    """Answer a named question: first a sentence, then a table, then what is not recorded."""
    from lumme_graph.questions.ask import question_named
    from lumme_graph.reports.answers import to_csv as answer_csv
    from lumme_graph.reports.answers import to_json as answer_json
    from lumme_graph.reports.csv_text import BOM

    graph = read_sound_or_exit(model, lang)
    speak = graph.speaker(lang)
    if name is None:
        _list(form, speak)
    else:
        answer = question_named(name).answer(graph, as_of)
        if form is Format.TEXT:
            _print(answer, speak, details=details)
            say_statement(graph, speak)
        elif form is Format.JSON:
            give(answer_json.render(answer, graph, lang))
        else:
            give(BOM + answer_csv.render(answer, graph, lang))


def _list(form: Format, speak: Speaker) -> None:
    from lumme_graph.indicators.queries import QUERIES
    from lumme_graph.questions.ask import QUESTIONS
    from lumme_graph.reports.answers import to_csv as answer_csv
    from lumme_graph.reports.answers import to_json as answer_json
    from lumme_graph.reports.csv_text import BOM
    from lumme_graph.views.answer import queries, questions

    found, counted = QUESTIONS.values(), QUERIES.values()
    match form:
        case Format.TEXT:
            print_table(questions(found, speak))
            print_table(queries(counted, speak))
        case Format.JSON:
            give(answer_json.render_list(found, counted))
        case Format.CSV:
            give(BOM + answer_csv.render_list(found))


def _print(answer: Answer, speak: Speaker, *, details: bool) -> None:
    from lumme_graph.reports.wrapped import wrapped
    from lumme_graph.views import answer as view

    width = width_of(sys.stdout)
    write(f"{wrapped(speak(view.title(answer)).shown, width)}\n")
    write(f"\n{wrapped(view.sentence(answer, speak), width)}\n\n")
    if answer.rows:
        print_table(replace(view.answer_table(answer, speak, details=details), title=""))
    for line in view.rest(answer, speak, details=details):
        write(f"{wrapped(line, width, '  ')}\n")


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(ask)
