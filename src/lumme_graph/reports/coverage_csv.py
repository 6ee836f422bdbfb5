"""Coverage as CSV: a row for each cell, for spreadsheets and data tools."""

from __future__ import annotations

import csv
import io

from lumme_graph.checks.assessment import Assessment
from lumme_graph.graph.names import name_label
from lumme_graph.query.cells import Cell
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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(found: Assessment, lang: str = "en") -> str:
    """The cells as text: ids for programs, names for people; lists have semicolons between."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADS)
    graph = found.coverage.graph
    statement = statement_in(graph.settings, lang)
    for cell in found.coverage.cells:
        stands = standing_word(graph, cell.item.id)
        writer.writerow(guarded(value) for value in (*_row(cell, lang), stands, statement))
    return out.getvalue()


def guarded(value: str) -> str:
    """A value that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("A = B")
    ("'=1+1", 'A = B')
    """
    return f"'{value}" if value.startswith(_FORMULA) else value


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
