"""A sheet to paste from as a book: what to know first, then a sheet for each kind of thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.sheets.book import (
    BookCell,
    BookColumn,
    BookSheet,
    CellUse,
    SheetBook,
    column_letters,
    sheet_titles,
)
from lumme_graph.views.paste import PasteSheet, as_read
from lumme_graph.views.paste_rows import PasteRow, paste_rows

_FIRST: Final = Label("Before you begin")
_TOO_LONG: Final = Counted("{n} text is too long", "{n} texts are too long")
_EMPTY: Final = Label("What the model does not know")
_FITS: Final = Label("Every text fits.")
_OF: Final = Label("{n} of {all}")
_DONE: Final = "done"
_WIDTHS: Final = (7, 28, 13, 24, 80, 9, 9, 12, 34, 18, 26, 26)
_OPENING: Final = (38, 54, 16)
_LINE: Final = 14
_TITLE: Final = 26
_MOST: Final = 400


def paste_book(made: PasteSheet, speak: Speaker) -> SheetBook:
    """The book of a sheet to paste from."""
    by_kind: dict[str, list[PasteRow]] = {}
    for row in paste_rows(made):
        by_kind.setdefault(row.kind, []).append(row)
    first, *titles = sheet_titles([speak(_FIRST).shown, *by_kind])
    sheets = [_opening(made, first, speak)]
    sheets += [
        _rows(title, rows, speak) for title, rows in zip(titles, by_kind.values(), strict=True)
    ]
    return SheetBook(sheets, lists={_DONE: ("x",)}, title=made.title, lang=made.lang)


def _opening(made: PasteSheet, title: str, speak: Speaker) -> BookSheet:
    """The first sheet; what is one long sentence goes over all its columns."""
    rows = [*_told(made, speak)]
    long = [at for at, row in enumerate(rows, start=1) if len(row) == 1]
    heights = {at: _height(row, _OPENING) for at, row in enumerate(rows, start=1) if len(row) > 1}
    heights |= {at: _height(rows[at - 1], (sum(_OPENING),)) for at in long}
    return BookSheet(
        title,
        rows,
        columns=[BookColumn(width) for width in _OPENING],
        merged=[f"A{at}:{column_letters(len(_OPENING))}{at}" for at in long],
        heights=heights | {1: _TITLE},
        wide=False,
        locked=True,
    )


def _height(row: Sequence[BookCell], widths: Sequence[int]) -> int:
    """How high a row must be for its longest text, each line of it broken at the width of its column."""
    lines = [
        sum(ceil(max(len(line), 1) / width) for line in str(cell.value or "").split("\n"))
        for cell, width in zip(row, widths, strict=False)
    ]
    return min(max(lines, default=1) * _LINE, _MOST)


def _told(made: PasteSheet, speak: Speaker) -> Iterator[Sequence[BookCell]]:
    yield [BookCell(made.title, CellUse.TITLE)]
    if made.statement:
        yield [BookCell(as_read(made.statement), CellUse.STATEMENT)]
    for advice in made.advice:
        yield [BookCell(as_read(advice), CellUse.WORDS)]
    yield []
    long = made.too_long
    said = speak(_TOO_LONG, n=len(long)) if long else speak(_FITS)
    yield [BookCell(said.shown, CellUse.SIDE)]
    for block, form, field in long:
        yield [
            BookCell(as_read(block.title), CellUse.SHOWN),
            BookCell(f"{as_read(form.title)} · {as_read(field.label)}", CellUse.SHOWN),
            BookCell(f"{field.length}/{field.limit}", CellUse.WRONG),
        ]
    yield []
    yield [BookCell(speak(_EMPTY).shown, CellUse.SIDE)]
    for (kind, label), (n, of) in made.empty.items():
        yield [
            BookCell(kind, CellUse.SHOWN),
            BookCell(label, CellUse.SHOWN),
            BookCell(speak(_OF, n=n, all=of).shown, CellUse.SHOWN),
        ]
    for what, names in made.lacking:
        yield [BookCell(as_read(what), CellUse.SHOWN), BookCell(names, CellUse.SHOWN)]


def _rows(title: str, rows: Sequence[PasteRow], speak: Speaker) -> BookSheet:
    heads = [BookCell(speak(head).shown, CellUse.HEAD) for head in PasteRow.heads()]
    cells = [_cells(row) for row in rows]
    columns = [BookColumn(width) for width in _WIDTHS]
    columns[0] = BookColumn(_WIDTHS[0], choices=_DONE, others=True)
    return BookSheet(
        title,
        [heads, *cells],
        columns=columns,
        heights={at: _height(row, _WIDTHS) for at, row in enumerate(cells, start=2)},
        heads=1,
        filters=True,
    )


def _cells(row: PasteRow) -> list[BookCell]:
    """The cells of a row: the text is marked where it does not fit, and plain where it is to be copied."""
    text = CellUse.WRONG if row.too_long else CellUse.TEXT
    done, *before, words = row[:5]
    return [
        BookCell(done or None),
        *(BookCell(value, CellUse.SHOWN) for value in before),
        BookCell(words or None, text),
        *(BookCell(value, CellUse.SHOWN) for value in row[5:]),
    ]
