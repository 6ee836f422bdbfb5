"""The forms of what was observed of a path; its drawings have those of every drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lumme_graph.base.form import Form, Forms
from lumme_graph.outputs.forms import BOM
from lumme_graph.outputs.render import RenderTwo
from lumme_graph.reports.look import PLAIN, Look

if TYPE_CHECKING:
    from lumme_graph.graph.service_graph import ServiceGraph
    from lumme_graph.observed.result import Observed


def _text(graph: ServiceGraph, found: Observed, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.observed import to_text

    return to_text.render(graph, found, graph.speaker(lang), look)


def _json(graph: ServiceGraph, found: Observed, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.observed import to_json

    return to_json.render(graph, found, lang)


def _csv(graph: ServiceGraph, found: Observed, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.observed import to_csv

    return to_csv.render(graph, found, lang)


def _markdown(graph: ServiceGraph, found: Observed, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.reports.observed import to_markdown

    return to_markdown.render(graph, found, lang)


def _html(graph: ServiceGraph, found: Observed, /, lang: str = "en", look: Look = PLAIN) -> str:
    from lumme_graph.drawing.draw_observed import draw_observed
    from lumme_graph.reports.observed import to_html

    picture = "" if found.is_too_small else draw_observed(graph, found, lang=lang).svg
    return to_html.render(graph, found, lang, picture)


OBSERVED_FORMS: Final[Forms[RenderTwo[ServiceGraph, Observed]]] = Forms(
    Form("text", "txt", _text),
    Form("json", "json", _json),
    Form("csv", "csv", _csv, BOM),
    Form("md", "md", _markdown),
    Form("html", "html", _html),
)
"""Of what was observed of a path, beside its graph."""
