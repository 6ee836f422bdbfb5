"""`lumme explain`: what a code means."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._own_code import Trust
from lumme_graph.cli._shared import ENGLISH, Language, give, read_or_exit, say, whole

_IN_ENGLISH = lg.Label("Why it matters, how to mend it and the example are in English.")


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="A code such as LG601; without one, the list of all."),
    ] = None,
    model: Annotated[
        Path | None,
        typer.Argument(
            metavar="MODEL",
            help="A model, for the codes of its own; they need --trust.",
            show_default=False,
            callback=whole,
        ),
    ] = None,
    trust: Trust = False,
    lang: Language = ENGLISH,
) -> None:
    """Explain a code: what it finds, why it matters, how to mend it, with an example."""
    if trust and model is None:
        raise typer.BadParameter("name the model that you trust", param_hint="MODEL")
    speak = lg.Speaker(lg.spoken(lang))
    graph = read_or_exit(model, lang, trust=trust) if model else None
    try:
        page = lg.explain(code, lang, graph=graph)
    except lg.KnownError as error:
        raise typer.BadParameter(str(error), param_hint="CODE") from None
    give(page)
    if code is not None and speak.lang != ENGLISH:
        say(speak(_IN_ENGLISH).shown)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(explain)
