"""What the commands share that write books: none is lost that says more than the model does."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

import lumme_graph as lg

Force = Annotated[
    bool,
    typer.Option("--force", help="Write over a book whose changes are not in the model."),
]
_UNREAD: Final = lg.Label(
    "{path} has changes that are not in the model: bring them in with lumme sheet in, name another "
    "file, or write over them with --force"
)
_OTHER: Final = lg.Label(
    "{path} is there already, and is no book of this model: name another file, or write over it "
    "with --force"
)


def refuse_loss(model: Path, book: Path, speak: lg.Speaker) -> None:
    """Write over no book in which there is something that the model does not have."""
    if not (book.is_file() or (book.is_dir() and any(book.glob("*.csv")))):
        return
    try:
        is_known = _is_known(model, book)
    except lg.BookError as error:
        raise lg.KnownError(speak(_OTHER, path=f"{book}").words, *error.args) from None
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
