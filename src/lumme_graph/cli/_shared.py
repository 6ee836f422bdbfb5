"""What the commands share: their options, reading a model, printing findings and tables."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, NoReturn, TextIO

import typer

import lumme_graph as lg

if TYPE_CHECKING:
    from collections.abc import Iterable


def day(text: str) -> date:
    with suppress(lg.DateError):
        if found := lg.UncertainDate.parse(text).exact:
            return found
    raise typer.BadParameter(f"{text!r} is not a day: write it as 2026-08-22")


def one_of(names: Iterable[str], *flags: str, help: str) -> Any:  # noqa: A002 - typer's own word
    """An option that takes one of the names of a registry; for any other, the nearest is named."""
    words = tuple(names)
    quoted = ", ".join(f"'{word}'" for word in words)

    def read(word: str) -> str:
        if word in words:
            return word
        guess = lg.nearest(word, words)
        more = f"; did you mean {guess}?" if guess else ""
        raise typer.BadParameter(f"{word!r} is not one of {quoted}{more}")

    return typer.Option(*flags, parser=read, metavar=f"[{'|'.join(words)}]", help=help)


def whole(model: Path | None) -> Path | None:
    """The folder of a model; a change of it that was interrupted is put right first."""
    if model and lg.recover(model):
        say(f"{model}: a change was interrupted; its files are whole again")
    return model


Model = Annotated[
    Path,
    typer.Argument(metavar="MODEL", help="The model's folder.", show_default=False, callback=whole),
]
Language = Annotated[
    str,
    typer.Option(
        "--lang", metavar="TAG", help="The language of the output: one of the model, or fi, sv."
    ),
]
ENGLISH = "en"
"""The language of the output unless another one is asked for."""
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=day,
        metavar="DATE",
        help="The day it is asked for [default: the model's].",
    ),
]
Tags = Annotated[
    list[str] | None,
    typer.Option(
        "--tag",
        metavar="TAG",
        help="Only what has this tag; given again, what has one of them.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what was asked for.")]
Out = Annotated[Path, typer.Option("--out", "-o", help="Where to write.", show_default=False)]


def read_or_exit(
    model: Path,
    lang: str,
    as_of: date | None = None,
    revision: str | None = None,
    *,
    trust: bool = False,
) -> lg.ServiceGraph:
    """Read a model; where it cannot be read whole, print every fault and exit 2."""
    graph, findings = _read(model, revision, trust=trust)
    lang = spoken(graph, lang, findings)
    if unreadable(findings):
        stop(graph, findings, lang, 2)
    return graph.on(as_of) if as_of else graph


def read_sound_or_exit(
    model: Path,
    lang: str,
    as_of: date | None = None,
    revision: str | None = None,
    *,
    trust: bool = False,
) -> lg.ServiceGraph:
    """Read a model whose references must hold too; else print what does not and exit 1."""
    graph, findings = _read(model, revision, trust=trust)
    lang = spoken(graph, lang, findings)
    if findings:
        stop(graph, findings, lang, 2 if unreadable(findings) else 1)
    return graph.on(as_of) if as_of else graph


def _read(
    model: Path, revision: str | None, *, trust: bool
) -> tuple[lg.ServiceGraph, tuple[lg.Finding, ...]]:
    if revision:
        return lg.read_revision(model, revision, trust=trust)
    return lg.read(model, trust=trust)


class ModelState(NamedTuple):
    """A model's folder as it is, or as git has it at a revision."""

    folder: Path
    revision: str | None = None


def state_in_folder(word: str) -> ModelState | None:
    """A folder as it is, or at a revision; None for a word that names no folder."""
    if Path(word).is_dir():
        return ModelState(Path(word))
    parts = word.split("@")
    for at in range(1, len(parts)):
        folder, revision = "@".join(parts[:at]), "@".join(parts[at:])
        if folder and revision and (at == len(parts) - 1 or Path(folder).is_dir()):
            return ModelState(Path(folder), revision)
    return None


