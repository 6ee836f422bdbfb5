"""Coverage as one page by itself, which needs no script and no other file."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.assessment.assess import Assessment
from lumme_graph.base.label import Label
from lumme_graph.graph.names import joined
from lumme_graph.reports.coverage import tables
from lumme_graph.reports.coverage.body import AS_OF, coverage_body, coverage_style
from lumme_graph.reports.html.page import sheet, stated
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.views.brand import brand_of
from lumme_graph.views.standing import LEGEND

_TITLE = Label("Coverage of the guide")
_UP = Label("Back to the top")


def render(found: Assessment, lang: str = "en", *, top: Iterable[Child] = ()) -> str:
    """The whole page; `top` is what stands above its title, such as links to other pages."""
    settings = found.coverage.graph.settings
    speak = found.coverage.graph.speaker(lang)
    title = speak(joined([_TITLE, joined([*tables.about(found), settings.name])], ": "))
    day = speak(AS_OF, day=found.coverage.day)
    up = h("a", speak(_UP), href="#top")
    return sheet(
        title.shown,
        speak.lang,
        h("header", top, h("h1", title, id="top"), stated(settings.statement, speak)),
        h("main", coverage_body(found, speak)),
        h("footer", h("p", speak(LEGEND), ". ", day, " ", up)),
        style=coverage_style(found),
        brand=brand_of(found.coverage.graph),
    )
