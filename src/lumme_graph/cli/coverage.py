"""`lumme coverage`: what the service guide covers, and what it does not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Final

import typer

import lumme_graph as lg
from lumme_graph.cli._own_code import Trust, say_not_run
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Tags,
    give,
    look_of,
    one_of,
    read_or_exit,
    say,
    say_statement,
    whole,
)

GROUPINGS: Final = ("kind", "library", "language", "profile")
UNKNOWN_AS: Final = ("gap", "apart")
FORMS: Final = {**lg.COVERAGE_FORMS, **lg.HISTORY_FORMS}


def coverage(
    model: Annotated[
        Path | None,
        typer.Argument(
            metavar="MODEL", help="The model's folder; not with --endpoint.", show_default=False
        ),
    ] = None,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="More files of --history.")
    ] = None,
    by: Annotated[str | None, one_of(GROUPINGS, "--by", help="Group by one thing only.")] = None,
    form: Annotated[
        str | None,
        one_of(FORMS, "--format", help="The format [default: by -o's name, else text]."),
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
        str | None,
        one_of(UNKNOWN_AS, "--unknown", help="How unknown offers count [default: the model's]."),
    ] = None,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="ID", help="Only what this profile uses.")
    ] = None,
    municipality: Annotated[
        str | None,
        typer.Option("--municipality", metavar="ID", help="Only the libraries that serve it."),
    ] = None,
    tag: Tags = None,
    history: Annotated[
        list[Path] | None,
        typer.Option(
            "--history", metavar="FILE...", help="Saved JSON of other days, to compare with."
        ),
    ] = None,
    endpoint: Annotated[
        str | None,
        typer.Option(
            "--endpoint", metavar="URL", help="A triple store that counts it, in numbers alone."
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option("--base", metavar="IRI", help="Which model of several in that store."),
    ] = None,
    trust: Trust = False,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
) -> None:
    """Say what the service guide covers, what it does not, and what to write next."""
    options = lg.CoverageOptions(
        least, baseline, update, accept, relaxed, unknown, profile, municipality, tag
    )
    if endpoint is not None:
        if model is not None:
            raise typer.BadParameter("leave it out: the store has its own", param_hint="MODEL")
        if by == "profile" or options != lg.CoverageOptions(least) or history:
            raise typer.BadParameter(
                "a store gives numbers alone: with it go --base, --by kind, library or language, "
                "--min, --format, --out, --as-of and --lang",
                param_hint="--endpoint",
            )
        passes = _of_store(lg.coverage_at(endpoint, base, as_of), by, form, out, lang, least)
        raise typer.Exit(int(not passes))
    wanted = [(file, _form(file, form)) for file in out or (None,)]
    saved = _saved(history, files)
    graph = read_or_exit(_named(model), lang, as_of, trust=trust)
    say_not_run(graph, lang)
    found = lg.assess_with(graph, options)
    past = lg.coverage_history(found, saved) if saved else None
    for file, name in wanted:
        look = lg.Look(by=by) if file else look_of(sys.stdout, by=by)
        text = (
            _over_time(past, found.coverage, name, lang, look)
            if past
            else _rendered(found, name, lang, look)
        )
        _give(text, file, name, graph, lang)
    raise typer.Exit(int(not found.passes))


def _named(model: Path | None) -> Path:
    if model is None:
        raise typer.BadParameter("name the model's folder, or an --endpoint", param_hint="MODEL")
    whole(model)
    return model


def _of_store(
    found: lg.CoverageCounts,
    by: str | None,
    form: str | None,
    out: list[Path] | None,
    lang: str,
    least: str | None,
) -> bool:
    """What a store has counted, printed or written; is it enough?"""
    asked = lg.Gate("minimum.total", "", found.total.done, lg.least_share(least))
    statement = lg.Speaker(lang)(found.statement).shown if found.statement else ""
    for file in out or (None,):
        name = _form(file, form)
        if name not in lg.COUNT_FORMS:
            raise typer.BadParameter(
                f"a store gives numbers alone: write {' or '.join(lg.COUNT_FORMS)}",
                param_hint="--format",
            )
        look = lg.Look(by=by) if file else look_of(sys.stdout, by=by)
        text = lg.COUNT_FORMS[name].render(found, lang, look)
        if file is not None:
            lg.write_file(file, f"{statement}\n\n{text}" if name == "text" else text)
        else:
            give(text)
            say(statement, quiet=not statement or name != "text")
    return asked.passes


def _form(out: Path | None, form: str | None) -> str:
    """The form that is asked for, else that which a file's name asks for; without either, text."""
    try:
        return lg.form_of(out, FORMS, form) if out else form or "text"
    except lg.FormError as error:
        raise typer.BadParameter(str(error), param_hint="--out") from None


def _saved(history: list[Path] | None, files: list[Path] | None) -> list[Path]:
    if files and not history:
        raise typer.BadParameter(
            f"what is {files[0]} for? Files belong to --history", param_hint="FILE"
        )
    return [*(history or ()), *(files or ())]


def _rendered(found: lg.Assessment, form: str, lang: str, look: lg.Look) -> str:
    if form not in lg.COVERAGE_FORMS:
        raise typer.BadParameter(
            "a picture is made of --history; the heat map by lumme draw --kind coverage",
            param_hint="--format",
        )
    return lg.COVERAGE_FORMS[form].render(found, lang, look)


def _over_time(past: lg.History, coverage: lg.Coverage, form: str, lang: str, look: lg.Look) -> str:
    if form not in lg.HISTORY_FORMS:
        raise typer.BadParameter(
            "of coverage over time there are text, json, md and svg", param_hint="--format"
        )
    return lg.HISTORY_FORMS[form].render(past, coverage, lang, look)


def _give(text: str, out: Path | None, form: str, graph: lg.ServiceGraph, lang: str) -> None:
    """To a file, whole, or to the standard output; a text with what must be said of its model."""
    if out is None:
        if form == "text":
            say_statement(graph, lang)
        give(text, FORMS[form].opening)
    else:
        speak = graph.speaker(lang)
        statement = lg.statement_in(graph.settings, speak) if form == "text" else ""
        said = "\n\n".join(filter(None, [statement, text]))
        lg.write_file(out, f"{FORMS[form].opening}{said}")


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(coverage)
