"""`lumme diff`: what differs between two models."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    Language,
    Newer,
    Older,
    Quiet,
    one_of,
    read_sound_or_exit,
    say,
    write_or_give,
)


def diff(
    old: Older,
    new: Newer,
    form: Annotated[str, one_of(lg.DIFF_FORMS, "--format", help="The format.")] = "rdf-patch",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="A file; - is stdout [default: print].")
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Compare notes and suppressions too.")
    ] = False,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Say what makes one model of another."""
    older, newer = (read_sound_or_exit(model, lang) for model in (old, new))
    text = lg.DIFF_FORMS[form].render(older, newer, private=private)
    if write_or_give(out, text):
        say(f"{out}", quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(diff)
