"""What the commands share: their options, reading a model, printing findings and tables."""

from __future__ import annotations

import os
import sys
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lumme_graph.base.finding import Finding
    from lumme_graph.graph import ServiceGraph
    from lumme_graph.views.table import Table


class Lang(StrEnum):
    """The languages that the program speaks."""

    FI = "fi"
    EN = "en"
    SV = "sv"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day: write it as 2026-08-22") from None


Model = Annotated[
    Path, typer.Argument(metavar="MODEL", help="The model's folder.", show_default=False)
]
Language = Annotated[Lang, typer.Option("--lang", help="The language of the output.")]
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
    from lumme_graph.graph import read

    graph, findings = read(model)
    if unreadable(findings):
        stop(findings, lang, 2)
    return graph.on(as_of) if as_of else graph


def read_sound_or_exit(model: Path, lang: str, as_of: date | None = None) -> ServiceGraph:
    """Read a model whose references must hold too; else print what does not and exit 1."""
    from lumme_graph.graph.links import faults

    graph = read_or_exit(model, lang, as_of)
    findings = faults(graph)
    if findings:
        stop(findings, lang, 1)
    return graph


def unreadable(findings: Iterable[Finding]) -> bool:
    """Could the model not be read whole?"""
    return any(finding.code < "LG1" for finding in findings)


def stop(findings: Iterable[Finding], lang: str, code: int) -> NoReturn:
    """Print findings to stderr and exit."""
    print_findings(findings, lang, err=True)
    raise typer.Exit(code)


def print_findings(
    findings: Iterable[Finding], lang: str, *, err: bool = False, with_infos: bool = False
) -> None:
    """Print findings as text, in colour where the terminal shows it."""
    from lumme_graph.reports.findings_text import render

    stream = sys.stderr if err else sys.stdout
    colour = stream.isatty() and "NO_COLOR" not in os.environ
    text = render(
        findings, cache(_lines), lang, _paint if colour else _plain, with_infos=with_infos
    )
    typer.echo(text, nl=False, err=err)


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
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    made = RichTable(box=SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        made.add_column(Text(column.label), justify=column.align, overflow="fold", min_width=4)
    for row in table.rows:
        made.add_row(*(Text(cell) for cell in row))
    width = None if sys.stdout.isatty() else 110
    console = Console(width=width, highlight=False)
    console.print(Text(table.title, style="bold"), made, sep="")


def say(message: str, *, quiet: bool = False) -> None:
    """Talk goes to stderr, so that data can be piped."""
    if not quiet:
        typer.echo(message, err=True)
