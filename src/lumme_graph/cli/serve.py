"""`lumme serve`: the site beside the editor."""

from __future__ import annotations

import gc
from functools import partial
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._own_code import Trust
from lumme_graph.cli._shared import ENGLISH, AsOf, Language, Model, Quiet, say


def serve(
    model: Model,
    host: Annotated[
        str,
        typer.Option(
            "--host",
            metavar="ADDRESS",
            help="Where to listen: 0.0.0.0 lets everybody in the network read it.",
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port; 0 is any that is free.")
    ] = 8000,
    open_: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it in the browser.")
    ] = False,
    poll: Annotated[
        bool,
        typer.Option(
            "--poll", help="Look for changes, where a network share does not tell of them."
        ),
    ] = False,
    trust: Trust = False,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """Show the site while you write: a saved file is in the page at once, and so are its faults."""
    gc.enable()  # this command goes on until it is stopped
    lg.preview(
        model,
        host=host,
        port=port,
        lang=lang,
        as_of=as_of,
        poll=poll,
        trust=trust,
        opens=open_,
        say=partial(say, quiet=quiet),
    )


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(serve)
