"""`lumme export`: a model for other programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from lumme_graph.cli._shared import (
    ENGLISH,
    Language,
    Model,
    Out,
    Quiet,
    choice,
    read_sound_or_exit,
    say,
)


class Format(StrEnum):
    """The formats of exports."""

    TURTLE = "turtle"
    NTRIPLES = "ntriples"


def export(
    model: Model,
    out: Out,
    form: Annotated[
        Format | None, choice(Format, "--format", help="The format [default: by the file's name].")
    ] = None,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Write the model as RDF in shared vocabularies."""
    from lumme_graph.base.files import write_file
    from lumme_graph.rdf.write import format_of, rdf_bytes

    graph = read_sound_or_exit(model, lang)
    try:
        wanted = form or format_of(out)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--out") from None
    write_file(out, rdf_bytes(graph, wanted))
    say(f"{out}", quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(export)
