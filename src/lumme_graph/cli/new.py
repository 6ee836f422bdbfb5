"""`lumme new`: a model to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import ENGLISH, Quiet, say

Folder = Annotated[
    Path, typer.Argument(metavar="DIR", help="A folder that is new or empty.", show_default=False)
]
_BEGIN = lg.Label("{folder}: begin with model.yaml, then lumme check {folder}")

ModelLanguage = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="TAG",
        help="The language of the model, unless --languages says others: en, fi, sv, cy, de or fr. "
        "Its comments are in English.",
    ),
]
Name = Annotated[str | None, typer.Option("--name", help="What the network is called.")]
Languages = Annotated[
    str | None,
    typer.Option("--languages", metavar="TAGS", help="Its languages, the source first: cy,en."),
]
Country = Annotated[
    str | None, typer.Option("--country", metavar="CODE", help="Its country by ISO 3166-1: GB.")
]
Libraries = Annotated[
    str | None, typer.Option("--libraries", metavar="NAMES", help='Its libraries: "A,B,C".')
]


def new(
    folder: Folder,
    lang: ModelLanguage = None,
    name: Name = None,
    languages: Languages = None,
    country: Country = None,
    libraries: Libraries = None,
    quiet: Quiet = False,
) -> None:
    """Write a small valid model with comments that teach: of your network, else an invented one."""
    lg.new(
        folder,
        lang=lang,
        name=name,
        languages=_words(languages),
        country=country,
        libraries=_words(libraries),
    )
    say(lg.Speaker(lang or ENGLISH)(_BEGIN, folder=folder).shown, quiet=quiet)


def _words(listed: str | None) -> tuple[str, ...] | None:
    """What stands between commas."""
    if listed is None:
        return None
    return tuple(word for part in listed.split(",") if (word := " ".join(part.split())))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(new)
