"""`lumme schema`: what follows from the declarations."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lumme_graph.base.label import Label
from lumme_graph.cli._shared import (
    ENGLISH,
    Language,
    Quiet,
    choice,
    give,
    read_or_exit,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Callable


_FIRST_LINE = Label("Editors complete and check a YAML file whose first line is:")


class Format(StrEnum):
    """What is derived."""

    JSONSCHEMA = "jsonschema"
    MD = "md"


def schema(
    model: Annotated[
        Path | None,
        typer.Argument(
            metavar="[MODEL]", help="Complete the ids of this model.", show_default=False
        ),
    ] = None,
    form: Annotated[
        Format, choice(Format, "--format", help="JSON Schema of the YAML, or reference pages.")
    ] = Format.JSONSCHEMA,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="A file, or a folder of pages [default: print]."),
    ] = None,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Write the JSON Schema of the YAML for editors, or the reference of kinds and checks."""
    if form is Format.MD:
        _pages(out, lang)
    else:
        _json_schema(model, out, lang, quiet=quiet)


def _json_schema(model: Path | None, out: Path | None, lang: str, *, quiet: bool) -> None:
    from lumme_graph.base.files import write_file
    from lumme_graph.base.languages import spoken
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.schema.home import modeline
    from lumme_graph.schema.json_schema import HOME, render, schema_of

    graph = read_or_exit(model, lang) if model else None
    speak = graph.speaker(lang) if graph else Speaker(spoken(lang))
    made = render(schema_of(graph))
    if out is None:
        give(made)
    else:
        write_file(out, made)
    folder = model or Path()
    say(speak(_FIRST_LINE).shown, modeline(out or folder / HOME, folder), quiet=quiet)


def _pages(out: Path | None, lang: str) -> None:
    from lumme_graph.base.files import write_file
    from lumme_graph.base.languages import spoken
    from lumme_graph.reports.findings.reference import checks_page
    from lumme_graph.schema.pages import kinds_page

    makers: dict[str, Callable[[str], str]] = {"kinds": kinds_page, "checks": checks_page}
    if out is None:
        give(kinds_page(spoken(lang)))
        return
    for name, page in makers.items():
        for tag in ("fi", "en"):
            write_file(out / f"{name}.{tag}.md", page(tag))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(schema)
