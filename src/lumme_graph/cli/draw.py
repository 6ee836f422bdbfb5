"""`lumme draw`: pictures of a model."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    Out,
    Quiet,
    choice,
    read_sound_or_exit,
    say,
)


class Kind(StrEnum):
    """The kinds of drawing."""

    PATH = "path"
    COVERAGE = "coverage"
    ADOPTION = "adoption"
    CHAIN = "chain"


class Format(StrEnum):
    """The formats of drawings."""

    SVG = "svg"
    PNG = "png"
    DOT = "dot"
    TEXT = "text"


class SheetName(StrEnum):
    """The sheets to draw on."""

    WEB = "web"
    A3 = "a3"
    A4 = "a4"


def draw(
    model: Model,
    out: Out,
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="What to draw.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Draw all of the kind.")] = False,
    kind: Annotated[Kind, choice(Kind, "--kind", help="The kind of drawing.")] = Kind.PATH,
    sheet: Annotated[SheetName, choice(SheetName, "--sheet", help="The sheet.")] = SheetName.WEB,
    form: Annotated[
        Format | None,
        choice(
            Format,
            "--format",
            help="SVG, PNG, DOT or text [default: by the file's name, else svg].",
        ),
    ] = None,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """Draw paths, coverage, adoption or the chain from needs to actions: to a file or a folder."""
    from lumme_graph.base.files import write_file
    from lumme_graph.drawing.draw import chosen, draw_many, nothing
    from lumme_graph.drawing.output import format_of, placed

    graph = read_sound_or_exit(model, lang, as_of)
    wanted = chosen(graph, kind, ids or [], take_all=all_)
    if not wanted:
        say(nothing(kind, graph.speaker(lang)))
        return
    made = draw_many(graph, wanted, kind=kind, lang=lang, sheet=sheet)
    for path, content in placed(made, out, form or format_of(out)).items():
        write_file(path, content)
        say(str(path), quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(draw)
