"""What a part of the people find in the guide: each item, and where it is told in each language."""

from __future__ import annotations

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.label import Joined, Label, Message
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.names import joined, name_label
from lumme_graph.views.cell_rows import SIGNS, where
from lumme_graph.views.standing import marked
from lumme_graph.views.table import Table, table

_TOLD = Label("What is found in the guide")
_ITEM = Label("Item")
_KIND = Label("Kind")
_LIBRARIES = Label("Libraries")
_UNKNOWN = Label("not known whether offered")
_NO_TEXT = Label("no text yet: {names}")


def told(coverage: Coverage, speak: Speaker) -> Table:
    """Each item with its sections by name in each language; libraries with the same share a row."""
    rows: list[tuple[Sayable, ...]] = []
    for item in coverage.items:
        by_library: dict[str, list[Cell]] = {}
        for cell in coverage.of(item):
            by_library.setdefault(cell.library.id, []).append(cell)
        same: dict[tuple[Message, ...], list[Organisation]] = {}
        for cells in by_library.values():
            same.setdefault(tuple(map(_said, cells)), []).append(cells[0].library)
        head = (marked(item), item.kind.label)
        rows += [(*head, *words, where(coverage, found)) for words, found in same.items()]
    languages = (speak.language(tag) for tag in coverage.languages)
    heads: tuple[Sayable | Said, ...] = (_ITEM, _KIND, *languages, _LIBRARIES)
    return table(speak, _TOLD, heads, rows)


def _said(cell: Cell) -> Message:
    """A cell in words: its sign, its state, and the sections that tell of it."""
    sign = SIGNS[cell.state]
    if cell.state is CellState.UNKNOWN:
        return Joined((sign, _UNKNOWN), " ")
    if cell.state is CellState.EXEMPT:
        return Joined((sign, cell.state.label), " ")
    names = joined([name_label(section) for section in cell.sections])
    if cell.state is CellState.COVERED:
        return Joined((sign, names), " ")
    word = cell.state.label
    if not cell.sections:
        return Joined((sign, word), " ")
    if cell.state is CellState.MISSING:
        return Joined((sign, " ", word, " (", _NO_TEXT.fill(names=names), ")"), "")
    return Joined((sign, " ", word, ": ", names), "")
