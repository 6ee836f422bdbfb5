"""`lumme merge`: three versions of a file in one, as git asks for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import ENGLISH, Language, Quiet, look_of, say, write

_SIZE = 7


def merge(
    versions: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="BASE OURS THEIRS",
            help="Three versions of a file, as git gives them (%O %A %B): OURS becomes the merged "
            "one. With --install the model's folder [default: here].",
            show_default=False,
        ),
    ] = None,
    path: Annotated[
        Path | None,
        typer.Option("--path", metavar="FILE", help="What the file is called in the repository."),
    ] = None,
    marker_size: Annotated[
        int, typer.Option("--marker-size", min=1, help="How many signs make a conflict mark.")
    ] = _SIZE,
    install: Annotated[
        bool,
        typer.Option("--install", help="Let git merge the model in this way: once in each clone."),
    ] = False,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Merge what two sides changed in a model's file, by element, field, language and item.

    Exits with 1 where something is left to decide: it stands between marks in the file.
    """
    files = versions or []
    if install:
        _install(files, quiet=quiet)
        return
    if len(files) != 3:  # noqa: PLR2004 - one file, thrice
        raise typer.BadParameter(
            "name three versions of a file: BASE OURS THEIRS; or --install, and git does it",
            param_hint="BASE OURS THEIRS",
        )
    folder = next((file for file in files if file.is_dir()), None)
    if folder is not None:
        raise typer.BadParameter(
            f"{folder} is a folder: with --install git merges whole models, and lg.merge does in Python",
            param_hint="BASE OURS THEIRS",
        )
    base, ours, theirs = files
    name = str(path or ours)
    merged = lg.merge_file(base, ours, theirs, name, size=marker_size)
    if not merged.is_clean:
        _tell(name, merged, lang)
        raise typer.Exit(1)


def _tell(name: str, merged: lg.MergedFile, lang: str) -> None:
    """What is left to decide; git shows it between its own words."""
    speak = lg.Speaker(lg.spoken(lang))
    for finding in merged.findings:
        say(f"{name}: {finding.place} {finding.code} {speak(finding.problem).words}")
    if merged.by_lines:
        say(f"{name}: {merged.by_lines}: it is merged line by line; look at it")
    if merged.conflicts:
        marks = "<<<<<<< ======= >>>>>>>"
        say(f"{name}: both versions stand in the file between the marks {marks}; keep what holds")
        write(lg.conflict_text(merged.conflicts, speak, look_of(sys.stderr)), err=True)


def _install(models: list[Path], *, quiet: bool) -> None:
    if len(models) > 1:
        raise typer.BadParameter("name one model's folder", param_hint="MODEL")
    done = lg.install_merge(models[0] if models else Path())
    if done.added:
        say(f"{done.attributes}: {', '.join(done.added)} (commit it)", quiet=quiet)
    if done.configured:
        say(f"{done.repository}: git now runs lumme merge for these files", quiet=quiet)
    if not done.added and not done.configured:
        say("nothing to do: git merges this model with lumme merge already", quiet=quiet)
    say(
        "to take it out: git config --remove-section merge.lumme, and remove the lines from "
        f"{done.attributes}",
        quiet=quiet,
    )


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(merge)
