"""What the commands share that write books and bring them home: none is lost, and no error unsaid."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import errors_of, say

Force = Annotated[
    bool,
    typer.Option("--force", help="Write over a book whose changes are not in the model."),
]
_UNREAD: Final = lg.Label(
    "{path} has changes that are not in the model: bring them in with lumme sheet in, name another "
    "file, or write over them with --force"
)
_ERRORS: Final = lg.Counted(
    "{n} error has come in with it ({codes}): see lumme check {model}",
    "{n} errors have come in with it ({codes}): see lumme check {model}",
)
_OTHER: Final = lg.Label(
    "{path} is there already, and is no book of this model: name another file, or write over it "
    "with --force"
)


def say_new_errors(
    model: Path, before: lg.ServiceGraph, after: lg.ServiceGraph, lang: str, *, quiet: bool = False
) -> None:
    """Say that what was brought into a model has added errors to it, and how they are seen."""
    known = {(one.code, one.element) for one in errors_of(before)}
    new = [one for one in errors_of(after) if (one.code, one.element) not in known]
    if new:
        codes = ", ".join(sorted({one.code for one in new}))
        words = _ERRORS.fill(n=len(new), codes=codes, model=f"{model}")
        say(after.speaker(lang)(words).words, quiet=quiet)


def refuse_loss(model: Path, book: Path, speak: lg.Speaker) -> None:
    """Write over no book in which there is something that the model does not have."""
    if not (book.is_file() or (book.is_dir() and any(book.glob("*.csv")))):
        return
    try:
        is_known = _is_known(model, book)
    except lg.BookError as error:
        raise lg.KnownError(speak(_OTHER, path=f"{book}").words, *error.lines) from None
    except lg.KnownError:
        is_known = False
    if not is_known:
        raise lg.KnownError(speak(_UNREAD, path=f"{book}").words)


def _is_known(model: Path, book: Path) -> bool:
    """Has the model all that a book says, also by what is in it no more?"""
    if lg.is_workshop(book):
        return not lg.bring_workshop(model, book, dry_run=True).amended.files
    taken = lg.take_book(model, book, dry_run=True)
    return not (taken.written or taken.problems or taken.removed or taken.notes)
