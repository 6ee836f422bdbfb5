"""`lumme build`: the main job."""

from __future__ import annotations

import typer

import lumme_graph as lg
from lumme_graph.cli._own_code import Trust, say_not_run
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    Out,
    Quiet,
    errors_of,
    print_findings,
    read_or_exit,
    say,
)


def build(
    model: Model,
    out: Out,
    trust: Trust = False,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """Make the whole site of a model: the guide for customers and staff, coverage, drawings, data.

    A model with errors has one too, for those who mend them; they are printed, and it exits 1.
    """
    graph = read_or_exit(model, lang, as_of, trust=trust)
    say_not_run(graph, lang)
    made = lg.build(graph, lang, out=out)
    made.write(out)
    if errors := errors_of(graph):
        print_findings(graph, errors, lang, err=True, sums=False)
    say(*made.notes, made.summary, f"{out / made.door}", quiet=quiet)
    raise typer.Exit(made.exit_code)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(build)
