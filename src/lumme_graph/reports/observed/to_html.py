"""What was observed of a path as a page of HTML."""

from __future__ import annotations

from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.observed.result import Observed
from lumme_graph.reports.html.page import sheet, stated, table
from lumme_graph.reports.html.tree import h
from lumme_graph.views import observed as view


def render(graph: ServiceGraph, found: Observed, lang: str = "en") -> str:
    """The whole page: the sentence, the tables, the notes."""
    speak = graph.speaker(lang)
    title = speak(view.title(graph, found))
    body = h(
        "main",
        h("h1", title),
        stated(graph.settings.statement, speak),
        h("p", h("strong", view.sentence(graph, found, speak))),
        h("p", view.totals(found, speak)),
        [table(one) for one in view.tables(graph, found, speak)],
        h("ul", [h("li", one) for one in view.notes(found, speak)]),
    )
    return sheet(title.shown, speak.lang, body)
