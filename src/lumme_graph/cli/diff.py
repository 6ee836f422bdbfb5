"""`lumme diff`: what differs between two models."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    STDOUT,
    Language,
    Newer,
    Older,
    Quiet,
    look_of,
    one_of,
    read_sound_or_exit,
    say,
    say_statement,
    write_or_give,
)


def diff(
    old: Older,
    new: Newer,
    form: Annotated[str, one_of(lg.DIFF_FORMS, "--format", help="The format.")] = "text",
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
    if form == "text" and out in {None, STDOUT}:
        say_statement(newer, lang, quiet=quiet)
    look = lg.Look() if out else look_of(sys.stdout)
    text = lg.DIFF_FORMS[form].render(older, newer, lang, look, private=private)
    if write_or_give(out, text):
        say(f"{out}", quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(diff)
