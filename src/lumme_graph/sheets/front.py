"""The first sheet of a book: whose it is, how it stands, how it is used, and what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.settings import Settings
from lumme_graph.sheets.base_state import FRONT, BookState
from lumme_graph.sheets.book import BookCell, BookColumn, BookSheet, CellUse
from lumme_graph.views.standing import statement_in

TITLE = Label("Read this first")
_DAY = Label("As of {day}; state of the model {fingerprint}, made by lumme {program}.")
_STANDING = Label(
    "Standing: sourced was read in a source, derived follows from sources, illustrative is invented. "
    "An empty cell is not known; it is not a no."
)
_HOW = Label("How to work with this book")
_HOWS = (
    Label("Change what you like in the white cells; grey ones are for the reader, or ids."),
    Label(
        "A new row: fill it in below the last one. A new element needs no id: it is made from its name."
    ),
    Label("Lists offer what there is; the note at each head says what may be written."),
    Label(
        "Rows may be sorted and filtered, columns moved, and columns and sheets of your own added."
    ),
    Label(
        "A row that you delete goes from the model only when that is asked for: lumme sheet in --remove."
    ),
    Label("Red and yellow cells have a finding: its note says what to do."),
    Label(
        "Folded columns (the + above the letters) and hidden sheets hold what nobody has filled in yet."
    ),
    Label("See what will change, then bring it in: lumme sheet in MODEL BOOK.xlsx --dry-run"),
)
_SHEETS = Label("Sheets")
_SHEET = Label("Sheet")
_ROWS = Label("Rows", "of a sheet")
_ABOUT = Label("What a row is")
_HIDDEN = Label("{n}, hidden", "a sheet")


class SheetEntry(NamedTuple):
    """A sheet of the book as it is listed: its title, what is in it, how many rows; whether it is seen."""

    title: str
    about: str
    rows: int
    shown: bool = True


def front_sheet(
    title: str,
    settings: Settings,
    speak: Speaker,
    state: BookState,
    entries: Sequence[SheetEntry],
) -> BookSheet:
    """The first sheet, in the language of the speaker."""
    rows = list(_rows(settings, speak, state, entries))
    columns = [
        BookColumn(34, CellUse.WORDS),
        BookColumn(16, CellUse.WORDS),
        BookColumn(74, CellUse.WORDS),
    ]
    wide = [at for at, row in enumerate(rows, start=1) if len(row) == 1]
    return BookSheet(
        title=title,
        rows=rows,
        columns=columns,
        merged=[f"A{at}:C{at}" for at in wide],
        heights={at: _height(rows[at - 1][0]) for at in wide},
        locked=True,
        colour="1F4E6B",
        name=FRONT,
        wide=False,
    )


def _rows(
    settings: Settings, speak: Speaker, state: BookState, entries: Sequence[SheetEntry]
) -> Iterator[list[BookCell]]:
    def line(message: Message, use: CellUse = CellUse.WORDS) -> list[BookCell]:
        return [BookCell(speak(message).words, use)]

    yield [BookCell(speak(settings.name).shown, CellUse.TITLE)]
    statement = statement_in(settings, speak)
    if statement:
        yield [BookCell(statement, CellUse.STATEMENT)]
    yield line(_DAY.fill(day=settings.as_of, fingerprint=state.fingerprint, program=state.program))
    yield line(_STANDING)
    yield [BookCell("", CellUse.WORDS)]
    yield line(_HOW, CellUse.SUBTITLE)
    for how in _HOWS:
        yield [BookCell(f"•  {speak(how).words}", CellUse.WORDS)]
    yield [BookCell("", CellUse.WORDS)]
    yield line(_SHEETS, CellUse.SUBTITLE)
    heads = (_SHEET, _ROWS, _ABOUT)
    yield [BookCell(speak(head).words, CellUse.HEAD) for head in heads]
    for entry in entries:
        shown = BookCell(entry.title, CellUse.LINK, to=entry.title)
        title = shown if entry.shown else BookCell(entry.title, CellUse.WORDS)
        rows = f"{entry.rows}" if entry.shown else speak(_HIDDEN, n=entry.rows).words
        yield [title, BookCell(rows, CellUse.WORDS), BookCell(entry.about, CellUse.WORDS)]


def _height(cell: BookCell) -> int:
    """How high a line over the whole width must be, in points."""
    if cell.use is CellUse.TITLE:
        return 34
    lines = 1 + len(str(cell.value or "")) // 118
    return 8 + 15 * lines
