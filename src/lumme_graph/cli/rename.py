"""`lumme rename`: another id, everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lumme_graph.cli._shared import ENGLISH, Language, Model, Quiet, say, speaker, tell


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
    from lumme_graph.editing.change import edit
    from lumme_graph.graph.read import read
    from lumme_graph.reports import renamed
    from lumme_graph.schema.home import renew_if_there

    graph, findings = read(model)
    speak = speaker(graph, lang, findings)
    done = edit(model).rename(old, new, saved or ())
    renew_if_there(model)
    tell(done.files)
    say(*renamed.summary(old, new, done, speak), quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(rename)
