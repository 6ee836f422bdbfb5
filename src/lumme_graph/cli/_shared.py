"""What the commands share: their options, reading a model, printing findings and tables."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TextIO

import typer

from lumme_graph.base.finding import KnownError
from lumme_graph.base.guess import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lumme_graph.base.finding import Finding
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.graph.service_graph import ServiceGraph
    from lumme_graph.views.table import Table


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day: write it as 2026-08-22") from None


def choice(kind: type[StrEnum], *flags: str, help: str) -> Any:  # noqa: A002 - typer's own word
    """An option that takes one of some words; for any other, the nearest is named."""
    words = [one.value for one in kind]
    quoted = ", ".join(f"'{word}'" for word in words)

    def read(word: str) -> StrEnum:
        if word in words:
            return kind(word)
        guess = nearest(word, words)
        more = f"; did you mean {guess}?" if guess else ""
        raise typer.BadParameter(f"{word!r} is not one of {quoted}{more}")

    return typer.Option(*flags, parser=read, metavar=f"[{'|'.join(words)}]", help=help)


def _whole(model: Path) -> Path:
    """The model's folder; a change of it that was interrupted is put right first."""
    from lumme_graph.base.journal import recover

    if recover(model):
        say(f"{model}: a change was interrupted; its files are whole again")
    return model


Model = Annotated[
    Path,
    typer.Argument(
        metavar="MODEL", help="The model's folder.", show_default=False, callback=_whole
    ),
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
        parser=_day,
        metavar="DATE",
        help="The day it is asked for [default: the model's].",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what was asked for.")]
Out = Annotated[Path, typer.Option("--out", "-o", help="Where to write.", show_default=False)]


def read_or_exit(model: Path, lang: str, as_of: date | None = None) -> ServiceGraph:
    """Read a model; where it cannot be read whole, print every fault and exit 2."""
    from lumme_graph.graph.read import read

    graph, findings = read(model)
    speak = speaker(graph, lang, findings)
    if unreadable(findings):
        stop(findings, speak, 2)
    return graph.on(as_of) if as_of else graph


def read_sound_or_exit(model: Path, lang: str, as_of: date | None = None) -> ServiceGraph:
    """Read a model whose references must hold too; else print what does not and exit 1."""
    from lumme_graph.graph.links import faults

    graph = read_or_exit(model, lang, as_of)
    findings = faults(graph)
    if findings:
        stop(findings, graph.speaker(lang), 1)
    return graph


def speaker(graph: ServiceGraph, lang: str, findings: Iterable[Finding]) -> Speaker:
    """What speaks of a model; English where it could not be read whole, nor perhaps its languages."""
    from lumme_graph.base.languages import LanguageError

    try:
        return graph.speaker(lang)
    except LanguageError:
        if not unreadable(findings):
            raise
        return graph.speaker(ENGLISH)


def unreadable(findings: Iterable[Finding]) -> bool:
    """Could the model not be read whole?"""
    return any(finding.code < "LG1" for finding in findings)


def stop(findings: Iterable[Finding], speak: Speaker, code: int) -> NoReturn:
    """Print findings to stderr and exit."""
    print_findings(findings, speak, err=True)
    raise typer.Exit(code)


def print_findings(
    findings: Iterable[Finding], speak: Speaker, *, err: bool = False, every: bool = False
) -> None:
    """Print findings as text, in colour where the terminal shows it."""
    from lumme_graph.reports.findings.to_text import render

    stream = sys.stderr if err else sys.stdout
    paint = _paint if in_colour(stream) else _plain
    text = render(findings, cache(_lines), speak, paint, every=every, width=width_of(stream))
    write(text, err=err)


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
    return typer.style(text, fg=looks.get(role), bold=role in {"error", "warning", "place"})


def _lines(file: str) -> list[str]:
    try:
        return Path(file).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def print_table(table: Table) -> None:
    """Print a table as wide as the terminal."""
    from lumme_graph.cli._tables import laid_out

    write(laid_out(table, width_of(sys.stdout), bold=in_colour(sys.stdout)) + "\n")


def say_statement(graph: ServiceGraph, speak: Speaker, *, quiet: bool = False) -> None:
    """Say beside what is printed what must be said of the model, such as that it is unofficial."""
    from lumme_graph.views.standing import statement_in

    statement = statement_in(graph.settings, speak)
    if statement:
        say(statement, quiet=quiet)


def say(*messages: str, quiet: bool = False) -> None:
    """Talk goes to stderr, so that data can be piped."""
    from lumme_graph.base.shown import lines

    if not quiet:
        write(lines(messages), err=True)


def tell(texts: Iterable[str]) -> None:
    """Lines for people: each stays one line, and the terminal obeys nothing in it."""
    from lumme_graph.base.shown import lines

    write(lines(texts))


def give(text: str) -> None:
    """Data or a page, as it is; a terminal is shown what it would obey."""
    from lumme_graph.base.shown import shown_lines

    write(shown_lines(text.removeprefix("\ufeff")) if _is_terminal() else text)


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
        raise KnownError("the standard output is closed; name a file, or leave it open")
    try:
        typer.echo(text, nl=False, err=err)
    except OSError as error:
        mute(stream)
        if not isinstance(error, BrokenPipeError):
            raise KnownError(f"the output cannot be written: {error.strerror}") from None
