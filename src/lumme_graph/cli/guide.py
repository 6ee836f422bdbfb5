"""`lumme guide`: the service guide as a site and as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._own_code import Trust, say_not_run
from lumme_graph.cli._shared import (
    ENGLISH,
    AsOf,
    Language,
    Model,
    Quiet,
    earlier,
    errors_of,
    one_of,
    print_findings,
    read_or_exit,
    say,
)

_BOTH = "both"
_EDITIONS = (_BOTH, "customer", "staff")
_ON_PAGES = {"LG203", "LG217"}
"""The findings that readers see as holes: words in another language, dead links and pictures."""


def guide(
    model: Model,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="The folder of the site.", show_default=False),
    ] = None,
    pdf: Annotated[
        Path | None,
        typer.Option(
            "--pdf",
            metavar="FILE",
            help="The guide as one PDF, in --lang; for customers, if not --edition staff.",
        ),
    ] = None,
    edition: Annotated[
        str,
        one_of(_EDITIONS, "--edition", help="For whom: customers at the root, staff below staff/."),
    ] = _BOTH,
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="Where it will be published: for its sitemap and feed.",
        ),
    ] = "",
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="OLD",
            help="The page of changes compares with this: a folder, or a revision of git.",
        ),
    ] = None,
    with_pdf: Annotated[
        bool, typer.Option("--with-pdf", help="Put the guide as PDF on the site, in each language.")
    ] = False,
    font: Annotated[
        list[Path] | None,
        typer.Option("--font", metavar="FILE", help="A font for letters that the PDF lacks."),
    ] = None,
    trust: Trust = False,
    lang: Language = ENGLISH,
    as_of: AsOf = None,
    quiet: Quiet = False,
) -> None:
    """Publish the service guide: as a site in every language, or as a PDF in one.

    Of a model with errors nothing is published: they are printed, and it exits 1.
    """
    if out is None and pdf is None:
        raise lg.OutputError("say where to publish: -o FOLDER for the site, --pdf FILE for a PDF")
    if base_url and out is None:
        raise lg.OutputError("--base-url is of a site: say its folder too, -o FOLDER")
    graph = read_or_exit(model, lang, as_of, trust=trust)
    say_not_run(graph, lang)
    _stop_at_errors(graph, lang, out, pdf)
    holes = [finding for finding in lg.check(graph) if finding.code in _ON_PAGES]
    if holes and not quiet:
        print_findings(graph, holes, lang, err=True, sums=False)
    editions = tuple(lg.Edition) if edition == _BOTH else (lg.Edition(edition),)
    before = earlier(since, model, lang, sound=False) if since else None
    made = (
        lg.build(
            graph,
            lang,
            editions=editions,
            base_url=base_url,
            since=before,
            with_pdf=with_pdf,
            out=out,
        )
        if out
        else None
    )
    if pdf:
        _write_pdf(graph, pdf, lang, editions[0], lg.with_extra(font or []), quiet=quiet)
    if out is None or made is None:
        return
    made.write(out)
    say(*made.notes, made.summary, f"{out / made.door}", quiet=quiet)
    raise typer.Exit(made.exit_code)


def _stop_at_errors(graph: lg.ServiceGraph, lang: str, out: Path | None, pdf: Path | None) -> None:
    """Print the errors of a model, where there are any, and exit 1."""
    if errors := errors_of(graph):
        print_findings(graph, errors, lang, err=True)
        say(_nothing_published(out, pdf))
        raise typer.Exit(1)


def _nothing_published(out: Path | None, pdf: Path | None) -> str:
    """That it is so, and what of an earlier time is still there."""
    site = [f"the site in {out} is as it was"] if out and out.exists() else []
    booklet = [f"{pdf} is as it was"] if pdf and pdf.exists() else []
    return "; ".join(["nothing was published", *site, *booklet])


def _write_pdf(
    graph: lg.ServiceGraph,
    file: Path,
    lang: str,
    edition: lg.Edition,
    fonts: lg.Fonts,
    *,
    quiet: bool,
) -> None:
    """Write the guide as a PDF; say where it is, and what in it no font can show."""
    lg.write_file(file, lg.guide_pdf(graph, lang=lang, edition=edition, fonts=fonts))
    say(str(file), quiet=quiet)
    if lacking := lg.guide_lacking(graph, lang=lang, edition=edition, fonts=fonts):
        say(f"lumme: no font here has {lacking}; name one that has: --font FILE")


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(guide)
