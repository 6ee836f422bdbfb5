"""What was observed of a path for people: a sentence, tables, and how to read them."""

from __future__ import annotations

from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.observed.result import Observed
from lumme_graph.reports.layout import table_text
from lumme_graph.reports.look import PLAIN, Look
from lumme_graph.reports.wrapped import wrapped
from lumme_graph.views import observed as view


def render(graph: ServiceGraph, found: Observed, speak: Speaker, look: Look = PLAIN) -> str:
    """The observation as text; in short unless the look asks for the whole."""
    said = [
        speak(view.title(graph, found)).shown,
        view.sentence(graph, found, speak),
        view.totals(found, speak),
    ]
    made = [f"{wrapped(line, look.width)}\n" for line in said if line]
    tables = view.tables(graph, found, speak, whole=look.whole)
    made += [f"{table_text(one, look)}\n" for one in tables]
    notes = view.notes(found, speak, whole=look.whole)
    return "\n".join([*made, "".join(f"{wrapped(one.shown, look.width)}\n" for one in notes)])
