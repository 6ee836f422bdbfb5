"""Coverage as CSV: a row for each cell, for spreadsheets and data tools."""

from __future__ import annotations

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.assessment.assess import Assessment
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.names import name_label
from lumme_graph.reports.csv_text import csv_text
from lumme_graph.views.standing import standing_word, statement_in

HEADS = (
    "item",
    "item_name",
    "kind",
    "library",
    "library_name",
    "language",
    "state",
    "state_name",
    "sections",
    "section_names",
    "standing",
    "statement",
)
"""`standing` is on what the item stands; `statement` is in every row, so that none travels without."""


def render(found: Assessment, lang: str = "en") -> str:
    """The cells as text: ids for programs, names for people; lists have semicolons between."""
    graph = found.coverage.graph
    speak = graph.speaker(lang)
    statement = statement_in(graph.settings, speak)
    rows = (
        (*_row(cell, speak), standing_word(graph, cell.item.id), statement)
        for cell in found.coverage.cells
    )
    return csv_text([HEADS, *rows])


def _row(cell: Cell, speak: Speaker) -> tuple[str, ...]:
    return (
        cell.item.id,
        speak(name_label(cell.item)).words,
        cell.item.kind.prefix,
        cell.library.id,
        speak(name_label(cell.library)).words,
        cell.language,
        cell.state.word,
        speak(cell.state.label).words,
        ";".join(section.id for section in cell.sections),
        "; ".join(speak(name_label(section)).words for section in cell.sections),
    )
