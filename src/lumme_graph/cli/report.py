"""`lumme report`: the report for a board, or one page for those who decide."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

import lumme_graph as lg
from lumme_graph.cli._outputs import warn_of_persons
from lumme_graph.cli._shared import (
    ENGLISH,
    STDOUT,
    AsOf,
    Language,
    Model,
    Out,
    Quiet,
    earlier,
    one_of,
    progress,
    read_sound_or_exit,
    say,
)

FORMS: Final = ("docx", "pdf")


def report(
    model: Model,
    out: Out,
    form: Annotated[
        str | None,
        one_of(FORMS, "--format", help="The format [default: by the file's name]."),
    ] = None,
    one_page: Annotated[
        bool,
        typer.Option("--one-page", help="For those who decide: exactly one sheet of A4."),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="OLD",
            help="The model as it was, a folder or a git revision: what has changed is told.",
        ),
    ] = None,
    font: Annotated[
        list[Path] | None,
        typer.Option("--font", metavar="FILE", help="A font for letters that the program lacks."),
    ] = None,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """Write the report on the model for a meeting: a Word file or a PDF.

    It tells of the promise, of what has changed, of how far the guide is at each library, of services
    and paths with their drawings, of needs and what is done for them, of indicators and money, and
    on what all of that stands.
    """
    name = form if form and out == STDOUT else _form(out, form)
    graph = read_sound_or_exit(model, lang, as_of)
    before = earlier(since, model, lang) if since else None
    fonts = lg.with_extra(font) if font else None
    made = lg.report(graph, lang=lang, since=before, one_page=one_page, fonts=fonts)
    if name == "docx":
        with progress("Drawing the paths", quiet=quiet) as done:
            data = made.docx(done)
    else:
        data = made.pdf()
    if out == STDOUT:
        sys.stdout.buffer.write(data)
    else:
        lg.write_file(out, data)
        say(f"{out}", quiet=quiet)
    warn_of_persons(graph, model, lang)
    if lacking := made.lacking(name):
        say(f"lumme: no font here has {lacking}; name one that has: --font FILE")


def _form(out: Path, form: str | None) -> str:
    try:
        return lg.form_of(out, lg.REPORT_FORMS, form)
    except lg.FormError as error:
        raise typer.BadParameter(str(error), param_hint="--out") from None


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(report)
