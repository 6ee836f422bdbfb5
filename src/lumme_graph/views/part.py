"""What a part of the people find in the guide: each item, and where it is told in each language."""

from __future__ import annotations

from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.label import Label
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.names import name_label
from lumme_graph.views.cell_rows import SIGNS, where
from lumme_graph.views.coverage import LANGUAGES
from lumme_graph.views.standing import marked
from lumme_graph.views.table import Column, Table

_TOLD = Label("What is found in the guide")
_ITEM = Label("Item")
_KIND = Label("Kind")
_LIBRARIES = Label("Libraries")
_UNKNOWN = Label("not known whether offered")
_NO_TEXT = Label("no text yet: {names}")


def told(coverage: Coverage, lang: str) -> Table:
    """Each item with its sections by name in each language; libraries with the same share a row."""
    rows: list[tuple[str, ...]] = []
    for item in coverage.items:
        by_library: dict[str, list[Cell]] = {}
        for cell in coverage.of(item):
            by_library.setdefault(cell.library.id, []).append(cell)
        same: dict[tuple[str, ...], list[Organisation]] = {}
        for cells in by_library.values():
            words = tuple(_said(cell, lang) for cell in cells)
            same.setdefault(words, []).append(cells[0].library)
        head = (marked(item, lang), item.kind.label.say(lang))
        rows += [(*head, *words, where(coverage, found, lang)) for words, found in same.items()]
    heads = [_ITEM.say(lang), _KIND.say(lang)]
    heads += [language(tag, lang) for tag in coverage.languages]
    columns = tuple(Column(head) for head in (*heads, _LIBRARIES.say(lang)))
    return Table(_TOLD.say(lang), lang, columns, tuple(rows))


def language(tag: str, lang: str) -> str:
    """A language by its name, where we know it."""
    return LANGUAGES[tag].say(lang) if tag in LANGUAGES else tag


def _said(cell: Cell, lang: str) -> str:
    """A cell in words: its sign, its state, and the sections that tell of it."""
    sign = SIGNS[cell.state]
    if cell.state is CellState.UNKNOWN:
        return f"{sign} {_UNKNOWN.say(lang)}"
    if cell.state is CellState.EXEMPT:
        return f"{sign} {cell.state.label.say(lang)}"
    names = ", ".join(name_label(section).say(lang) for section in cell.sections)
    if cell.state is CellState.COVERED:
        return f"{sign} {names}"
    word = cell.state.label.say(lang)
    if cell.state is CellState.MISSING and names:
        return f"{sign} {word} ({_NO_TEXT.say(lang, names=names)})"
    return f"{sign} {word}: {names}" if names else f"{sign} {word}"
