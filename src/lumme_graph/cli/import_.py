"""`lumme import`: RDF as a model."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    STDOUT,
    Language,
    Quiet,
    day,
    errors_of,
    give,
    one_of,
    print_table,
    say,
)

AS: Final = ("profile", "subject", "codes")
"""What the concepts of a scheme can become; these words stand here, since help must be quick."""

_IN_ERROR: Final = lg.Counted(
    "the model has {n} error: lumme check {folder} says where",
    "the model has {n} errors: lumme check {folder} says where",
)
_CODES: Final = "codes"


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file of RDF.", show_default=False)
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            help="A folder that is new or empty; of codes a file, and - is stdout.",
            show_default=False,
        ),
    ],
    form: Annotated[
        str | None,
        one_of(lg.READABLE, "--format", help="The format [default: by the file's name]."),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            metavar="IRI",
            help="Which of several models, or of several schemes, in the file.",
        ),
    ] = None,
    as_: Annotated[
        str | None, one_of(AS, "--as", help="What the concepts of a scheme of others become.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--language",
            metavar="TAG",
            help="The source language of RDF of others, and that of texts without a tag.",
        ),
    ] = None,
    name: Annotated[
        str, typer.Option("--name", help="What a model of the RDF of others is called.")
    ] = "",
    as_of: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            parser=day,
            metavar="DATE",
            help="The day of RDF of others, where it says none of itself.",
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="IRI",
            help="What the addresses of a model of the RDF of others begin with.",
        ),
    ] = None,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Read RDF as a model: an exported one comes back whole; of others, what a model can hold."""
    other = lg.recognised(file) if form is None else None
    if other:
        raise lg.KnownError(f"{file} is no RDF but {other.what}: lumme new {out} --from {file}")
    if as_ == _CODES:
        _refuse_vain({"--name": name, "--as-of": as_of, "--base": base})
        _write_codes(
            lg.import_codes(file, form, language=language, scheme=model), out, lang, quiet=quiet
        )
        return
    if out == STDOUT:
        raise typer.BadParameter(
            "a model is a folder: name it; only codes go to stdout", param_hint="--out"
        )
    imported = lg.import_rdf(
        file,
        form,
        model=model,
        concepts=as_,
        language=language,
        name=name,
        as_of=as_of,
        base=base,
    )
    said = list(imported.said(lang))
    imported.save(out)
    if imported.left:
        print_table(imported.left_table(lang))
    say(*said, f"{out}", quiet=quiet)
    errors = len(errors_of(imported.graph))
    if errors:
        say(imported.graph.speaker(lang)(_IN_ERROR, n=errors, folder=f"{out}").shown)
        raise typer.Exit(1)


def _refuse_vain(asked: dict[str, object]) -> None:
    """What is said of a model is refused where a table of codes is made."""
    vain = ", ".join(option for option, value in asked.items() if value)
    if vain:
        raise typer.BadParameter(
            f"a table of codes has no {vain}: leave it away", param_hint="'--as'"
        )


def _write_codes(imported: lg.ImportedCodes, out: Path, lang: str, *, quiet: bool) -> None:
    """Write the concepts as a table; what was not taken is counted where the table is on stdout."""
    said = list(imported.said(lang))
    text = lg.csv_text([imported.heads, *imported.rows])
    if out == STDOUT:
        give(text, lg.BOM)
        say(*said, quiet=quiet)
        return
    lg.write_file(out, lg.BOM + text)
    if imported.left:
        print_table(imported.left_table(lang))
    say(*said, f"{out}", quiet=quiet)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command("import")(import_)
