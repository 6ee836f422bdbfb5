"""What was observed of a path as Markdown, for a page or a comment."""

from __future__ import annotations

from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.observed.result import Observed
from lumme_graph.reports.markdown import escaped
from lumme_graph.views import observed as view
from lumme_graph.views.standing import statement_in
from lumme_graph.views.table import Table, words


def render(graph: ServiceGraph, found: Observed, lang: str = "en") -> str:
    """The observation: the sentence, the tables, the notes."""
    speak = graph.speaker(lang)
    statement = statement_in(graph.settings, speak)
    parts = [f"## {escaped(speak(view.title(graph, found)).shown)}"]
    parts += [f"> {escaped(statement)}"] if statement else []
    parts += [
        f"**{escaped(view.sentence(graph, found, speak))}**",
        escaped(view.totals(found, speak)),
    ]
    for one in view.tables(graph, found, speak):
        parts += [f"### {escaped(one.title)}", _table(one)]
    notes = (f"- {escaped(one.shown)}" for one in view.notes(found, speak))
    return "\n\n".join(part for part in (*parts, "\n".join(notes)) if part) + "\n"


def _table(data: Table) -> str:
    heads = " | ".join(escaped(words(column.label)) for column in data.columns)
    lines = " | ".join("--:" if column.align == "right" else "---" for column in data.columns)
    rows = (" | ".join(escaped(cell) for cell in row) for row in data.lines)
    return "\n".join(f"| {line} |" for line in (heads, lines, *rows))
