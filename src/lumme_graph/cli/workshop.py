"""`lumme workshop`: sheets to print for a workshop, and the spreadsheet in which its results come back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._books import Force, refuse_loss
from lumme_graph.cli._outputs import warn_of_persons
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    Out,
    Quiet,
    one_of,
    read_sound_or_exit,
    save_drawings,
    say,
)

BOOK = ".xlsx"
"""How the name of a spreadsheet ends."""


def workshop(
    model: Model,
    out: Out,
    kind: Annotated[str, one_of(lg.WORKSHOPS, "--kind", help="What the workshop is about.")],
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID",
            help="What is printed on the sheets [default: all needs or promises; a blank journey].",
        ),
    ] = None,
    event: Annotated[
        str | None,
        typer.Option("--event", metavar="ID", help="The event at which they are filled in."),
    ] = None,
    paper: Annotated[str, one_of(lg.WORKSHOP_PAPERS, "--paper", help="The paper.")] = "a3",
    blank: Annotated[
        bool, typer.Option("--blank", help="Print nothing of what the model says.")
    ] = False,
    steps: Annotated[
        int, typer.Option("--steps", metavar="N", help="The steps of a blank journey.")
    ] = 6,
    font: Annotated[
        list[Path] | None,
        typer.Option("--font", metavar="FILE", help="A font for letters that PNG and PDF lack."),
    ] = None,
    force: Force = False,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """Make the sheets of a workshop: journeys, needs or the promise; A3 has room for sticky notes.

    A PDF file holds all sheets; a folder has one file a sheet. An XLSX file asks the same: what the
    paper says is written into it, and lumme sheet in brings it home.
    """
    graph = read_sound_or_exit(model, lang, as_of)
    warn_of_persons(graph, model, lang)
    if out.suffix.lower() == BOOK:
        if not force:
            refuse_loss(model, out, graph.speaker(lang))
        lg.write_workshop(
            graph, out, kind, ids or [], blank=blank, event=event, steps=steps, lang=lang
        )
        say(str(out), quiet=quiet)
        return
    sheets = lg.workshop_sheets(
        graph,
        kind,
        ids or [],
        blank=blank,
        event=event,
        steps=steps,
        lang=lang,
        paper=paper,
        fonts=lg.with_extra(font or []),
    )
    save_drawings(sheets, out, quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(workshop)
