"""The forms of what is computed from a model, by name: for command line, build and API.

Drawings and RDF have theirs in `drawing.forms` and `rdf.forms`. What renders a form is imported
when it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from lumme_graph.base.form import Form, Forms
from lumme_graph.outputs.render import RenderOne, RenderTwo
from lumme_graph.reports.look import PLAIN, Look

if TYPE_CHECKING:
    from lumme_graph.analysis.coverage.result import Coverage
    from lumme_graph.assessment.assess import Assessment
    from lumme_graph.assessment.history import History
    from lumme_graph.base.finding import Finding
    from lumme_graph.graph.service_graph import ServiceGraph
    from lumme_graph.indicators.queries import Query
    from lumme_graph.questions.answers import Answer
    from lumme_graph.questions.asking import Question

BOM: Final = "\ufeff"
"""Begins a CSV file: without it spreadsheets take å and ŵ for two letters each.

Readers of data (pandas, polars, R, DuckDB, Python's `utf-8-sig`) pass over it.
"""


def _findings_text(
    graph: ServiceGraph, findings: Iterable[Finding], /, lang: str = "en", look: Look = PLAIN
) -> str:
    from lumme_graph.reports.findings import to_text

    return to_text.render(findings, graph.speaker(lang), look)


def _findings_json(
    graph: ServiceGraph, findings: Iterable[Finding], /, lang: str = "en", look: Look = PLAIN
) -> str:
    from lumme_graph.reports.findings import to_json

    return to_json.render(findings, graph, lang)


def _findings_sarif(
    graph: ServiceGraph, findings: Iterable[Finding], /, lang: str = "en", look: Look = PLAIN
) -> str:
    from lumme_graph.reports.findings import to_sarif

    return to_sarif.render(findings, graph, lang)


def _answer_text(
    graph: ServiceGraph, answer: Answer, /, lang: str = "en", look: Look = PLAIN
) -> str:
    from lumme_graph.reports.answers import to_text

    return to_text.render(answer, graph.speaker(lang), look)


def _answer_json(
    graph: ServiceGraph, answer: Answer, /, lang: str = "en", look: Look = PLAIN
) -> str:
    from lumme_graph.reports.answers import to_json

    return to_json.render(answer, graph, lang)


def _answer_csv(
    graph: ServiceGraph, answer: Answer, /, lang: str = "en", look: Look = PLAIN
) -> str:
    from lumme_graph.reports.answers import to_csv

    return to_csv.render(answer, graph, lang)


def _questions_text(
    questions: Mapping[str, Question],
    queries: Mapping[str, Query],
    /,
    lang: str = "en",
    look: Look = PLAIN,
) -> str:
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.reports.answers import to_text

    return to_text.render_list(questions.values(), queries.values(), Speaker(lang), look)


def _questions_json(
    questions: Mapping[str, Question],
    queries: Mapping[str, Query],
    /,
    lang: str = "en",
    look: Look = PLAIN,
) -> str:
    from lumme_graph.reports.answers import to_json

    return to_json.render_list(questions.values(), queries.values())


def _questions_csv(
    questions: Mapping[str, Question],
    _: Mapping[str, Query],
    /,
    lang: str = "en",
    look: Look = PLAIN,
) -> str:
    from lumme_graph.reports.answers import to_csv

    return to_csv.render_list(questions.values())


def _coverage_text(found: Assessment, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.coverage import to_text

    return to_text.render(found, found.coverage.graph.speaker(lang), look)


def _coverage_json(found: Assessment, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.coverage import to_json

    return to_json.render(found, lang)


def _coverage_csv(found: Assessment, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.coverage import to_csv

    return to_csv.render(found, lang)


def _coverage_markdown(found: Assessment, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.coverage import to_markdown

    return to_markdown.render(found, lang)


def _coverage_html(found: Assessment, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.coverage import to_html

    return to_html.render(found, lang)


def _coverage_sarif(found: Assessment, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.coverage import to_sarif

    return to_sarif.render(found, lang)


def _coverage_junit(found: Assessment, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.coverage import to_junit

    return to_junit.render(found, lang)


def _history_text(
    past: History, coverage: Coverage, /, lang: str = "en", look: Look = PLAIN
) -> str:
    from lumme_graph.reports.coverage import history

    return history.text(past, coverage, coverage.graph.speaker(lang), look)


def _history_json(
    past: History, coverage: Coverage, /, lang: str = "en", look: Look = PLAIN
) -> str:
    from lumme_graph.reports.coverage import history

    return history.render(past, coverage, "json", lang)


def _history_markdown(
    past: History, coverage: Coverage, /, lang: str = "en", look: Look = PLAIN
) -> str:
    from lumme_graph.reports.coverage import history

    return history.render(past, coverage, "md", lang)


def _history_svg(past: History, coverage: Coverage, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.drawing.chart import chart_svg
    from lumme_graph.views.history import chart

    return chart_svg(chart(past, coverage, coverage.graph.speaker(lang)))


def _uses_text(graph: ServiceGraph, id_: str, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.graph.where_used import where_used
    from lumme_graph.reports import where_used as report

    return report.text(where_used(graph, id_), graph.speaker(lang), look.width)


def _uses_json(graph: ServiceGraph, id_: str, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.graph.where_used import where_used
    from lumme_graph.reports import where_used as report

    return report.data(graph, id_, where_used(graph, id_), graph.speaker(lang))


def _schema_json(graph: ServiceGraph | None, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.schema import json_schema

    return json_schema.render(json_schema.schema_of(graph))


def _schema_markdown(_: ServiceGraph | None, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.schema.pages import kinds_page

    return kinds_page(lang)


def _schema_owl(_: ServiceGraph | None, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.rdf.ontology import ontology

    return ontology()


def _schema_shacl(graph: ServiceGraph | None, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.rdf.shapes import shapes

    return shapes(graph.settings.languages.all if graph else ())


def _schema_context(graph: ServiceGraph | None, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.rdf.context import context

    return context(graph.settings.base if graph else "")


def _schema_html(_: ServiceGraph | None, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.rdf.terms_page import terms_page
    from lumme_graph.reports.vocabulary import render

    return render(terms_page(), lang)


FINDING_FORMS: Final[Forms[RenderTwo[ServiceGraph, Iterable[Finding]]]] = Forms(
    Form("text", "txt", _findings_text),
    Form("json", "json", _findings_json),
    Form("sarif", "sarif", _findings_sarif),
)
"""Of findings, beside their graph."""

ANSWER_FORMS: Final[Forms[RenderTwo[ServiceGraph, Answer]]] = Forms(
    Form("text", "txt", _answer_text),
    Form("json", "json", _answer_json),
    Form("csv", "csv", _answer_csv, BOM),
)
"""Of an answer, beside its graph."""

QUESTION_FORMS: Final[Forms[RenderTwo[Mapping[str, Question], Mapping[str, Query]]]] = Forms(
    Form("text", "txt", _questions_text),
    Form("json", "json", _questions_json),
    Form("csv", "csv", _questions_csv, BOM),
)
"""Of the list of questions, and of the queries of indicators."""

COVERAGE_FORMS: Final[Forms[RenderOne[Assessment]]] = Forms(
    Form("text", "txt", _coverage_text),
    Form("json", "json", _coverage_json),
    Form("csv", "csv", _coverage_csv, BOM),
    Form("md", "md", _coverage_markdown),
    Form("html", "html", _coverage_html),
    Form("sarif", "sarif", _coverage_sarif),
    Form("junit", "xml", _coverage_junit),
)
"""Of the judgement on the guide."""

HISTORY_FORMS: Final[Forms[RenderTwo[History, Coverage]]] = Forms(
    Form("text", "txt", _history_text),
    Form("json", "json", _history_json),
    Form("md", "md", _history_markdown),
    Form("svg", "svg", _history_svg),
)
"""Of coverage over time, beside today's."""

USE_FORMS: Final[Forms[RenderTwo[ServiceGraph, str]]] = Forms(
    Form("text", "txt", _uses_text),
    Form("json", "json", _uses_json),
)
"""Of all that refers to an id, beside its graph."""

SCHEMA_FORMS: Final[Forms[RenderOne[ServiceGraph | None]]] = Forms(
    Form("jsonschema", "json", _schema_json),
    Form("md", "md", _schema_markdown),
    Form("owl", "ttl", _schema_owl),
    Form("shacl", "shacl", _schema_shacl),
    Form("context", "jsonld", _schema_context),
    Form("html", "html", _schema_html),
)
"""Of the declarations: a schema for editors, with the ids of a graph; the page of all kinds; the
own vocabulary as ontology, as shapes, with the languages of a graph, as context, and as a page."""
