"""`lumme explain`: what a code means."""

from __future__ import annotations

from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import ENGLISH, Language, give, say

_IN_ENGLISH = lg.Label("Why it matters, how to mend it and the example are in English.")


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="A code such as LG601; without one, the list of all."),
    ] = None,
    lang: Language = ENGLISH,
) -> None:
    """Explain a code: what it finds, why it matters, how to mend it, with an example."""
    speak = lg.Speaker(lg.spoken(lang))
    try:
        page = lg.explain(code, lang)
    except lg.KnownError as error:
        raise typer.BadParameter(str(error), param_hint="CODE") from None
    give(page)
    if code is not None and speak.lang != ENGLISH:
        say(speak(_IN_ENGLISH).shown)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(explain)
