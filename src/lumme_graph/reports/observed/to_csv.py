"""What was observed of a path as CSV: a row for each step, way and name, told by the first column."""

from __future__ import annotations

from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.observed.result import Observed
from lumme_graph.reports.csv_text import csv_text
from lumme_graph.views import observed as view
from lumme_graph.views.standing import statement_in


def render(graph: ServiceGraph, found: Observed, lang: str = "en") -> str:
    """The rows as text; the last ones are the answer in a sentence, and the model's statement."""
    speak = graph.speaker(lang)
    rows = found.records()
    heads = list(rows[0])
    lines = [heads, *([_cell(row[head]) for head in heads] for row in rows)]
    rest = {
        "note": view.sentence(graph, found, speak),
        "statement": statement_in(graph.settings, speak),
    }
    blank = [""] * (len(heads) - 2)
    lines += [[part, words, *blank] for part, words in rest.items() if words]
    return csv_text(lines)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)
