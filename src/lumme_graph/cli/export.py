"""`lumme export`: a model for other programs."""

from __future__ import annotations

from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    Language,
    Model,
    Out,
    Quiet,
    one_of,
    read_sound_or_exit,
    say,
)


def export(
    model: Model,
    out: Out,
    form: Annotated[
        str | None,
        one_of(lg.RDF_FORMS, "--format", help="The format [default: by the file's name]."),
    ] = None,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Write the model as RDF in shared vocabularies."""
    graph = read_sound_or_exit(model, lang)
    try:
        lg.write_rdf(graph, out, form)
    except lg.FormError as error:
        raise typer.BadParameter(str(error), param_hint="--out") from None
    say(f"{out}", quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(export)
