"""The tables of a book as somebody gave it back: which row is of which table, which cell of which column.

A sheet is known by the names of its columns in its hidden first row, wherever it is now and however
its columns were moved; without that row, by its title and the words of its heads. What is not known
is no error: people keep notes in books. It is said what was not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.tags import TAG
from lumme_graph.base.text import Text
from lumme_graph.sheets.base_state import FRONT, STATE
from lumme_graph.sheets.book import LISTS, SEPARATOR, cell_address
from lumme_graph.sheets.columns import FieldColumn, SheetTable, tables
from lumme_graph.sheets.given import GivenBook, GivenCell, GivenRow, GivenSheet
from lumme_graph.sheets.layout import NUMBER, OWNER_NAME, leading, leading_labels
from lumme_graph.sheets.matrix import AT, MATRICES, NAME
from lumme_graph.sheets.own_fields import own_column
from lumme_graph.sheets.values import WordsForm

_KEY: Final = re.compile(rf"([a-z_.]+){SEPARATOR}(\S.*)")
_OURS: Final = frozenset({STATE, FRONT, LISTS})
_TAGGED: Final = re.compile(r"(.*?)\s*(?:[·|(]\s*)([A-Za-z0-9-]{2,})\)?")

NOT_READ = Label("the sheet {title} is not read: it is none of the model's{guess}")
MEANT = Label("; if it is meant to be {guess}, call it that")
COLUMN_NOT_READ = Label("{place}: the column {head} is not read: there is no such field{guess}")
FORMULA = Label(
    "this is a formula, or the error that one has left, and neither is read: put a value in its place"
)
MERGED = Label("these cells are merged: take that back, so that each row has its own")
NO_KEYS = Label(
    "the column {head} is not here, and without it no row is known: put its head back as it was, also "
    "in the hidden row above it"
)
NO_JOURNEY = Label(
    "the first row and the first column, which are hidden, do not say any more what the others are: "
    "put them back as they were"
)
TWICE = Label("the column {head} is there twice, here and at {other}: take one of them away")


class CellFault(NamedTuple):
    """What is wrong with a cell, or a sheet, and where: `Services!C5`."""

    place: str
    message: Message


class ReadRow(NamedTuple):
    """A row of a table: the sheet it stands in, its number, its cells by the names of their columns.

    In a sheet that is `turned` it is a column, and its columns are rows.
    """

    sheet: str
    number: int
    cells: Mapping[str, GivenCell]
    columns: Mapping[str, int]
    turned: bool = False

    def place(self, key: str = "") -> str:
        """Where the cell of a column is, also one that is empty; without a column, the row's first."""
        column = self.columns.get(key) or min(self.columns.values(), default=1)
        if self.turned:
            return f"{self.sheet}!{cell_address(column, self.number)}"
        return f"{self.sheet}!{cell_address(self.number, column)}"

    def of(self, key: str) -> ReadRow:
        """The row as far as one column: for what stands in that cell alone."""
        return self._replace(columns={key: self.columns[key]})


@dataclass
class ReadTables:
    """The rows of each table that is there, and of each matrix; what is wrong, and what is not read.

    A table of which only sheets of paths tell is in `told`, with the lists that they tell of: nothing
    is missing from any other.
    """

    rows: dict[str, list[ReadRow]] = field(default_factory=dict[str, list[ReadRow]])
    columns: dict[str, dict[str, FieldColumn]] = field(
        default_factory=dict[str, dict[str, FieldColumn]]
    )
    told: dict[str, set[tuple[str, str]]] = field(default_factory=dict[str, set[tuple[str, str]]])
    faults: list[CellFault] = field(default_factory=list[CellFault])
    notes: list[Message] = field(default_factory=list[Message])


def read_tables(
    book: GivenBook, titles: Mapping[str, str], tags: Sequence[str], speak: Speaker
) -> ReadTables:
    """The tables in a book; `titles` are those that its sheets were given, by table."""
    from lumme_graph.sheets.journey_in import is_journey, read_journey, was_journey

    reader = _Reader(titles, tags, speak)
    journeys = [is_journey(sheet) for sheet in book.sheets]
    for sheet, is_one in sorted(zip(book.sheets, journeys, strict=True), key=lambda one: one[1]):
        if is_one:
            read_journey(sheet, reader.found, tags)
        elif was_journey(sheet):
            reader.found.faults.append(CellFault(sheet.title, NO_JOURNEY))
        else:
            reader.read(sheet)
    return reader.found


