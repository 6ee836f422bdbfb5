"""What the commands share that take files of other systems: their options, and asking of a table."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import day, say

FromFormat = Annotated[
    str | None,
    typer.Option(
        "--from-format",
        metavar="NAME",
        help="Its format: kirkanta, ptv, hsds or table [default: by its content].",
    ),
]
Network = Annotated[
    str | None,
    typer.Option("--network", metavar="WORDS", help="Which network in the file, by id or name."),
]
Only = Annotated[
    str | None,
    typer.Option("--only", metavar="WORDS", help='Only these places of the file: "A,B".'),
]
FileDay = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=day,
        metavar="DATE",
        help="The day of the file [default: in its name, else when it was saved].",
    ),
]
Mapping = Annotated[
    Path | None,
    typer.Option(
        "--mapping",
        metavar="FILE",
        help="What the columns of a table are [default: TABLE.mapping.yaml, else it is asked].",
    ),
]


def between_commas(listed: str | None) -> tuple[str, ...]:
    """What stands between commas, each without needless spaces."""
    parts = (listed or "").split(",")
    return tuple(word for part in parts if (word := " ".join(part.split())))


def received(files: list[str], asked: lg.ImportOptions, form: str | None = None) -> lg.Received:
    """What files of another system say; of a table a terminal is asked what its columns are."""
    is_asked = sys.stdin is not None and sys.stdin.isatty() and form in {None, "table"}
    table = lg.unmapped_table(files, asked) if is_asked else None
    if table:
        say(f"{_ask_columns(table)}: it says what the columns are; change it there")
    return lg.receive(files, asked, format=form)


def _ask_columns(table: lg.UnmappedTable) -> Path:
    """Ask of each column what it is, until the answer can be; write it down."""
    say(f"What are the columns of {table.path.name}? Enter takes what stands in brackets.")
    said: dict[str, str] = {}
    for column in table.columns:
        examples = ", ".join(table.examples(column))
        question = lg.as_lines([f"{column} ({examples})"]).strip()
        while column not in said:
            words = typer.prompt(question, default=table.guess(column), err=True)
            try:
                table.check(words)
            except lg.ExchangeError as error:
                say(f"{error}")
            else:
                said[column] = words
    key = ""
    while key not in table.columns:
        key = typer.prompt(
            "By which column is a row known again, such as one of ids (- for none)?",
            default=table.guess_key() or "-",
            err=True,
        )
        if key == "-":
            return table.save(said)
        if key not in table.columns:
            say(f"there is no column {key!r}: the columns are {', '.join(table.columns)}")
    return table.save(said, key)
