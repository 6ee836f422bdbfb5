"""`lumme ask`: the named questions, answered from the model."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from lumme_graph.cli._shared import AsOf, Lang, Language, Model, print_table, read_sound_or_exit

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
    from lumme_graph.views.answer import queries, questions

    found, counted = QUESTIONS.values(), QUERIES.values()
    match form:
        case Format.TEXT:
            print_table(questions(found))
            print_table(queries(counted))
        case Format.JSON:
            typer.echo(answer_json.render_list(found, counted), nl=False)
        case Format.CSV:
            typer.echo(answer_csv.render_list(found), nl=False)


def _print(answer: Answer, form: Format, lang: str) -> None:
    from lumme_graph.reports import answer_csv, answer_json
    from lumme_graph.views.answer import sentences, table, title

    if form is not Format.TEXT:
        writer = answer_json if form is Format.JSON else answer_csv
        typer.echo(writer.render(answer, lang), nl=False)
        return
    if answer.rows:
        print_table(table(answer, lang))
    else:
        typer.echo(f"{title(answer, lang)}\n")
    typer.echo("\n".join(sentences(answer, lang)))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(ask)
