"""The forms of what SPARQL answers: of queries put to a model, and of what a store has counted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from lumme_graph.base.form import Form, Forms
from lumme_graph.outputs.render import RenderOne
from lumme_graph.reports.look import PLAIN, Look

if TYPE_CHECKING:
    from lumme_graph.analysis.coverage.counts import CoverageCounts
    from lumme_graph.rdf.sparql.answered import QueryAnswer


def _counts_text(found: CoverageCounts, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.reports.coverage import stored

    return stored.text(found, Speaker(lang), look)


def _counts_json(found: CoverageCounts, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.coverage import stored

    return stored.data(found)


def _query_text(found: QueryAnswer, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.reports.answers import of_query

    if found.is_triples:
        return found.written("turtle")
    rows = [[found.short(value) for value in row] for row in found.terms()]
    return of_query.text(found.columns, rows, found.truth, Speaker(lang), look)


def _query_written(
    found: QueryAnswer, /, lang: str = "en", look: Look = PLAIN, *, form: str
) -> str:
    return found.written(form)


def queries_text(lang: str = "en", look: Look = PLAIN) -> str:
    """The named queries of SPARQL, each with what it answers."""
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.rdf.sparql.named import named_queries
    from lumme_graph.reports.answers import of_query

    rows = ((one.name, one.answers) for one in named_queries().values())
    return of_query.listed(rows, Speaker(lang), look)


COUNT_FORMS: Final[Forms[RenderOne[CoverageCounts]]] = Forms(
    Form("text", "txt", _counts_text),
    Form("json", "json", _counts_json),
)
"""Of coverage in numbers alone."""

QUERY_FORMS: Final[Forms[RenderOne[QueryAnswer]]] = Forms(
    Form("text", "txt", _query_text),
    Form("csv", "csv", partial(_query_written, form="csv")),
    Form("tsv", "tsv", partial(_query_written, form="tsv")),
    Form("json", "json", partial(_query_written, form="json")),
    Form("xml", "xml", partial(_query_written, form="xml")),
    Form("turtle", "ttl", partial(_query_written, form="turtle")),
    Form("ntriples", "nt", partial(_query_written, form="ntriples")),
)
"""Of the answer to a query of SPARQL: rows, and yes or no, in the first five; triples in text too."""
