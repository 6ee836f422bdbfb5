"""The search page: the hits for a question, and every page from A to Z."""

from __future__ import annotations

from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.search import all_pages, search_form
from lumme_graph.site.registry import PAGES
from lumme_graph.site.search_docs import search_docs


def body(here: Here) -> Body:
    """A field that keeps its hits in view, above the list of all pages."""
    form = search_form(here, id_="question", stays=True)
    return Body(
        title=here.say(PAGES["search"].name), main=[form, *all_pages(here, search_docs(here))]
    )
