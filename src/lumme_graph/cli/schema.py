"""`lumme schema`: what follows from the declarations."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    Language,
    Quiet,
    one_of,
    read_or_exit,
    say,
    write_or_give,
)

_OF_A_MODEL = frozenset({"jsonschema", "shacl", "context"})
_FIRST_LINE = lg.Label("Editors complete and check a YAML file whose first line is:")


def schema(
    model: Annotated[
        Path | None,
        typer.Argument(
            metavar="[MODEL]",
            help="A model: its ids, languages or base are in what is written.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str,
        one_of(lg.SCHEMA_FORMS, "--format", help="What to write of the declarations."),
    ] = "jsonschema",
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="A file, or a folder of pages [default: print]."),
    ] = None,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Write the JSON Schema of the YAML, the reference, or the vocabulary as OWL, SHACL, JSON-LD, HTML."""
    if form == "md" and out is not None:
        lg.write_reference(out)
        return
    graph = read_or_exit(model, lang) if model and form in _OF_A_MODEL else None
    speak = graph.speaker(lang) if graph else lg.Speaker(lg.spoken(lang))
    made = lg.SCHEMA_FORMS[form].render(graph, lang)
    write_or_give(out, made)
    if form == "jsonschema":
        say(speak(_FIRST_LINE).shown, lg.modeline(model or Path(), out), quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(schema)
