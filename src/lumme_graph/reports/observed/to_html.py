"""What was observed of a path as a page of HTML."""

from __future__ import annotations

from base64 import b64encode

from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.observed.result import Observed
from lumme_graph.reports.html.page import sheet, stated, table
from lumme_graph.reports.html.tree import h
from lumme_graph.views import observed as view
from lumme_graph.views.brand import brand_of


def render(graph: ServiceGraph, found: Observed, lang: str = "en", picture: str = "") -> str:
    """The whole page: the sentence, the picture as SVG where there is one, the tables, the notes."""
    speak = graph.speaker(lang)
    title, said = speak(view.title(graph, found)), view.sentence(graph, found, speak)
    body = h(
        "main",
        h("h1", title),
        stated(graph.settings.statement, speak),
        h("p", h("strong", said)),
        h("p", view.totals(found, speak)),
        [h("div", h("img", src=_inline(picture), alt=said), class_="picture")] if picture else [],
        [table(one) for one in view.tables(graph, found, speak)],
        h("ul", [h("li", one) for one in view.notes(found, speak)]),
    )
    return sheet(title.shown, speak.lang, body, brand=brand_of(graph))


def _inline(svg: str) -> str:
    """A picture within the page, so that the page can be sent alone."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
