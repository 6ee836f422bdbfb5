"""Cells of coverage as rows for people: what is alike is said once, and signs stand for states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.label import Label, Message
from lumme_graph.elements.guide import Section
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.names import joined, short_label

SIGNS: dict[CellState, str] = {
    CellState.COVERED: "●",
    CellState.STALE: "◐",
    CellState.PLANNED: "◐",
    CellState.UNTRANSLATED: "◐",
    CellState.MISSING: "○",
    CellState.UNKNOWN: "?",
    CellState.EXEMPT: "–",
}
"""The sign of each state, which always stands beside its word."""

_ALL = Label("all {n}")


class CellRow(NamedTuple):
    """Cells of one item in one state: every language at every library, by the same sections."""

    item: Coverable
    state: CellState
    languages: tuple[str, ...]
    libraries: tuple[Organisation, ...]
    sections: tuple[Section, ...]

    @property
    def cells(self) -> int:
        """How many cells they are."""
        return len(self.languages) * len(self.libraries)


def cell_rows(cells: Iterable[Cell]) -> list[CellRow]:
    """The cells as rows, in their order; languages with the same libraries share a row."""
    columns: dict[tuple[str, CellState, str, tuple[str, ...]], list[Cell]] = {}
    for cell in cells:
        sections = tuple(section.id for section in cell.sections)
        columns.setdefault((cell.item.id, cell.state, cell.language, sections), []).append(cell)
    rows: dict[tuple[object, ...], CellRow] = {}
    for (item, state, language, sections), same in columns.items():
        key = (item, state, sections, tuple(cell.library.id for cell in same))
        before = rows[key].languages if key in rows else ()
        libraries = tuple(cell.library for cell in same)
        first = same[0]
        rows[key] = CellRow(first.item, state, (*before, language), libraries, first.sections)
    return list(rows.values())


def where(coverage: Coverage, libraries: Sequence[Organisation]) -> Message:
    """Libraries in words: their municipalities, or all of them."""
    n = len(coverage.libraries)
    if len(libraries) == n > 1:
        return _ALL.fill(n=n)
    return joined([short_label(coverage.graph, library) for library in libraries])