class _Reader:
    """Reads sheet by sheet."""

    def __init__(self, titles: Mapping[str, str], tags: Sequence[str], speak: Speaker) -> None:
        self.found = ReadTables()
        self._tags = tuple(tags)
        self._speak = speak
        self._tables = {table.key: table for table in tables()}
        self._matrices = {matrix.key: matrix for matrix in MATRICES}
        self._by_title = _titles(self._tables.values(), titles, speak)

    def read(self, sheet: GivenSheet) -> None:
        keyed = next((row for row in sheet.rows if self._is_keys(row)), None)
        if keyed is not None:
            first = next(cell for cell in keyed.cells if self._key(cell.value))
            table = (self._key(first.value) or ("", ""))[0]
            keys = {
                cell.column: found[1]
                for cell in keyed.cells
                if (found := self._key(cell.value)) and found[0] == table
            }
            heads = next((row for row in sheet.rows if row.number == keyed.number + 1), None)
            self._table(sheet, table, keys, keyed, heads)
            return
        title = sheet.title.strip().casefold()
        table = self._by_title.get(title, "")
        if table == FRONT:
            return
        if table and sheet.rows:
            self._table(sheet, table, {}, sheet.rows[0], sheet.rows[0])
        elif sheet.title not in _OURS and sheet.rows:
            self._unknown(sheet)

    def _is_keys(self, row: GivenRow) -> bool:
        return any(self._key(cell.value) for cell in row.cells)

    def _key(self, value: object) -> tuple[str, str] | None:
        """The table and the column that a cell of the hidden row names."""
        found = _KEY.fullmatch(value) if isinstance(value, str) else None
        if found and (found[1] in self._tables or found[1] in self._matrices):
            return found[1], found[2]
        return None

    def _unknown(self, sheet: GivenSheet) -> None:
        titles = {title: key for title, key in self._by_title.items() if key not in self.found.rows}
        guess = nearest(sheet.title.casefold(), titles, cutoff=0.75)
        meant = self._speak(MEANT, guess=guess).words if guess else ""
        self.found.notes.append(NOT_READ.fill(title=sheet.title, guess=meant))

    def _table(
        self,
        sheet: GivenSheet,
        table: str,
        keys: dict[int, str],
        keyed: GivenRow,
        heads: GivenRow | None,
    ) -> None:
        known = self._columns(table)
        columns = self._placed(sheet, table, keys, heads, known)
        lacking = self._lacking(table, columns, known)
        if lacking is not None:
            place = f"{sheet.title}!{cell_address(heads.number if heads else keyed.number, 1)}"
            self.found.faults.append(CellFault(place, NO_KEYS.fill(head=lacking)))
            return
        skipped = {row.number for row in (keyed, heads) if row is not None}
        self._refuse_merged(sheet, keyed.number)
        by_number = {number: key for key, number in columns.items()}
        shown_only = NAME if table in self._matrices else OWNER_NAME
        rows = self.found.rows.setdefault(table, [])
        self.found.columns.setdefault(table, {}).update(
            {key: column for key, column in known.items() if key in columns and column is not None}
        )
        for row in sheet.rows:
            if row.number in skipped:
                continue
            cells: dict[str, GivenCell] = {}
            for cell in row.cells:
                key = by_number.get(cell.column)
                if key is None or cell.is_blank or key == shown_only:
                    continue
                if cell.formula:
                    place = f"{sheet.title}!{cell.address}"
                    self.found.faults.append(CellFault(place, FORMULA))
                    continue
                cells[key] = cell
            if cells.keys() - {NUMBER}:
                rows.append(ReadRow(sheet.title, row.number, cells, columns))

    def _refuse_merged(self, sheet: GivenSheet, top: int) -> None:
        for area in sheet.merged:
            last = int(re.sub(r"\D", "", area.partition(":")[2]) or 0)
            if last >= top:
                self.found.faults.append(CellFault(f"{sheet.title}!{area}", MERGED))

    def _columns(self, table: str) -> dict[str, FieldColumn | None]:
        """What a table's columns are, by their names; those that lead to a row are none of a field."""
        if table in self._matrices:
            return {"id": None, NAME: None}
        found = self._tables[table]
        known: dict[str, FieldColumn | None] = dict.fromkeys(leading(found))
        return known | {column.key: column for column in found.columns(self._tags)}

    def _placed(
        self,
        sheet: GivenSheet,
        table: str,
        keys: Mapping[int, str],
        heads: GivenRow | None,
        known: dict[str, FieldColumn | None],
    ) -> dict[str, int]:
        """Which column has which number; of a head without a name, its words are looked at."""
        placed: dict[str, int] = {}
        words = {cell.column: cell for cell in heads.cells} if heads else {}
        for number in sorted({*keys, *words}):
            head = words.get(number)
            key = keys.get(number)
            if key is None or not self._is_known(table, key, known):
                key = self._by_words(table, head, known)
            if key is None:
                self._column_not_read(sheet, number, head, keys.get(number), known)
            elif key in placed:
                other = f"{sheet.title}!{cell_address(1, placed[key])}"
                shown = str(head.value if head else key)
                place = f"{sheet.title}!{cell_address(heads.number if heads else 1, number)}"
                self.found.faults.append(CellFault(place, TWICE.fill(head=shown, other=other)))
            else:
                placed[key] = number
        return placed

    def _lacking(
        self, table: str, placed: Mapping[str, int], known: Mapping[str, FieldColumn | None]
    ) -> str | None:
        """The head of a column that is not there, and without which rows are not known, if any is."""
        if table in self._matrices:
            return None if "id" in placed else "id"
        found = self._tables[table]
        keys = [
            key for key, column in known.items() if column and column.path[0] in found.key_fields
        ]
        is_keyed = bool(keys) and placed.keys() >= set(keys)
        labels = leading_labels(found)
        for key in labels:
            is_needed = key != OWNER_NAME and (key != NUMBER or not is_keyed)
            if is_needed and key not in placed:
                return self._speak.capital(labels[key]).words
        return None

    def _is_known(self, table: str, key: str, known: dict[str, FieldColumn | None]) -> bool:
        if key in known or (table in self._matrices and key.startswith(AT)):
            return True
        more = self._of_language(table, key) or self._own_field(table, key)
        if more is not None:
            known[key] = more
        return more is not None

    def _of_language(self, table: str, key: str) -> FieldColumn | None:
        """The column of a text in a language that the book had none of."""
        stem, _, tag = key.rpartition(".")
        if table in self._matrices or not stem or not TAG.fullmatch(tag):
            return None
        columns = self._tables[table].columns(("en",))
        twin = next((one for one in columns if one.tag and one.key == f"{stem}.en"), None)
        if twin is None or (twin.spec is not None and twin.spec.datatype is not Text):
            return None
        return twin._replace(key=key, path=(*twin.path[:-1], tag), tag=tag, form=WordsForm())

    def _own_field(self, table: str, key: str) -> FieldColumn | None:
        """The column of a network's own field, such as `extra.shelf`."""
        return None if table in self._matrices else own_column(self._tables[table], key)

    def _by_words(
        self, table: str, head: GivenCell | None, known: dict[str, FieldColumn | None]
    ) -> str | None:
        said = " ".join(str(head.value).split()) if head else ""
        if not said:
            return None
        if self._is_known(table, said, known):
            return said
        if table in self._matrices:
            return None
        words = self._head_words(table, known)
        if said.casefold() in words:
            return words[said.casefold()]
        tagged = _TAGGED.fullmatch(said)
        if tagged:
            stems = {word.rpartition(" · ")[0]: key for word, key in words.items() if " · " in word}
            stem = stems.get(tagged[1].casefold(), "").rpartition(".")[0]
            key = f"{stem}.{tagged[2].lower()}"
            if stem and self._is_known(table, key, known):
                return key
        return None

    def _head_words(self, table: str, known: Mapping[str, FieldColumn | None]) -> dict[str, str]:
        """The names of columns by what their heads say, in the book's language and in English."""
        words: dict[str, str] = {}
        labels = leading_labels(self._tables[table])
        for key, column in known.items():
            label = column.label if column else labels.get(key)
            if label is not None:
                for speak in (self._speak, self._speak.in_language("en")):
                    words.setdefault(speak(label).words.casefold(), key)
        return words

    def _column_not_read(
        self,
        sheet: GivenSheet,
        number: int,
        head: GivenCell | None,
        key: str | None,
        known: Mapping[str, FieldColumn | None],
    ) -> None:
        shown = str(head.value if head else key)
        guess = nearest(shown.casefold(), known)
        meant = self._speak(MEANT, guess=guess).words if guess else ""
        place = f"{sheet.title}!{cell_address(head.row if head else 1, number)}"
        note = COLUMN_NOT_READ.fill(place=place, head=shown, guess=meant)
        self.found.notes.append(note)


def _titles(
    all_tables: Iterable[SheetTable], given: Mapping[str, str], speak: Speaker
) -> dict[str, str]:
    """The tables by what their sheets may be called: as they were, by key, and in words."""
    found: dict[str, str] = {}
    for table in all_tables:
        for word in _called(table, speak):
            found.setdefault(word.casefold(), table.key)
    for matrix in MATRICES:
        found[matrix.key] = matrix.key
        found.setdefault(speak(matrix.label).words.casefold(), matrix.key)
    return found | {title.casefold(): key for key, title in given.items()}


def _called(table: SheetTable, speak: Speaker) -> Iterator[str]:
    yield table.key
    yield speak(table.label).words
    yield speak.in_language("en")(table.label).words
