"""A model written for other programs: every form by name, for the command line and the API."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from lumme_graph.base.form import Form, FormError, Forms
from lumme_graph.base.label import Message
from lumme_graph.rdf.forms import RDF_FORMS

if TYPE_CHECKING:
    from lumme_graph.graph.service_graph import ServiceGraph


class ExportOptions(NamedTuple):
    """What is asked of an export.

    The language is that of words for people; RDF alone writes what is private, or a graph for
    each file of the model.
    """

    lang: str = "en"
    private: bool = False
    by_file: bool = False


Notes = tuple[Message, ...]
"""What there is to say of an export, such as how much has no place in its form."""

RenderExport = Callable[["ServiceGraph", Path | IO[bytes], ExportOptions], Notes]
"""Writes a graph to a file, a folder or a stream."""


def _rdf(form: str, graph: ServiceGraph, out: Path | IO[bytes], options: ExportOptions) -> Notes:
    from lumme_graph.rdf.write import write_rdf

    write_rdf(graph, out, form, private=options.private, by_file=options.by_file)
    return ()


def as_file(
    render: Callable[[ServiceGraph, str], str | bytes],
    graph: ServiceGraph,
    out: Path | IO[bytes],
    options: ExportOptions,
) -> Notes:
    """Write what a function of a graph and a language gives as one file or to a stream."""
    from lumme_graph.base.files import write_file

    content = render(graph, options.lang)
    data = content.encode() if isinstance(content, str) else content
    if isinstance(out, Path):
        write_file(out, data)
    else:
        out.write(data)
    return ()


def _hsds(graph: ServiceGraph, out: Path | IO[bytes], options: ExportOptions) -> Notes:
    from lumme_graph.exchange.hsds.package import hsds_export
    from lumme_graph.outputs.packages import hsds_files, write_package

    made = hsds_export(graph)
    if not any(package.tables for package in made.packages):
        raise FormError("hsds tells of libraries and their services; the model has no libraries")
    write_package(hsds_files(made.packages), out)
    return made.notes


def _ptv(graph: ServiceGraph, out: Path | IO[bytes], options: ExportOptions) -> Notes:
    from lumme_graph.exchange.ptv.paste import ptv_sheet
    from lumme_graph.outputs.pasted import paste_notes, write_paste

    made = ptv_sheet(graph, options.lang)
    write_paste(made, graph, out, options.lang)
    return paste_notes(made)


def _ical(graph: ServiceGraph, out: Path | IO[bytes], options: ExportOptions) -> Notes:
    from lumme_graph.exchange.calendar.ical import calendar

    made = calendar(graph, options.lang)
    as_file(lambda _graph, _lang: made.data, graph, out, options)
    return made.notes


def _actions_csv(graph: ServiceGraph, lang: str) -> str:
    from lumme_graph.graph.day import Day
    from lumme_graph.outputs.forms import BOM
    from lumme_graph.reports.csv_text import csv_text
    from lumme_graph.views.actions import actions_table

    found = actions_table(Day.of(graph), graph.speaker(lang))
    return f"{BOM}{csv_text([found.heads, *found.lines])}"


EXPORT_FORMS: Final[Forms[RenderExport]] = Forms(
    *(Form(form.name, form.suffix, partial(_rdf, form.name)) for form in RDF_FORMS.values()),
    Form("hsds", "zip", _hsds),
    Form("ptv", "html", _ptv),
    Form("ical", "ics", _ical),
    Form("actions", "csv", partial(as_file, _actions_csv)),
)
"""Of a model, for other programs: RDF, and the files of other people's systems."""
