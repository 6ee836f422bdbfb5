"""`lumme draw`: pictures of a model."""

from __future__ import annotations

from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    Out,
    Quiet,
    one_of,
    read_sound_or_exit,
    say,
)


def draw(
    model: Model,
    out: Out,
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="What to draw.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Draw all of the kind.")] = False,
    kind: Annotated[str, one_of(lg.DRAWINGS, "--kind", help="The kind of drawing.")] = "path",
    sheet: Annotated[str, one_of(lg.SHEETS, "--sheet", help="The sheet.")] = "web",
    form: Annotated[
        str | None,
        one_of(
            lg.PICTURE_FORMS,
            "--format",
            help="SVG, PNG, DOT or text [default: by the file's name, else svg].",
        ),
    ] = None,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """Draw paths, coverage, adoption or the chain from needs to actions: to a file or a folder."""
    graph = read_sound_or_exit(model, lang, as_of)
    drawing = lg.DRAWINGS[kind]
    known = drawing.ids(graph)
    every = all_ or (drawing.of is None and not ids)
    if not (every or ids):
        there = ", ".join(known) or "none"
        raise lg.DrawError(f"name what to draw, or say --all; there are {there}")
    wanted = known if every else ids
    if not wanted:
        say(drawing.nothing(graph.speaker(lang)))
        return
    made = lg.draw_many(graph, wanted, kind=kind, lang=lang, sheet=sheet)
    for path in lg.save_drawings(made, out, form):
        say(str(path), quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(draw)
