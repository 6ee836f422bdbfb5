"""`lumme query`: questions of SPARQL put to a model."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._outputs import warn_of_persons
from lumme_graph.cli._shared import (
    ENGLISH,
    STDOUT,
    AsOf,
    Language,
    Model,
    give,
    look_of,
    one_of,
    read_sound_or_exit,
    say_statement,
    write,
    write_or_give,
)


def query(
    model: Model,
    asked: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY",
            help="A named query, a file of SPARQL, or SPARQL itself; without one, the list of names.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str | None,
        one_of(lg.QUERY_FORMS, "--format", help="The format [default: by -o's name, else text]."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="A file to write [default: print].")
    ] = None,
    show: Annotated[
        bool, typer.Option("--show", help="Print the query itself, to ask another store.")
    ] = False,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
) -> None:
    """Put a question of SPARQL to the model as RDF.

    The prefixes of the export need not be said. A line that ends in # DAY finds the model's day;
    --as-of puts another in its place. Nobody else is asked, and nothing is changed.
    """
    if asked is None:
        write(lg.queries_text(lang, look_of(sys.stdout)))
        return
    wanted = _query(asked)
    if show:
        give(lg.on_day(wanted.text, as_of))
        return
    try:
        file = None if out == STDOUT else out
        written = lg.form_of(file, lg.QUERY_FORMS, form) if file else form or "text"
    except lg.FormError as error:
        raise typer.BadParameter(str(error), param_hint="--out") from None
    graph = read_sound_or_exit(model, lang)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the store would not see it until it has answered
    found = lg.ModelStore(graph).ask(wanted, as_of)
    rendered = lg.QUERY_FORMS[written].render(found, lang, look_of(None if out else sys.stdout))
    if write_or_give(out, rendered):
        warn_of_persons(graph, model, lang)
    elif written == "text":
        say_statement(graph, lang)


def _query(asked: str) -> lg.NamedQuery:
    try:
        return lg.query_of(asked)
    except lg.QueryError as error:
        raise typer.BadParameter(str(error), param_hint="QUERY") from None


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(query)
