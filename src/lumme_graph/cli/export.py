"""`lumme export`: a model for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._outputs import warn_of_persons
from lumme_graph.cli._shared import (
    ENGLISH,
    STDOUT,
    Language,
    Model,
    Quiet,
    Tags,
    one_of,
    read_sound_or_exit,
    say,
)


def export(
    model: Model,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", help="Where to write; - is stdout.", show_default=False),
    ],
    form: Annotated[
        str | None,
        one_of(
            lg.EXPORT_FORMS,
            "--format",
            help="The format [default: by the file's name]; json is in the words of the YAML.",
        ),
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Write notes and suppressions too.")
    ] = False,
    graphs: Annotated[
        str | None,
        one_of(("files",), "--graphs", help="A graph for each file of the model (TriG)."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="ID|KIND",
            help="Only this element or kind, with what it needs; may be given again.",
        ),
    ] = None,
    tag: Tags = None,
    used_by: Annotated[
        bool,
        typer.Option("--used-by", help="With --only or --tag: also what refers to those elements."),
    ] = False,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Write the model for other programs: as RDF, or in the form of another system."""
    graph = read_sound_or_exit(model, lang)
    if only or tag:
        graph = _part(graph, only or [], tag, lang, used_by=used_by, quiet=quiet)
    elif used_by:
        raise typer.BadParameter("name the elements with --only or --tag", param_hint="--used-by")
    file = sys.stdout.buffer if out == STDOUT else out
    try:
        notes = lg.export(graph, file, form, lang=lang, private=private, by_file=graphs is not None)
    except lg.FormError as error:
        raise typer.BadParameter(str(error), param_hint="--out") from None
    speak = graph.speaker(lang)
    say(*(speak(note).shown for note in notes), quiet=quiet)
    if out != STDOUT:
        say(f"{out}", quiet=quiet)
    warn_of_persons(graph, model, lang)


def _part(
    graph: lg.ServiceGraph,
    only: list[str],
    tag: list[str] | None,
    lang: str,
    *,
    used_by: bool,
    quiet: bool,
) -> lg.ServiceGraph:
    """The part of the model that is asked for; what else is in it is said."""
    try:
        part = graph.subset(*only, used_by=used_by, tag=tag)
    except KeyError as error:
        raise typer.BadParameter(str(error), param_hint="--only") from None
    say(*lg.drawn_in_summary(part, graph.speaker(lang)), quiet=quiet)
    return part.graph


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(export)
