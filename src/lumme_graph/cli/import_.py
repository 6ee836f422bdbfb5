"""`lumme import`: RDF as a model."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import ENGLISH, Language, Quiet, one_of, print_table, say


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file of RDF.", show_default=False)
    ],
    out: Annotated[
        Path,
        typer.Option("--out", "-o", help="A folder that is new or empty.", show_default=False),
    ],
    form: Annotated[
        str | None,
        one_of(lg.READABLE, "--format", help="The format [default: by the file's name]."),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="IRI", help="Which of several models in the file."),
    ] = None,
    as_: Annotated[
        str | None,
        typer.Option("--as", metavar="KIND", help="What the concepts of others become."),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language", metavar="TAG", help="The language of the texts of others without a tag."
        ),
    ] = None,
    name: Annotated[
        str, typer.Option("--name", help="What a model of the RDF of others is called.")
    ] = "",
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Read RDF as a model: an exported one comes back whole; of others, what a model can hold."""
    imported = lg.import_rdf(file, form, model=model, as_=as_, language=language, name=name)
    said = list(imported.said(lang))
    imported.save(out)
    if imported.left:
        print_table(imported.left_table(lang))
    say(*said, f"{out}", quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command("import")(import_)
