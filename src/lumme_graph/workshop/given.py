"""What somebody wrote into the spreadsheet of a workshop: answers with the addresses of their cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lumme_graph.base.label import Label
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.document import Data
from lumme_graph.sheets.book import cell_address
from lumme_graph.sheets.given import BookError, GivenBook, GivenCell, GivenRow, GivenSheet
from lumme_graph.sheets.names import names_of
from lumme_graph.sheets.read_back import FORMULA, MERGED, CellFault
from lumme_graph.sheets.values import BookNames, CellRefused
from lumme_graph.workshop.answers import FIELDS, JOURNEY_ANSWERS, LIST_ANSWERS, CellAsked
from lumme_graph.workshop.book import SEPARATOR, STEP, WHOLE
from lumme_graph.workshop.kinds import STATE

_JOURNEY: Final = "workshop-journey"
_ID: Final = "id"

TWICE = Label("the column {name} is there twice: take one of them away")


class WrittenCell(NamedTuple):
    """What was written in a cell, as plain data."""

    value: Data
    place: str


@dataclass
class WrittenRow:
    """All that was answered of one thing: its id, where the model knew it, and where each answer goes."""

    id: str
    answers: dict[str, WrittenCell]
    places: Mapping[str, str]

    def value(self, name: str) -> Data:
        """What was answered, if anything."""
        answer = self.answers.get(name)
        return answer.value if answer else None

    def place(self, name: str) -> str:
        """Where an answer stands, or would."""
        return self.places.get(name) or next(iter(self.places.values()), "")


@dataclass
class WrittenSheet:
    """A sheet: of a journey, what was answered of the whole; then each thing in its order."""

    whole: WrittenRow | None
    rows: list[WrittenRow]


@dataclass
class WrittenBook:
    """A book of a workshop: of which kind, at which event, in which language; what cannot be read."""

    kind: str
    event: str
    lang: str
    sheets: list[WrittenSheet] = field(default_factory=list[WrittenSheet])
    faults: list[CellFault] = field(default_factory=list[CellFault])


def answers_in(book: GivenBook, graph: ServiceGraph) -> WrittenBook:
    """The answers in a book, as elements of a model are called in its language.

    Raises `BookError` for a book of no workshop.
    """
    state = book.sheet(STATE)
    said = {
        str(row.cells[0].value): str(row.cells[1].value) if len(row.cells) > 1 else ""
        for row in (state.rows if state else ())
    }
    kind, lang = said.get("workshop", ""), said.get("lang", "")
    form = f"workshop-{kind}"
    if not lang or (form not in LIST_ANSWERS and form != _JOURNEY):
        raise BookError(
            f"{book.name}: the hidden sheet {STATE} does not say which workshop it is of; "
            "make a new book with lumme workshop -o BOOK.xlsx"
        )
    found = WrittenBook(kind, said.get("event", ""), lang)
    names = _names(graph, lang)
    for sheet in book.sheets:
        if sheet.title == STATE:
            continue
        read = (
            _journey(sheet, names, found) if form == _JOURNEY else _list(sheet, form, names, found)
        )
        if read is not None:
            found.sheets.append(read)
            places = (f"{sheet.title}!{area}" for area in sheet.merged)
            found.faults.extend(CellFault(place, MERGED) for place in places)
    if not found.sheets:
        raise BookError(f"{book.name}: no sheet of it has the rows of a workshop")
    return found


def _names(graph: ServiceGraph, lang: str) -> BookNames:
    """What elements are called, and the libraries also in short, as people write them."""
    names = names_of(graph, graph.speaker(lang))
    for one in Day.of(graph).libraries:
        short = names.speak(short_label(graph, one)).words
        names.by_name[" ".join(short.split()).casefold()] = one.id
    return names


def _key(cell: GivenCell, form: str) -> str | None:
    """What a hidden cell names."""
    value = cell.value
    start = f"{form}{SEPARATOR}"
    return value[len(start) :] if isinstance(value, str) and value.startswith(start) else None


def _list(
    sheet: GivenSheet, form: str, names: BookNames, found: WrittenBook
) -> WrittenSheet | None:
    keyed = next((row for row in sheet.rows if any(_key(c, form) for c in row.cells)), None)
    if keyed is None:
        return None
    columns: dict[int, str] = {}
    for cell in keyed.cells:
        key = _key(cell, form)
        if key in columns.values():
            place = f"{sheet.title}!{cell.address}"
            found.faults.append(CellFault(place, TWICE.fill(name=key)))
        elif key:
            columns[cell.column] = key
    rows = [
        _row(sheet, row, columns, LIST_ANSWERS[form], names, found)
        for row in sheet.rows
        if row.number > keyed.number + 1
    ]
    return WrittenSheet(None, [row for row in rows if row.answers])


def _row(
    sheet: GivenSheet,
    row: GivenRow,
    columns: Mapping[int, str],
    asked: Mapping[str, CellAsked],
    names: BookNames,
    found: WrittenBook,
) -> WrittenRow:
    cells = {columns[cell.column]: cell for cell in row.cells if cell.column in columns}
    places = {key: f"{sheet.title}!{cell_address(row.number, n)}" for n, key in columns.items()}
    return _answered(cells, places, asked, names, found)


def _answered(
    cells: Mapping[str, GivenCell],
    places: Mapping[str, str],
    asked: Mapping[str, CellAsked],
    names: BookNames,
    found: WrittenBook,
) -> WrittenRow:
    """The answers in cells by their names; what cannot be read is a fault."""
    id_ = cells.get(_ID)
    is_known = id_ is not None and not id_.is_blank
    answers: dict[str, WrittenCell] = {}
    for name, cell in cells.items():
        if name not in asked or cell.is_blank:
            continue
        value: Data = None
        try:
            value = asked[name].form.read(None if cell.formula else cell.value, names)
        except CellRefused as refused:
            if is_known and not asked[name].adds:
                continue  # what is printed of what is known is for the reader
            found.faults.append(CellFault(places[name], refused.message))
        if cell.formula:
            found.faults.append(CellFault(places[name], FORMULA))
        answers[name] = WrittenCell(value, places[name])
    return WrittenRow(str(id_.value).strip() if id_ and not id_.is_blank else "", answers, places)


def _journey(sheet: GivenSheet, names: BookNames, found: WrittenBook) -> WrittenSheet | None:
    """A journey: its rows are known by their hidden first cells, its steps are its columns."""
    keyed = [
        (key, cell.column, row)
        for row in sheet.rows
        for cell in row.cells[:1]
        if (key := _key(cell, _JOURNEY))
    ]
    if not keyed:
        return None
    labels = max(column for _, column, _ in keyed) + 1
    whole = _whole(sheet, [(key, row) for key, _, row in keyed], labels, names, found)
    rows = {key: row for key, _, row in keyed if not key.startswith(WHOLE)}
    numbers = sorted(
        {
            cell.column
            for row in rows.values()
            for cell in row.cells
            if cell.column > labels and not cell.is_blank
        }
    )
    steps = [_step(sheet, rows, number, names, found) for number in numbers]
    return WrittenSheet(whole, steps)


def _whole(
    sheet: GivenSheet,
    keyed: Sequence[tuple[str, GivenRow]],
    labels: int,
    names: BookNames,
    found: WrittenBook,
) -> WrittenRow:
    """What was answered of the whole: the first cell of each row behind its name."""
    cells: dict[str, GivenCell] = {}
    places: dict[str, str] = {}
    for key, row in keyed:
        name = _ID if key == WHOLE else key.removeprefix(f"{WHOLE}.")
        if key != WHOLE and name not in FIELDS:
            continue
        first = next((c for c in row.cells if c.column > labels and not c.is_blank), None)
        if first:
            cells[name] = first
        places[name] = (
            f"{sheet.title}!{cell_address(row.number, first.column if first else labels + 1)}"
        )
    return _answered(cells, places, FIELDS, names, found)


def _step(
    sheet: GivenSheet,
    rows: Mapping[str, GivenRow],
    number: int,
    names: BookNames,
    found: WrittenBook,
) -> WrittenRow:
    places = {
        _ID if key == STEP else key: f"{sheet.title}!{cell_address(row.number, number)}"
        for key, row in rows.items()
    }
    cells = {
        _ID if key == STEP else key: cell
        for key, row in rows.items()
        for cell in row.cells
        if cell.column == number
    }
    return _answered(cells, places, JOURNEY_ANSWERS, names, found)
