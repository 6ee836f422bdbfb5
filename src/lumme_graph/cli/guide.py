"""`lumme guide`: the service guide as a site."""

from __future__ import annotations

from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    Out,
    Quiet,
    one_of,
    read_or_exit,
    say,
)

_EDITIONS = {
    "both": tuple(lg.Edition),
    "customer": (lg.Edition.CUSTOMER,),
    "staff": (lg.Edition.STAFF,),
}


def guide(
    model: Model,
    out: Out,
    edition: Annotated[
        str,
        one_of(_EDITIONS, "--edition", help="For whom: customers at the root, staff below staff/."),
    ] = "both",
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="Where it will be published: for its sitemap and feed.",
        ),
    ] = "",
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """Publish the service guide as a site: for customers, for staff, in every language."""
    graph = read_or_exit(model, lang, as_of)
    made = lg.build(graph, lang, editions=_EDITIONS[edition], base_url=base_url)
    made.write(out)
    say(made.summary, f"{out / made.door}", quiet=quiet)
    raise typer.Exit(made.exit_code)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(guide)
