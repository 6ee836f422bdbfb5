"""What the commands share about code of a model's own: whether it may run, and that it did not."""

from __future__ import annotations

from typing import Annotated, Final

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import say

Trust = Annotated[
    bool,
    typer.Option(
        "--trust",
        help="Run the model's own checks and questions: they are programs of whoever wrote it.",
    ),
]
_NOT_RUN: Final = lg.Label(
    "code of the model's own was not run ({names}); if you trust whoever wrote it, say --trust"
)


def say_not_run(graph: lg.ServiceGraph, lang: str) -> None:
    """Say that the model names code of its own, where it was not run."""
    if graph.not_run:
        said = graph.speaker(lang)(_NOT_RUN, names=", ".join(graph.not_run))
        say(f"lumme: {said.shown}")
