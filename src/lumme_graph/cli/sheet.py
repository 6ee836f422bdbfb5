"""`lumme sheet`: a model as a book of spreadsheets, and what was changed in one back into the model."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

import lumme_graph as lg
from lumme_graph.cli._books import Force, refuse_loss, say_new_errors
from lumme_graph.cli._outputs import warn_of_persons
from lumme_graph.cli._own_code import Trust, say_not_run
from lumme_graph.cli._shared import (
    ENGLISH,
    Model,
    Quiet,
    one_of,
    progress,
    read_sound_or_exit,
    say,
    tell,
    write_changes,
)

_WAYS: Final = ("out", "in")
_FORMATS: Final = ("xlsx", "csv")
_KINDS: Final = ("model", "journey")
_MOST: Final = 50
"""So many faults are told one by one."""

_MORE: Final = lg.Label("and {n} more")
_WRITTEN: Final = lg.Label("{path}: {sheets} sheets, {rows} rows")
_NEW_ID: Final = lg.Label("{place}: the new row has the id {id}")
_GONE: Final = lg.Counted(
    "{n} row of the model is not in the book any more and stays in the model; --remove takes it away:",
    "{n} rows of the model are not in the book any more and stay in the model; --remove takes them "
    "away:",
)
_NOTHING: Final = lg.Label("The book says what the model says: nothing to change.")
_NO_ANSWER: Final = lg.Label(
    "The model has all that the sheets of the workshop say: nothing to change."
)
_DRY: Final = lg.Label("Nothing is written: this is a dry run.")
_DOUBT: Final = lg.Label("Nothing is written: mend these in the book first.")
_DONE: Final = lg.Counted("{n} file is changed", "{n} files are changed")
_NEXT: Final = lg.Label(
    "The book is older than the model now: for more changes make a new one with lumme sheet out."
)


def _way(word: str) -> str:
    if word in _WAYS:
        return word
    guess = lg.nearest(word, _WAYS)
    more = f"; did you mean {guess}?" if guess else ""
    raise typer.BadParameter(f"{word!r} is neither 'out' nor 'in'{more}")


def sheet(
    way: Annotated[
        str,
        typer.Argument(
            metavar="[out|in]",
            parser=_way,
            help="out writes the book, in brings its changes back.",
            show_default=False,
        ),
    ],
    model: Model,
    book: Annotated[
        Path,
        typer.Argument(
            metavar="BOOK", help="An .xlsx file, or a folder of CSV files.", show_default=False
        ),
    ],
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="With --kind journey: the paths [default: all]."),
    ] = None,
    kind: Annotated[
        str,
        one_of(_KINDS, "--kind", help="A book of the whole model, or of paths, steps as columns."),
    ] = "model",
    form: Annotated[
        str | None,
        one_of(_FORMATS, "--format", help="The format of a new book [default: by its name]."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
    ] = False,
    remove: Annotated[
        bool,
        typer.Option("--remove", help="Take away what the book has no row of any more."),
    ] = False,
    event: Annotated[
        str | None,
        typer.Option(
            "--event",
            metavar="ID",
            help="With in, of a workshop's book: the event at which it was filled in "
            "[default: as the book says].",
        ),
    ] = None,
    force: Force = False,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="TAG", help="The language of the book's words, and of what is said."
        ),
    ] = None,
    trust: Trust = False,
    quiet: Quiet = False,
) -> None:
    """Write a model as a book of spreadsheets, or bring what was changed in one into the model.

    With --kind journey a path is a sheet with its steps as columns, as people draw journeys.

    A sheet for each kind and each list, and the matrix of what is offered where. Brought back, only
    what was changed is written; what the files say otherwise by now is listed, and nothing is
    overwritten.
    """
    if ids and (way == "in" or kind != "journey"):
        raise typer.BadParameter("ids go with out --kind journey", param_hint="ID")
    if way == "out":
        lg.keep_sources(book, [model])
    if event and (way == "out" or not lg.is_workshop(book)):
        raise typer.BadParameter(
            "it goes with in, and the book of a workshop", param_hint="'--event'"
        )
    if way == "out":
        graph = read_sound_or_exit(model, lang or ENGLISH, trust=trust)
        say_not_run(graph, lang or ENGLISH)
        if not force:
            refuse_loss(model, book, graph.speaker(lang or ENGLISH))
        if kind == "journey":
            _journeys(graph, book, ids or [], form, lang or ENGLISH, quiet=quiet)
        else:
            _out(graph, book, form, lang or ENGLISH, quiet=quiet)
        warn_of_persons(graph, model, lang or ENGLISH)
    else:
        _in(model, book, lang, event, dry_run=dry_run, remove=remove, quiet=quiet)


def _out(graph: lg.ServiceGraph, book: Path, form: str | None, lang: str, *, quiet: bool) -> None:
    with progress(f"{book}", quiet=quiet) as done:
        made = lg.write_book(graph, book, form, lang=lang, findings=lg.check(graph), done=done)
    speak = graph.speaker(lang)
    words = _WRITTEN.fill(path=f"{book}", sheets=len(made.sheets), rows=made.rows)
    say(speak(words).words, quiet=quiet)


def _journeys(
    graph: lg.ServiceGraph,
    book: Path,
    ids: list[str],
    form: str | None,
    lang: str,
    *,
    quiet: bool,
) -> None:
    """Paths as sheets with their steps as columns."""
    lg.write_journeys(graph, book, ids or None, form, lang=lang, findings=lg.check(graph))
    say(str(book), quiet=quiet)


def _in(
    model: Path,
    book: Path,
    lang: str | None,
    event: str | None,
    *,
    dry_run: bool,
    remove: bool,
    quiet: bool,
) -> None:
    if lg.is_workshop(book):
        brought = lg.bring_workshop(model, book, dry_run=dry_run, lang=lang, event=event)
        _say_brought(model, brought, dry_run=dry_run, quiet=quiet)
        return
    taken = lg.take_book(model, book, remove=remove, dry_run=dry_run, lang=lang)
    speak = taken.after.speaker(taken.lang)
    say(*(speak(note).words for note in taken.notes), quiet=quiet)
    say(*(speak(_NEW_ID, place=place, id=id_).words for place, id_ in taken.new_ids), quiet=quiet)
    if taken.removed and not remove:
        say(speak(_GONE, n=len(taken.removed)).words, *_few(taken.removed, speak))
    if taken.written:
        write_changes(lg.diff(taken.before, taken.after), taken.lang)
    problems = [f"{place}: {speak(message).words}" for place, message in taken.problems]
    if problems:
        tell(_few(problems, speak))
        say(speak(_DOUBT).words)
        raise typer.Exit(2 if taken.faults else 1)
    if not taken.written:
        say(speak(_NOTHING).words, quiet=quiet)
        return
    say_new_errors(model, taken.before, taken.after, taken.lang, quiet=quiet)
    if dry_run:
        say(speak(_DRY).words, quiet=quiet)
    else:
        say(speak(_DONE, n=len(taken.written)).words, speak(_NEXT).words, quiet=quiet)
        warn_of_persons(taken.after, model, taken.lang)


def _say_brought(model: Path, brought: lg.WorkshopResult, *, dry_run: bool, quiet: bool) -> None:
    """The answers in the book of a workshop: what they change, as of any book."""
    amended, lang = brought.amended, brought.lang
    say(*brought.notes, quiet=quiet)
    speak = amended.after.speaker(lang)
    if not amended.files:
        say(speak(_NO_ANSWER).words, quiet=quiet)
        return
    write_changes(lg.diff(amended.before, amended.after), lang)
    say_new_errors(model, amended.before, amended.after, lang, quiet=quiet)
    done = speak(_DRY) if dry_run else speak(_DONE, n=len(amended.files))
    say(done.words, quiet=quiet)


def _few(lines: tuple[str, ...] | list[str], speak: lg.Speaker) -> list[str]:
    more = len(lines) - _MOST
    return [*lines[:_MOST], *([speak(_MORE, n=more).words] if more > 0 else [])]


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(sheet)
