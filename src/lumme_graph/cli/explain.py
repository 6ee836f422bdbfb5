"""`lumme explain`: what a code means."""

from __future__ import annotations

from typing import Annotated

import typer

from lumme_graph.cli._shared import Lang, Language, give, say


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="A code such as LG601; without one, the list of all."),
    ] = None,
    lang: Language = Lang.EN,
) -> None:
    """Explain a code, in English: what it finds, why it matters, how to mend it, with an example."""
    from lumme_graph.reports.findings.pages import IN_ENGLISH, code_list, code_page, known_code

    if code is None:
        give(code_list(lang))
        return
    known, guess = known_code(code)
    if known is None:
        more = f"; did you mean {guess}?" if guess else "; `lumme explain` lists them"
        raise typer.BadParameter(f"there is no code {code}{more}", param_hint="CODE")
    give(code_page(known))
    if lang is not Lang.EN:
        say(IN_ENGLISH.say(lang))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(explain)
