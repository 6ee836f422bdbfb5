"""`lumme new`: a model to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lumme_graph.cli._shared import Quiet, say

Folder = Annotated[
    Path, typer.Argument(metavar="DIR", help="A folder that is new or empty.", show_default=False)
]


def new(folder: Folder, quiet: Quiet = False) -> None:
    """Write a small valid model of an invented network, with comments that teach (fi, en)."""
    from lumme_graph.load.new import write_new
    from lumme_graph.schema.home import renew

    write_new(folder)
    renew(folder)
    say(f"{folder}: begin with model.yaml, then lumme check {folder}", quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(new)
