"""A model as a book of sheets, and the book as a file or folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from lumme_graph.base.finding import Finding
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.sheets.base_state import FRONT, state_of, state_sheet
from lumme_graph.sheets.book import BookSheet, Seen, SheetBook, sheet_titles
from lumme_graph.sheets.columns import tables
from lumme_graph.sheets.files import write_sheets
from lumme_graph.sheets.front import TITLE, SheetEntry, front_sheet
from lumme_graph.sheets.layout import Choices, SheetLayout
from lumme_graph.sheets.marks import CellMarks, marks_of
from lumme_graph.sheets.matrix import MATRICES, fits, matrix_sheet
from lumme_graph.sheets.names import in_english, names_of, tags_of

Progress = Callable[[int, int], None]
"""Is told how many of how many steps are done."""

_COLOURS: Final = {
    "evidence": "8A8F93",
    "subjects": "8A8F93",
    "who": "4C7A5B",
    "groups": "4C7A5B",
    "project": "8C6BB1",
    "offer": "1F77B4",
    "customers": "D17A22",
    "events": "B5A642",
    "development": "B5A642",
    "journeys": "C0504D",
    "promise": "2E8B8B",
    "guide": "2F5597",
}


def write_book(
    graph: ServiceGraph,
    path: AnyPath,
    format: str | None = None,  # noqa: A002
    *,
    lang: str = "en",
    findings: Iterable[Finding] = (),
    done: Progress | None = None,
) -> SheetBook:
    """Write a model as a book: XLSX, or a folder of CSV files where `format` is `csv`.

    `findings` are marked in the cells that they are about. Raises `KnownError` where what a
    spreadsheet needs is not installed, `OutputError` where the book cannot be written.
    """
    need_graph(graph)
    book = book_of(graph, lang=lang, findings=findings, done=done)
    write_sheets(book, path_of(path), format)
    return book


def book_of(
    graph: ServiceGraph,
    *,
    lang: str = "en",
    findings: Iterable[Finding] = (),
    done: Progress | None = None,
    extra: Sequence[BookSheet] = (),
) -> SheetBook:
    """A model as a book; `extra` sheets stand after the matrices."""
    from lumme_graph import __version__

    speak = graph.speaker(lang)
    names = names_of(graph, speak)
    choices = Choices(names)
    layout = SheetLayout(
        names, choices, marks_of(graph, findings) if findings else CellMarks(), tags_of(graph)
    )
    all_tables = tables()
    wished = [speak.capital(table.label).words for table in all_tables]
    matrix_words = [speak.capital(matrix.label).words for matrix in MATRICES]
    front, *titles = sheet_titles([speak(TITLE).words, *matrix_words, *wished])
    matrix_titles, table_titles = titles[: len(MATRICES)], titles[len(MATRICES) :]
    by_key = dict(zip([table.key for table in all_tables], table_titles, strict=True))
    state = state_of(graph, lang, __version__, {FRONT: front, **by_key})
    sheets: list[BookSheet] = []
    entries: list[SheetEntry] = []
    for matrix, title in zip(MATRICES, matrix_titles, strict=True):
        if not fits(matrix, graph):
            continue
        sheet = matrix_sheet(matrix, title, graph, names, choices)
        sheets.append(sheet)
        entries.append(SheetEntry(title, speak(matrix.about).words, len(list(sheet.rows)) - 2))
    sheets.extend(extra)
    for at, table in enumerate(all_tables):
        colour = _COLOURS.get(table.kinds[0].__module__.rpartition(".")[2], "")
        sheet = layout.sheet(table, by_key[table.key], state.elements, colour)
        sheets.append(sheet)
        shown = sheet.seen is Seen.SHOWN
        about = in_english(table.doc.partition("\n")[0], speak)
        entries.append(SheetEntry(sheet.title, about, len(list(sheet.rows)) - 2, shown))
        if done is not None:
            done(at + 1, len(all_tables))
    first = front_sheet(front, graph.settings, speak, state, entries)
    return SheetBook(
        [first, *sheets, state_sheet(state)],
        choices.lists,
        speak(graph.settings.name).words,
        lang,
        graph.settings.as_of,
    )
