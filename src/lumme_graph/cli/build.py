"""`lumme build`: the main job."""

from __future__ import annotations

import typer

from lumme_graph.cli._shared import ENGLISH, AsOf, Language, Model, Out, Quiet, read_or_exit, say


def build(
    model: Model,
    out: Out,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """Check a model, work out coverage, draw every path, export RDF; one start page leads to all."""
    from lumme_graph.base.tree import write_tree
    from lumme_graph.site.start import build as make

    graph = read_or_exit(model, lang, as_of)
    made = make(graph, lang)
    write_tree(out, made.files)
    say(made.summary, quiet=quiet)
    page = f"index.{graph.speaker(lang).lang}.html"
    say(f"{out / (page if page in made.files else 'index.html')}", quiet=quiet)
    raise typer.Exit(made.exit_code)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(build)
