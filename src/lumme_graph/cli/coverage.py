"""`lumme coverage`: what the service guide covers, and what it does not."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    choice,
    give,
    read_or_exit,
    say_statement,
    width_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lumme_graph.assessment.assess import Assessment
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.graph.service_graph import ServiceGraph
    from lumme_graph.views.table import Table


class Format(StrEnum):
    """How coverage is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    HTML = "html"
    SARIF = "sarif"
    JUNIT = "junit"
    SVG = "svg"


class By(StrEnum):
    """How coverage is grouped."""

    KIND = "kind"
    LIBRARY = "library"
    LANGUAGE = "language"
    PROFILE = "profile"


class Unknown(StrEnum):
    """How cells count where the offer is not known."""

    GAP = "gap"
    APART = "apart"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".md": Format.MD,
    ".html": Format.HTML,
    ".sarif": Format.SARIF,
    ".xml": Format.JUNIT,
    ".svg": Format.SVG,
}
"""The format that the name of a file asks for."""


def coverage(
    model: Model,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="More files of --history.")
    ] = None,
    by: Annotated[By | None, choice(By, "--by", help="Group by one thing only.")] = None,
    form: Annotated[
        Format | None,
        choice(Format, "--format", help="The format [default: by -o's name, else text]."),
    ] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            "--out", "-o", help="A file to write; say it again for more [default: print]."
        ),
    ] = None,
    least: Annotated[
        str | None, typer.Option("--min", metavar="PERCENT", help="Fail below this share.")
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Known gaps; only new ones fail."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update-baseline", help="Take closed gaps out of the baseline.")
    ] = False,
    accept: Annotated[
        str | None,
        typer.Option("--accept-new", metavar="REASON", help="Take new gaps into the baseline."),
    ] = None,
    relaxed: Annotated[
        bool, typer.Option("--relaxed", help="Gates count what is planned as done.")
    ] = False,
    unknown: Annotated[
        Unknown | None,
        choice(Unknown, "--unknown", help="How unknown offers count [default: the model's]."),
    ] = None,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="ID", help="Only what this profile uses.")
    ] = None,
    municipality: Annotated[
        str | None,
        typer.Option("--municipality", metavar="ID", help="Only the libraries that serve it."),
    ] = None,
    history: Annotated[
        list[Path] | None,
        typer.Option(
            "--history", metavar="FILE...", help="Saved JSON of other days, to compare with."
        ),
    ] = None,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
) -> None:
    """Say what the service guide covers, what it does not, and what to write next."""
    from lumme_graph.assessment.run import Asked, exit_code, judged
    from lumme_graph.elements.settings import UnknownAs

    how = UnknownAs(unknown) if unknown else None
    asked = Asked(least, baseline, update, accept, relaxed, how, profile, municipality)
    wanted = [(file, _format(form, file)) for file in out or (None,)]
    saved = _saved(history, files)
    graph = read_or_exit(model, lang, as_of)
    speak = graph.speaker(lang)
    found = judged(graph, asked)
    for file, form_ in wanted:
        width = None if file else width_of(sys.stdout)
        if saved:
            text = _over_time(found, saved, form_, speak, width)
        else:
            text = _rendered(found, form_, by, speak, width)
        _give(text, file, graph if form_ is Format.TEXT else None, speak)
    raise typer.Exit(exit_code(found))


def _format(form: Format | None, out: Path | None) -> Format:
    if form is not None or out is None:
        return form or Format.TEXT
    suffix = out.suffix.lower()
    if suffix not in SUFFIXES:
        names = ", ".join(SUFFIXES)
        raise typer.BadParameter(
            f"{out}: say the format, or end the name in {names}", param_hint="--out"
        )
    return SUFFIXES[suffix]


def _saved(history: list[Path] | None, files: list[Path] | None) -> list[Path]:
    if files and not history:
        raise typer.BadParameter(
            f"what is {files[0]} for? Files belong to --history", param_hint="FILE"
        )
    return [*(history or ()), *(files or ())]


def _rendered(
    found: Assessment, form: Format, by: By | None, speak: Speaker, width: int | None
) -> str:
    from lumme_graph.reports.coverage import to_csv as coverage_csv
    from lumme_graph.reports.coverage import to_html as coverage_html
    from lumme_graph.reports.coverage import to_json as coverage_json
    from lumme_graph.reports.coverage import to_junit as coverage_junit
    from lumme_graph.reports.coverage import to_markdown as coverage_markdown
    from lumme_graph.reports.coverage import to_sarif as coverage_sarif
    from lumme_graph.reports.csv_text import BOM

    writers = {
        Format.JSON: coverage_json.render,
        Format.CSV: coverage_csv.render,
        Format.MD: coverage_markdown.render,
        Format.HTML: coverage_html.render,
        Format.SARIF: coverage_sarif.render,
        Format.JUNIT: coverage_junit.render,
    }
    if form is Format.SVG:
        raise typer.BadParameter(
            "a picture is made of --history; the heat map by lumme draw --kind coverage",
            param_hint="--format",
        )
    if form not in writers:
        return _text(found, by, speak, width)
    return (BOM if form is Format.CSV else "") + writers[form](found, speak.lang)


def _text(found: Assessment, by: By | None, speak: Speaker, width: int | None) -> str:
    """Tables for people; with a group, that alone, and what fails."""
    from lumme_graph.reports.coverage import tables
    from lumme_graph.reports.wrapped import wrapped
    from lumme_graph.views.standing import LEGEND

    shown = _tables(tables.report(found, by, speak), width)
    if by:
        return shown
    last = (tables.method(found.write_next, speak).shown, f"{speak(LEGEND).shown}.")
    return shown + "".join(f"{wrapped(line, width)}\n" for line in reversed(last))


def _over_time(
    found: Assessment, saved: Sequence[Path], form: Format, speak: Speaker, width: int | None
) -> str:
    """What has changed since the saved results: tables, data or a picture."""
    from lumme_graph.drawing.history import render_chart
    from lumme_graph.reports.coverage import history as coverage_history
    from lumme_graph.reports.wrapped import wrapped
    from lumme_graph.views.history import chart, notes, report

    past = coverage_history.compared(found, saved)
    match form:
        case Format.SVG:
            return render_chart(chart(past, found.coverage, speak)).svg
        case Format.TEXT:
            shown = _tables(report(past, found.coverage, speak), width)
            return "".join(
                [shown, *(f"{wrapped(note.shown, width)}\n" for note in notes(past, speak))]
            )
        case Format.JSON | Format.MD:
            return coverage_history.render(past, found.coverage, form, speak.lang)
        case _:
            raise typer.BadParameter(
                "of coverage over time there are text, json, md and svg", param_hint="--format"
            )


def _tables(shown: Iterable[Table], width: int | None) -> str:
    from lumme_graph.cli._tables import laid_out

    return "".join(f"{laid_out(table, width)}\n" for table in shown)


def _give(text: str, out: Path | None, said_of: ServiceGraph | None, speak: Speaker) -> None:
    """To a file, whole, or to the standard output; a text with what must be said of its model."""
    from lumme_graph.base.files import write_file
    from lumme_graph.views.standing import statement_in

    if out is None:
        if said_of is not None:
            say_statement(said_of, speak)
        give(text)
    else:
        statement = statement_in(said_of.settings, speak) if said_of is not None else ""
        write_file(out, "\n\n".join(filter(None, [statement, text])))


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(coverage)
