"""`lumme observed`: what customers were seen to do, beside what a path plans."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    STDOUT,
    Language,
    Model,
    Quiet,
    give,
    look_of,
    one_of,
    read_sound_or_exit,
    say,
    say_statement,
    write,
)

_FORMS = ("text", "json", "csv", "md", "html", "svg", "png", "pdf")
"""The forms of the observation, then those of its drawing; help must not wait for either."""
_DRAWN = ("svg", "png", "pdf")


def observed(
    model: Model,
    path: Annotated[str, typer.Argument(metavar="PATH", help="A path of the model, by its id.")],
    log: Annotated[
        Path,
        typer.Argument(
            metavar="LOG",
            help="CSV, also as .csv.gz, or Parquet: a row for each step of each case.",
            show_default=False,
        ),
    ],
    case: Annotated[
        str | None,
        typer.Option("--case", metavar="COLUMN", help="The column that tells the cases apart."),
    ] = None,
    step: Annotated[
        str | None,
        typer.Option("--step", metavar="COLUMN", help="The column of the step or touchpoint."),
    ] = None,
    time: Annotated[
        str | None, typer.Option("--time", metavar="COLUMN", help="The column of the time.")
    ] = None,
    form: Annotated[
        str | None,
        one_of(_FORMS, "--format", help="The form [default: by the file's name, else text]."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="A file [default: print].", show_default=False),
    ] = None,
    sheet: Annotated[str, one_of(lg.PAPERS, "--sheet", help="The sheet of a drawing.")] = "web",
    details: Annotated[
        bool, typer.Option("--details", help="All ways that are not planned.")
    ] = False,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Compare a path with a log of real journeys: where cases leave, wait, skip and turn back."""
    file = None if out == STDOUT else out
    form = _by_name(file, form) if file else form or "text"
    if form in _DRAWN and file is None:
        raise typer.BadParameter("a drawing goes into a file: name it", param_hint="--out")
    graph = read_sound_or_exit(model, lang)
    told = partial(_said, quiet=quiet or not _is_long(log))
    found = lg.observe(graph, path, log, case=case, step=step, time=time, say=told)
    if form in _DRAWN and file:
        drawing = lg.draw_observed(graph, found, lang=lang, sheet=sheet)
        for written in lg.save_drawings([drawing], file, form):
            say(str(written), quiet=quiet)
        return
    render = lg.OBSERVED_FORMS[form]
    look = lg.Look(whole=details) if file else look_of(sys.stdout, whole=details)
    text = render.render(graph, found, lang, look)
    if file:
        lg.write_file(file, render.opening + text)
        say(str(file), quiet=quiet)
    elif form == "text":
        write(text)
        say_statement(graph, lang, quiet=quiet)
    else:
        give(text, render.opening)


def _by_name(file: Path, form: str | None) -> str:
    """The form that is asked for, else that which the file's name asks for."""
    suffix = file.suffix.removeprefix(".").lower()
    if form is None and suffix in _DRAWN:
        return suffix
    return form if form in _DRAWN else lg.form_of(file, lg.OBSERVED_FORMS, form)


_LONG = 10_000_000
"""So many bytes may take more than a second."""


def _is_long(log: Path) -> bool:
    return log.is_file() and log.stat().st_size > _LONG


def _said(what: str, *, quiet: bool) -> None:
    """What is being done, where someone watches a terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        say(f"{what} …", quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(observed)
