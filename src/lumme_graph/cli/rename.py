"""`lumme rename`: another id, everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import ENGLISH, Language, Model, Quiet, say, spoken, tell


def rename(
    model: Model,
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="An element, or a part: path-hold/pick-up, project-x/phases/plan."
        ),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new id, of the same kind.")],
    saved: Annotated[
        list[Path] | None,
        typer.Option(
            "--saved",
            metavar="FILE",
            help="A baseline or saved coverage that lies elsewhere than in or beside the model.",
        ),
    ] = None,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Give an element or a part another id, and rewrite every reference to it; all or nothing."""
    graph, findings = lg.read(model)
    speak = graph.speaker(spoken(graph, lang, findings))
    done = lg.edit(model).rename(old, new, saved or ())
    lg.renew_schema(model)
    tell(done.files)
    say(*done.told(speak), quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(rename)
