"""`lumme explain`: what a code means."""

from __future__ import annotations

from typing import Annotated

import typer

from lumme_graph.cli._shared import ENGLISH, Language, give, say


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="A code such as LG601; without one, the list of all."),
    ] = None,
    lang: Language = ENGLISH,
) -> None:
    """Explain a code, in English: what it finds, why it matters, how to mend it, with an example."""
    from lumme_graph.base.languages import spoken
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.reports.findings.pages import IN_ENGLISH, code_list, code_page, known_code

    speak = Speaker(spoken(lang))
    if code is None:
        give(code_list(speak))
        return
    known, guess = known_code(code)
    if known is None:
        more = f"; did you mean {guess}?" if guess else "; `lumme explain` lists them"
        raise typer.BadParameter(f"there is no code {code}{more}", param_hint="CODE")
    give(code_page(known))
    if speak.lang != ENGLISH:
        say(speak(IN_ENGLISH).shown)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(explain)