def named_state(word: str, beside: Path) -> ModelState:
    """What a word names: a folder, else a revision of the folder that is compared with."""
    found = state_in_folder(word)
    if found:
        return found
    if lg.is_revision(beside, word):
        return ModelState(beside, word)
    revision, colon, folder = word.partition(":")
    if colon and Path(folder).is_dir():
        raise typer.BadParameter(f"write the folder first: {folder}@{revision}")
    path = Path(word)
    folders = [one.name for one in path.parent.glob("*/") if one.is_dir()]
    near = lg.nearest(path.name, folders)
    guess = str(path.with_name(near)) if near else lg.nearest(word, lg.revisions(beside))
    more = f"; did you mean {guess}?" if guess else ""
    raise typer.BadParameter(f"{word} is neither a folder nor a git revision{more}")


def read_state(
    state: ModelState,
    lang: str,
    as_of: date | None = None,
    *,
    sound: bool = True,
    trust: bool = False,
) -> lg.ServiceGraph:
    """Read a state of a model; exits as `read_sound_or_exit`, else as `read_or_exit`."""
    if state.revision is None:
        whole(state.folder)
    read = read_sound_or_exit if sound else read_or_exit
    return read(state.folder, lang, as_of, state.revision, trust=trust)


def earlier(word: str, model: Path, lang: str, *, sound: bool = True) -> lg.ServiceGraph:
    """An earlier state of a model: another folder, or a revision of its own."""
    return read_state(named_state(word, model), lang, sound=sound)


def spoken(graph: lg.ServiceGraph, lang: str, findings: Iterable[lg.Finding]) -> str:
    """The language in which a model is spoken of; refused here where there are no words in it.

    It is English where the model could not be read whole, nor perhaps the languages that it has.
    """
    try:
        return graph.speaker(lang).lang
    except lg.LanguageError:
        if not unreadable(findings):
            raise
        return ENGLISH


def unreadable(findings: Iterable[lg.Finding]) -> bool:
    """Could the model not be read whole?"""
    return any(finding.is_unread for finding in findings)


def errors_of(graph: lg.ServiceGraph) -> list[lg.Finding]:
    """The errors among all that there is to say of a model."""
    return [finding for finding in lg.check(graph) if finding.severity == "error"]


def stop(graph: lg.ServiceGraph, findings: Iterable[lg.Finding], lang: str, code: int) -> NoReturn:
    """Print findings to stderr and exit."""
    print_findings(graph, findings, lang, err=True)
    raise typer.Exit(code)


def print_findings(
    graph: lg.ServiceGraph,
    findings: Iterable[lg.Finding],
    lang: str,
    *,
    err: bool = False,
    every: bool = False,
    sums: bool = True,
) -> None:
    """Print findings as text, in colour where the terminal shows it; with their sums below."""
    look = replace(look_of(sys.stderr if err else sys.stdout, whole=every), sums=sums)
    write(lg.FINDING_FORMS["text"].render(graph, findings, lang, look), err=err)


def look_of(stream: TextIO | None, *, whole: bool = False, by: str | None = None) -> lg.Look:
    """How text looks on a stream: as wide as its terminal, and painted where that shows colours."""
    paint = _paint if in_colour(stream) else _plain
    return lg.Look(width_of(stream), paint, whole=whole, by=by, lines_of=cache(_lines))


def width_of(stream: TextIO | None) -> int | None:
    """How wide the terminal is that a stream leads to; None in a pipe, where lines stay whole.

    The variable COLUMNS has the last word, as in other programs.
    """
    if (stream and stream.isatty()) or "COLUMNS" in os.environ:
        return max(get_terminal_size().columns, 20)
    return None


def in_colour(stream: TextIO | None) -> bool:
    """Does a stream lead to a terminal that shows colours?"""
    return bool(stream and stream.isatty()) and "NO_COLOR" not in os.environ


def _plain(text: str, _role: str) -> str:
    return text


def _paint(text: str, role: str) -> str:
    looks = {"error": "red", "warning": "yellow", "info": "cyan", "hint": "green", "mark": "blue"}
    return typer.style(
        text, fg=looks.get(role), bold=role in {"error", "warning", "place", "title"}
    )


def _lines(file: str) -> list[str]:
    try:
        return Path(file).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def print_table(table: lg.Table) -> None:
    """Print a table as wide as the terminal."""
    write(lg.table_text(table, look_of(sys.stdout)) + "\n")


