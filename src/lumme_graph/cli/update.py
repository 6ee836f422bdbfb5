"""`lumme update`: what changed in another system, into a model that began from it."""

from __future__ import annotations

from typing import Annotated, Final

import typer

import lumme_graph as lg
from lumme_graph.cli._books import say_new_errors
from lumme_graph.cli._received import (
    FileDay,
    FromFormat,
    Mapping,
    Network,
    Only,
    between_commas,
    received,
)
from lumme_graph.cli._shared import (
    ENGLISH,
    Language,
    Model,
    Quiet,
    one_of,
    print_table,
    progress,
    say,
    write_changes,
)

GONE: Final = ("keep", "close", "remove")
"""What can become of what is missing; these words stand here, since help must be quick."""

KEEP: Final = ("mine", "theirs")
"""Whose value stays where both changed the same."""

_AS_IF: Final = lg.Label("nothing was written: that is what would change")


def update(
    model: Model,
    from_: Annotated[
        list[str],
        typer.Option(
            "--from",
            metavar="FILE",
            help="A saved file of another system; of several languages: fi=a.json,en=b.json. "
            "May be given several times.",
            show_default=False,
        ),
    ],
    from_format: FromFormat = None,
    network: Network = None,
    only: Only = None,
    as_of: FileDay = None,
    mapping: Mapping = None,
    gone: Annotated[
        str,
        one_of(
            GONE,
            "--gone",
            help="What becomes of what is missing: it stays, is ended, or taken out.",
        ),
    ] = "keep",
    keep: Annotated[
        str | None,
        one_of(
            KEEP,
            "--keep",
            help="Decide what was changed here and there: all as in the model, or as in the files.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would change.")
    ] = False,
    not_taken: Annotated[
        bool, typer.Option("--not-taken", help="List what the model has no place for, too.")
    ] = False,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Bring what a new download changed into a model, and only that; what you changed stays.

    Exit 1 where both changed the same: those values stay as they are in the model, and are listed
    each time until both say the same, or --keep decides. All else is brought in.
    """
    asked = lg.ImportOptions(
        network=network or "", only=between_commas(only), day=as_of, mapping=mapping
    )
    with progress("Comparing", quiet=quiet) as told:
        taken = received(from_, asked, from_format)
        told(1, 2)
        done = lg.update(model, taken, gone=gone, keep=keep, dry_run=dry_run)
        told(2, 2)
    said = list(done.said(lang))
    if found := lg.diff(done.before, done.after):
        write_changes(found, lang)
    for table in (
        done.conflict_table(lang) if done.conflicts else None,
        done.missing_table(lang) if done.missing else None,
        done.left_table(lang) if done.left and not_taken else None,
    ):
        if table:
            print_table(table)
    if dry_run:
        said.append(done.after.speaker(lang)(_AS_IF).shown)
    elif done.files:
        lg.renew_schema(model)
    say(*said, quiet=quiet)
    if done.files:
        say_new_errors(model, done.before, done.after, lang, quiet=quiet)
    if done.conflicts and not (keep or dry_run):
        raise typer.Exit(1)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(update)
