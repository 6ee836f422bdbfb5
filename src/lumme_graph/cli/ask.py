"""`lumme ask`: the named questions, answered from the model."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lumme_graph.cli._shared import (
    AsOf,
    Lang,
    Language,
    Model,
    give,
    print_table,
    read_sound_or_exit,
    tell,
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
    form: Annotated[Format, typer.Option("--format", help="Text, JSON or CSV.")] = Format.TEXT,
    lang: Language = Lang.EN,
    as_of: AsOf = None,
) -> None:
    """Answer a named question: a table with the elements behind each number, and a sentence."""
    from lumme_graph.checks.questions import question_named

    graph = read_sound_or_exit(model, lang)
    if name is None:
        _list(form)
    else:
        _print(question_named(name).answer(graph, as_of), form, lang)


def _list(form: Format) -> None:
    from lumme_graph.checks.questions import QUESTIONS
    from lumme_graph.query.indicators import QUERIES
    from lumme_graph.reports import answer_csv, answer_json
    from lumme_graph.reports.csv_text import BOM
    from lumme_graph.views.answer import queries, questions

    found, counted = QUESTIONS.values(), QUERIES.values()
    match form:
        case Format.TEXT:
            print_table(questions(found))
            print_table(queries(counted))
        case Format.JSON:
            give(answer_json.render_list(found, counted))
        case Format.CSV:
            give(BOM + answer_csv.render_list(found))


def _print(answer: Answer, form: Format, lang: str) -> None:
    from lumme_graph.reports import answer_csv, answer_json
    from lumme_graph.reports.csv_text import BOM
    from lumme_graph.views.answer import sentences, table, title

    if form is not Format.TEXT:
        give(
            answer_json.render(answer, lang)
            if form is Format.JSON
            else BOM + answer_csv.render(answer, lang)
        )
        return
    if answer.rows:
        print_table(table(answer, lang))
    else:
        tell([title(answer, lang), ""])
    tell(sentences(answer, lang))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(ask)
