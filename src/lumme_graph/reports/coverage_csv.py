"""Coverage as CSV: a row for each cell, for spreadsheets and data tools."""

from __future__ import annotations

from lumme_graph.checks.assessment import Assessment
from lumme_graph.graph.names import name_label
from lumme_graph.query.cells import Cell
from lumme_graph.reports.csv_text import csv_text

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
)


def render(found: Assessment, lang: str = "en") -> str:
    """The cells as text: ids for programs, names for people; lists have semicolons between."""
    return csv_text([HEADS, *(_row(cell, lang) for cell in found.coverage.cells)])


def _row(cell: Cell, lang: str) -> tuple[str, ...]:
    return (
        cell.item.id,
        name_label(cell.item).say(lang),
        cell.item.kind.prefix,
        cell.library.id,
        name_label(cell.library).say(lang),
        cell.language,
        cell.state.word,
        cell.state.label.say(lang),
        ";".join(section.id for section in cell.sections),
        "; ".join(name_label(section).say(lang) for section in cell.sections),
    )
