"""`lumme draw`: pictures of a model."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._outputs import warn_of_persons
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    Out,
    Quiet,
    Tags,
    earlier,
    one_of,
    read_sound_or_exit,
    save_drawings,
    say,
)


def draw(
    model: Model,
    out: Out,
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="What to draw.")] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Draw all of the kind; without a kind, of every kind.")
    ] = False,
    kind: Annotated[
        str | None,
        one_of(lg.DRAWINGS, "--kind", help="The kind of drawing [default: by the id]."),
    ] = None,
    sheet: Annotated[str, one_of(lg.PAPERS, "--sheet", help="The sheet.")] = "web",
    form: Annotated[
        str | None,
        one_of(
            lg.PICTURE_FORMS,
            "--format",
            help="The form [default: by the file's name, else svg].",
        ),
    ] = None,
    phase: Annotated[
        str, typer.Option("--phase", metavar="ID", help="Only the steps of a phase.")
    ] = "",
    tag: Tags = None,
    for_customers: Annotated[
        bool, typer.Option("--for-customers", help="Without what the staff alone see.")
    ] = False,
    blank: Annotated[
        bool, typer.Option("--blank", help="A workshop sheet, to be filled in by hand.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="OLD",
            help="Mark what has changed in paths since a revision of git, or another folder.",
        ),
    ] = None,
    font: Annotated[
        list[Path] | None,
        typer.Option("--font", metavar="FILE", help="A font for letters that PNG and PDF lack."),
    ] = None,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """Draw journeys, blueprints, maps and more: to a file or a folder; a PDF file holds them all."""
    graph = read_sound_or_exit(model, lang, as_of)
    fonts = lg.with_extra(font or [])
    only = lg.Only(phase, tag, for_customers)
    if blank and only != lg.Only():
        raise lg.DrawError(
            "a blank sheet shows nothing of a model; leave out --phase, --tag and --for-customers"
        )
    if since is not None and (blank or (all_ and not kind)):
        raise lg.DrawError("with --since name paths, or say --all --kind journey")
    before = earlier(since, model, lang) if since is not None else None
    shown: list[lg.Drawing] = []
    if blank:
        kinds = [kind] if kind else _blank(ids or [], every=all_)
        shown = [lg.draw_blank(graph, one, lang=lang, sheet=sheet, fonts=fonts) for one in kinds]
    elif all_ and not kind:
        shown = lg.draw_all(graph, lang=lang, sheet=sheet, only=only, fonts=fonts)
    else:
        for name, wanted in _wanted(graph, ids or [], kind, every=all_).items():
            if not wanted:
                say(lg.DRAWINGS[name].nothing(graph.speaker(lang)))
            shown += lg.draw_many(
                graph,
                wanted,
                kind=name,
                lang=lang,
                sheet=sheet,
                only=only,
                fonts=fonts,
                since=before,
            )
    if not shown and not kind:
        speak = graph.speaker(lang)
        for line in dict.fromkeys(one.nothing(speak) for one in lg.DRAWINGS.values() if one.of):
            say(line)
    save_drawings(shown, out, form, quiet=quiet)
    if shown and not blank:
        warn_of_persons(graph, model, lang)


def _blank(ids: list[str], *, every: bool) -> list[str]:
    """The kinds of blank sheets: every one, or those of what is named."""
    able = [name for name, one in lg.DRAWINGS.items() if one.is_worked_on]
    if not every and not ids:
        raise lg.DrawError(f"say the kind of the blank sheet: {', '.join(able)}")
    return able if every else list(dict.fromkeys(map(lg.kind_of, ids)))


def _wanted(
    graph: lg.ServiceGraph, ids: list[str], kind: str | None, *, every: bool
) -> dict[str, list[str]]:
    """What to draw, by kind: what is named, or all of a kind."""
    if kind and (every or (not ids and lg.DRAWINGS[kind].of is None)):
        return {kind: lg.DRAWINGS[kind].ids(graph)}
    if not ids:
        if kind:
            there = ", ".join(lg.DRAWINGS[kind].ids(graph)) or "none"
            raise lg.DrawError(f"name what to draw, or say --all; there are {there}")
        raise lg.DrawError(f"name {lg.drawn_by_name()}; or say --all")
    found: dict[str, list[str]] = {}
    for id_ in ids:
        found.setdefault(kind or lg.kind_of(id_, graph), []).append(id_)
    return found


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(draw)
