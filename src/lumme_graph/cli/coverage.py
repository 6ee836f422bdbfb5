"""`lumme coverage`: what the service guide covers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from lumme_graph.cli._shared import AsOf, Lang, Language, Model, print_table, read_or_exit


class Format(StrEnum):
    """How coverage is printed."""

    TEXT = "text"
    JSON = "json"


class By(StrEnum):
    """How coverage is grouped."""

    KIND = "kind"
    LIBRARY = "library"
    LANGUAGE = "language"
    PROFILE = "profile"


def coverage(
    model: Model,
    by: Annotated[By | None, typer.Option("--by", help="Group by one thing only.")] = None,
    form: Annotated[Format, typer.Option("--format", help="Text or JSON.")] = Format.TEXT,
    lang: Language = Lang.EN,
    as_of: AsOf = None,
) -> None:
    """Say what the service guide covers, and what it does not."""
    from lumme_graph.query.coverage import coverage as work_out
    from lumme_graph.reports import coverage_json
    from lumme_graph.views import coverage as tables

    found = work_out(read_or_exit(model, lang, as_of))
    if form is Format.JSON:
        typer.echo(coverage_json.render(found), nl=False)
        return
    for table in tables.chosen(found, by, lang):
        print_table(table)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(coverage)
