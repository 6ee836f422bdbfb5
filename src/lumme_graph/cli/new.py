"""`lumme new`: a model to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lumme_graph.cli._shared import Quiet, say

Folder = Annotated[
    Path, typer.Argument(metavar="DIR", help="A folder that is new or empty.", show_default=False)
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
    name: Name = None,
    languages: Languages = None,
    country: Country = None,
    libraries: Libraries = None,
    quiet: Quiet = False,
) -> None:
    """Write a small valid model with comments that teach: of your network, else an invented one."""
    from lumme_graph.reading.new import new_files, write_new
    from lumme_graph.reading.new_network import Begun, network_files
    from lumme_graph.schema.home import renew

    if name is languages is country is libraries is None:
        files = new_files()
    else:
        begun = Begun(
            " ".join((name or "Libraries").split()),
            _words(languages or "en"),
            _words(libraries or "Library A, Library B, Library C"),
            (country or "").strip(),
        )
        files = network_files(begun)
    write_new(folder, files)
    renew(folder)
    say(f"{folder}: begin with model.yaml, then lumme check {folder}", quiet=quiet)


def _words(listed: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(word for part in listed.split(",") if (word := " ".join(part.split())))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(new)
