"""`lumme translate`: the program's own words in another language, for a model."""

from __future__ import annotations

from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import Model, Quiet, say, tell


def translate(
    tag: Annotated[str, typer.Argument(metavar="TAG", help="The language: cy, or pt-BR.")],
    model: Model,
    quiet: Quiet = False,
) -> None:
    """Begin the translation of all that the program says, or bring it up to date.

    It stands in the model's folder as locale/TAG.po; any translators' editor opens it.
    """
    file, holds = lg.translate(model, tag)
    tell([str(file)])
    say(
        f"{holds.done} of {holds.all} translated, {holds.fuzzy} to be looked at again",
        quiet=quiet,
    )


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(translate)