def say_statement(graph: lg.ServiceGraph, lang: str, *, quiet: bool = False) -> None:
    """Say the statement of the model beside what is printed."""
    statement = lg.statement_in(graph.settings, graph.speaker(lang))
    if statement:
        say(statement, quiet=quiet)


def say(*messages: str, quiet: bool = False) -> None:
    """Talk goes to stderr, so that data can be piped."""
    if not quiet:
        write(lg.as_lines(messages), err=True)


def tell(texts: Iterable[str]) -> None:
    """Lines for people: each stays one line, and the terminal obeys nothing in it."""
    write(lg.as_lines(texts))


def give(text: str, opening: str = "") -> None:
    """Data or a page, as it is; a terminal is shown what it would obey.

    `opening` stands before the text where it goes into a file or another program.
    """
    write(lg.shown_lines(text) if _is_terminal() else f"{opening}{text}")


CODED = {".png", ".pdf"}
"""The forms of drawings in which stands a code for what no font has."""


def save_drawings(
    drawings: list[lg.Drawing], out: Path, form: str | None = None, *, quiet: bool = False
) -> None:
    """Write drawings, and say where they are and what in them no font can draw."""
    written = lg.save_drawings(drawings, out, form) if drawings else []
    for path in written:
        say(str(path), quiet=quiet)
    if any(path.suffix in CODED for path in written):
        lacking = [_lacking(one) for drawing in drawings for one in drawing.lacking]
        for line in dict.fromkeys(lacking):
            say(f"lumme: {line}")


def _lacking(one: lg.MissingGlyphs) -> str:
    return f"{one.element}: no font here has {one.characters}; name one that has: --font FILE"


STDOUT = Path("-")
"""The file that is none: what is written to it is printed."""


def write_or_give(out: Path | None, text: str) -> bool:
    """Data into a file, whole, or printed where there is none or it is `-`; was it a file?"""
    if out is None or out == STDOUT:
        give(text)
        return False
    lg.write_file(out, text)
    return True


def write_changes(found: lg.ModelDiff, lang: str) -> None:
    """What a command has changed in a model, or would: all of it, as `lumme diff` tells it."""
    text = lg.DIFF_FORMS["text"].render(found, lang, look_of(sys.stdout), private=True)
    write(text if text.endswith("\n") else f"{text}\n")


def mute(stream: TextIO | None) -> None:
    """What is still to be written to a stream that nobody reads goes nowhere."""
    with suppress(OSError):
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _is_terminal() -> bool:
    return bool(sys.stdout and sys.stdout.isatty())


def write(text: str, *, err: bool = False) -> None:
    """The one place that writes to the terminal; where the reader has left, the work goes on."""
    stream = sys.stderr if err else sys.stdout
    if stream is None and not err:
        raise lg.KnownError("the standard output is closed; name a file, or leave it open")
    try:
        typer.echo(text, nl=False, err=err)
    except OSError as error:
        mute(stream)
        if not isinstance(error, BrokenPipeError):
            raise lg.KnownError(f"the output cannot be written: {error.strerror}") from None


_SOON = 0.7
"""After how many seconds progress is shown: what is quicker shows none."""


@contextmanager
def progress(words: str, *, quiet: bool = False) -> Generator[Callable[[int, int], None]]:
    """A bar at the terminal for what takes longer: it is told how many of how many are done.

    It goes to stderr, and nowhere where that is no terminal or nothing is to be said.

    >>> with progress("Reading") as done:
    ...     done(1, 2)
    """
    stream = sys.stderr
    if quiet or not (stream and stream.isatty()):
        yield lambda _done, _total: None
        return
    begun, seen = monotonic(), 0
    with ExitStack() as stack:
        bar: Any = None

        def done(count: int, total: int) -> None:
            nonlocal bar, seen
            if bar is None and monotonic() - begun > _SOON:
                made = typer.progressbar(length=max(total, 1), label=words, file=stream)
                bar = stack.enter_context(made)
            if bar is not None:
                bar.update(count - seen)
                seen = count

        yield done
