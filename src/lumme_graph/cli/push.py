"""`lumme push`: a model to a triple store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._outputs import warn_of_persons
from lumme_graph.cli._own_code import Trust, say_not_run
from lumme_graph.cli._shared import (
    ENGLISH,
    Language,
    Model,
    Quiet,
    read_sound_or_exit,
    say,
    stop,
    whole,
)


def push(
    model: Model,
    endpoint: Annotated[
        str,
        typer.Option(
            "--endpoint",
            metavar="URL",
            help="The address of the store: of Oxigraph, Fuseki, GraphDB or Virtuoso.",
            show_default=False,
        ),
    ],
    since: Annotated[
        Path | None,
        typer.Option(
            "--since",
            metavar="OLD",
            help="The model that the store holds: only what differs from it is sent.",
            callback=whole,
        ),
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Push notes and suppressions too.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be sent, and change nothing.")
    ] = False,
    timeout: Annotated[
        float,
        typer.Option("--timeout", metavar="SECONDS", min=0.1, help="How long an answer may take."),
    ] = 900,
    trust: Trust = False,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Put the model's graphs into a triple store, all of them or none.

    Who writes is said by LUMME_STORE_USER and LUMME_STORE_PASSWORD, or by LUMME_STORE_TOKEN.
    """
    graph = read_sound_or_exit(model, lang, trust=trust)
    say_not_run(graph, lang)
    older = read_sound_or_exit(since, lang) if since else None
    speak = graph.speaker(lang)

    def tell(message: lg.Message) -> None:
        say(speak(message).shown, quiet=quiet)

    try:
        pushed = lg.push(
            graph,
            endpoint,
            private=private,
            since=older,
            dry_run=dry_run,
            say=tell,
            patience=lg.Patience(answer=timeout),
        )
    except lg.ModelError as error:
        stop(graph, error.findings, lang, 1)
    for one in pushed:
        tell(one.message)
    warn_of_persons(graph, model, lang)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(push)
