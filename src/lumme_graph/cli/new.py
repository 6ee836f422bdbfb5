"""`lumme new`: a model to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._received import (
    FileDay,
    FromFormat,
    Mapping,
    Network,
    Only,
    between_commas,
    received,
)
from lumme_graph.cli._shared import ENGLISH, Quiet, print_table, say

Folder = Annotated[
    Path, typer.Argument(metavar="DIR", help="A folder that is new or empty.", show_default=False)
]
_BEGIN = lg.Label("{folder}: begin with model.yaml, then lumme check {folder}")
_LOOK = lg.Label("{folder}: look at it with lumme check {folder} and lumme serve {folder}")

ModelLanguage = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="TAG",
        help="The language of the model, unless --languages says others: en, fi, sv, cy, de or fr. "
        "Its comments are in English. With --from, the language in which is told what was taken.",
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
From = Annotated[
    list[str] | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Begin with what a saved file of another system says; of several languages: "
        "fi=a.json,en=b.json. May be given several times.",
    ),
]


def new(
    folder: Folder,
    lang: ModelLanguage = None,
    name: Name = None,
    languages: Languages = None,
    country: Country = None,
    libraries: Libraries = None,
    from_: From = None,
    from_format: FromFormat = None,
    network: Network = None,
    only: Only = None,
    as_of: FileDay = None,
    mapping: Mapping = None,
    quiet: Quiet = False,
) -> None:
    """Write a small valid model: invented, of your network, or of a file of another system."""
    if from_:
        if libraries is not None:
            raise typer.BadParameter("the file names the libraries", param_hint="'--libraries'")
        asked = lg.ImportOptions(
            name=" ".join((name or "").split()),
            network=network or "",
            only=between_commas(only),
            languages=between_commas(languages),
            day=as_of,
            country=(country or "").strip(),
            mapping=mapping,
        )
        _new_from(folder, from_, from_format, asked, lang or ENGLISH, quiet=quiet)
        return
    for option, value in {
        "--from-format": from_format,
        "--network": network,
        "--only": only,
        "--as-of": as_of,
        "--mapping": mapping,
    }.items():
        if value is not None:
            raise typer.BadParameter("it goes with --from", param_hint=f"'{option}'")
    lg.new(
        folder,
        lang=lang,
        name=name,
        languages=None if languages is None else between_commas(languages),
        country=country,
        libraries=None if libraries is None else between_commas(libraries),
    )
    say(lg.Speaker(lang or ENGLISH)(_BEGIN, folder=folder).shown, quiet=quiet)


def _new_from(
    folder: Path,
    files: list[str],
    format_: str | None,
    asked: lg.ImportOptions,
    lang: str,
    *,
    quiet: bool,
) -> None:
    if (folder / "model.yaml").exists():
        again = " ".join(f"--from {file}" for file in files)
        raise lg.KnownError(
            f"{folder} holds a model already; bring what has changed into it: "
            f"lumme update {folder} {again}"
        )
    started = lg.new_from(received(files, asked, format_), asked.languages, asked.name)
    said = list(started.said(lang))
    started.save(folder)
    lg.add_schema(folder)
    if started.left:
        print_table(started.left_table(lang))
    say(*said, started.graph.speaker(lang)(_LOOK, folder=folder).shown, quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(new)
