"""The sheet of a path, with its steps as columns, as rows of the tables of a book.

A column is known by what the hidden first row says of it; a new one is a step where it says what
happens. Where a column stands now, its step stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.meta.local_name import slug
from lumme_graph.sheets.book import SEPARATOR
from lumme_graph.sheets.columns import FieldColumn, SheetTable
from lumme_graph.sheets.given import GivenCell, GivenRow, GivenSheet
from lumme_graph.sheets.journey import (
    JOURNEY,
    KEYS,
    LABEL,
    PATH,
    PHASES,
    STEP,
    STEPS,
    WHOLE,
    JourneyRow,
    path_rows,
    step_rows,
)
from lumme_graph.sheets.journey_lines import texts_in
from lumme_graph.sheets.layout import FIELD, NUMBER, OWNER, PART
from lumme_graph.sheets.read_back import (
    FORMULA,
    MERGED,
    NO_JOURNEY,
    TWICE,
    CellFault,
    ReadRow,
    ReadTables,
)

_START: Final = f"{JOURNEY}{SEPARATOR}"
_BRACKETED: Final = re.compile(r"\[([a-z0-9-]+)\]\s*$")
_LONGEST: Final = 40
_NO_ACTION: Final = Label("{place}: this column is not read: it does not say what happens")


def is_journey(sheet: GivenSheet) -> bool:
    """Is it the sheet of a path?"""
    return _first(sheet) is not None


def was_journey(sheet: GivenSheet) -> bool:
    """Is it the sheet of a path whose first row or first column is gone?"""
    return not is_journey(sheet) and any(
        str(cell.value).startswith(_START) for row in sheet.rows for cell in row.cells
    )


def _first(sheet: GivenSheet) -> GivenRow | None:
    """The row that says what each column is."""
    start = f"{_START}{KEYS}{SEPARATOR}"
    return next(
        (r for r in sheet.rows[:3] if any(str(c.value).startswith(start) for c in r.cells)), None
    )


def read_journey(sheet: GivenSheet, found: ReadTables, tags: Sequence[str]) -> None:
    """Add the rows that a sheet of a path says to those of the tables."""
    first = _first(sheet)
    if first is None:
        return
    roles = {cell.column: str(cell.value).removeprefix(_START) for cell in first.cells}
    keys = next(n for n, role in roles.items() if role.partition(SEPARATOR)[0] == KEYS)
    path = roles[keys].partition(SEPARATOR)[2]
    for area in sheet.merged:
        found.faults.append(CellFault(f"{sheet.title}!{area}", MERGED))
    _Journey(sheet, found, tuple(tags), path, roles, keys).read()


@dataclass
class _Journey:
    """Reads one sheet."""

    sheet: GivenSheet
    found: ReadTables
    tags: tuple[str, ...]
    path: str
    roles: dict[int, str]
    keys: int

    def read(self) -> None:
        """Add its rows."""
        named = {
            str(cell.value): row
            for row in self.sheet.rows
            for cell in row.cells
            if cell.column == self.keys
        }
        whole = next((n for n, role in self.roles.items() if role == WHOLE), 0)
        self._path(self._there(path_rows(self.tags), named), whole)
        rows = self._there(step_rows(self.tags), named)
        self._steps(rows, self._columns(rows, whole))

    def _there(
        self, rows: Sequence[JourneyRow], named: Mapping[str, GivenRow]
    ) -> list[tuple[JourneyRow, GivenRow]]:
        return [(row, named[row.key]) for row in rows if row.key in named]

    def _columns(self, rows: Sequence[tuple[JourneyRow, GivenRow]], whole: int) -> list[int]:
        """The columns of steps, from the left; what stands in none of them is said."""
        numbers = {cell.column for _, row in rows for cell in row.cells if not cell.is_blank}
        labels = {n for n, role in self.roles.items() if role == LABEL}
        return sorted(numbers - labels - {self.keys, whole})

    def _cell(self, row: GivenRow, column: int) -> GivenCell | None:
        """What stands in a cell; a formula is a fault."""
        cell = next((one for one in row.cells if one.column == column), None)
        if cell is None or cell.is_blank:
            return None
        if cell.formula:
            self._fault(cell, FORMULA)
            return None
        return cell

    def _fault(self, cell: GivenCell, message: Message) -> None:
        self.found.faults.append(CellFault(f"{self.sheet.title}!{cell.address}", message))

    def _add(
        self,
        table: SheetTable,
        number: int,
        cells: Mapping[str, GivenCell],
        columns: Mapping[str, FieldColumn],
        places: Mapping[str, int],
    ) -> None:
        row = ReadRow(self.sheet.title, number, cells, places, turned=True)
        self.found.rows.setdefault(table.key, []).append(row)
        self.found.columns.setdefault(table.key, {}).update(columns)

    def _path(self, rows: Sequence[tuple[JourneyRow, GivenRow]], whole: int) -> None:
        """What is said of the path; without its column, nothing but which path it is."""
        cells = {
            row.column.key: cell
            for row, given in rows
            if whole and (cell := self._cell(given, whole))
        }
        fields = {row.column.key: row.column for row, _ in rows if row.column.key != "id"}
        places = {row.column.key: given.number for row, given in rows}
        number = whole or self.keys
        cells["id"] = self._made(self.path, places.get("id", 1), number)
        self._tell(PATH)
        if not whole:
            places = {"id": places.get("id", 1)}
        self._add(PATH, number, cells, fields, places)

    def _made(self, value: str | float, row: int, column: int) -> GivenCell:
        return GivenCell(value, row, column)

    def _tell(self, table: SheetTable, field: str = "") -> None:
        """Say that the sheet tells of a table, unless another sheet has all of it."""
        if table.key in self.found.told or table.key not in self.found.rows:
            self.found.told.setdefault(table.key, set()).add((self.path, field))

    def _steps(self, rows: Sequence[tuple[JourneyRow, GivenRow]], columns: Sequence[int]) -> None:
        if all(row.column.key != "id" for row, _ in rows):
            self.found.faults.append(CellFault(self.sheet.title, NO_JOURNEY))
            return
        for row, _ in rows:
            self._tell(row.table, row.field or STEPS.fields[0])
        self.found.rows.setdefault(STEPS.key, [])
        for table in {row.table.key: row.table for row, _ in rows}.values():
            self.found.rows.setdefault(table.key, [])
            self.found.columns.setdefault(table.key, {})
        ids = self._ids(rows, columns)
        rank = 0
        for column in columns:
            id_ = ids.get(column)
            if id_ is None:
                continue
            is_new = id_[1]
            rank += 0 if is_new else 1
            self._step(rows, column, id_[0], rank + (0.5 if is_new else 0))

    def _ids(
        self, rows: Sequence[tuple[JourneyRow, GivenRow]], columns: Sequence[int]
    ) -> dict[int, tuple[str, bool]]:
        """The id of the step of each column, and whether it is new; those are made of what happens."""
        own = [(row, given) for row, given in rows if row.table is STEPS]
        of_ids = next((given for row, given in own if row.column.key == "id"), None)
        seen: dict[str, GivenCell] = {}
        ids: dict[int, tuple[str, bool]] = {}
        for column in columns:
            cell = self._cell(of_ids, column) if of_ids else None
            if cell is None:
                continue
            id_ = str(cell.value).strip()
            if id_ in seen:
                other = f"{self.sheet.title}!{seen[id_].address}"
                self._fault(cell, TWICE.fill(head=id_, other=other))
                continue
            seen[id_] = cell
            ids[column] = id_, self.roles.get(column) != STEP
        for column in columns:
            if column not in ids and not (of_ids and self._cell(of_ids, column)):
                words = self._called(own, column)
                if words is None:
                    continue
                ids[column] = _free(words, {*seen, *(one for one, _ in ids.values())}), True
        return ids

    def _called(self, own: Sequence[tuple[JourneyRow, GivenRow]], column: int) -> str | None:
        """What happens in a new step, in the first language that says it."""
        for row, given in own:
            if row.column.path[0] == "action" and (cell := self._cell(given, column)):
                return str(cell.value)
        first = own[0][1].number if own else 1
        place = f"{self.sheet.title}!{GivenCell(None, first, column).address}"
        self.found.notes.append(_NO_ACTION.fill(place=place))
        return None

    def _step(
        self, rows: Sequence[tuple[JourneyRow, GivenRow]], column: int, id_: str, number: float
    ) -> None:
        cells: dict[str, GivenCell] = {}
        fields: dict[str, FieldColumn] = {}
        places: dict[str, int] = {}
        lists: dict[str, list[tuple[JourneyRow, GivenRow]]] = {}
        for row, given in rows:
            if row.field:
                lists.setdefault(row.field, []).append((row, given))
                continue
            fields[row.column.key] = row.column
            places[row.column.key] = given.number
            cell = self._cell(given, column)
            if cell and row.column.key == "phase":
                cell = cell._replace(value=self._phase(cell))
            if cell:
                cells[row.column.key] = cell
        top = places.get("id", 1)
        cells["id"] = self._made(id_, top, column)
        cells[OWNER] = self._made(self.path, top, column)
        cells[NUMBER] = self._made(number, top, column)
        self._add(STEPS, column, cells, fields, places)
        for field, some in lists.items():
            for line in self._lines(field, some, column, id_):
                self.found.rows[some[0][0].table.key].append(line)

    def _lines(
        self, field: str, some: Sequence[tuple[JourneyRow, GivenRow]], column: int, step: str
    ) -> Iterator[ReadRow]:
        """A row for each text of a list of a step."""
        table = some[0][0].table
        there = {row.column: cell for row, given in some if (cell := self._cell(given, column))}
        said = {one.tag: str(cell.value) for one, cell in there.items()}
        by_tag = {one.tag: (one, cell) for one, cell in there.items()}
        places = {row.column.key: given.number for row, given in some}
        self.found.columns[table.key].update({row.column.key: row.column for row, _ in some})
        for n, text in enumerate(texts_in(said), 1):
            if not text:
                continue
            cells = {
                by_tag[tag][0].key: by_tag[tag][1]._replace(value=words)
                for tag, words in text.items()
            }
            top = next(iter(places.values()))
            for key, value in ((OWNER, self.path), (PART, step), (FIELD, field), (NUMBER, n)):
                cells[key] = self._made(value, top, column)
            yield ReadRow(self.sheet.title, column, cells, places, turned=True)

    def _phase(self, cell: GivenCell) -> str:
        """The id of a phase, from its name and id, its id, or its name; a new name makes a new phase."""
        said = " ".join(str(cell.value).split())
        bracketed = _BRACKETED.search(said)
        if bracketed:
            return bracketed[1]
        rows = self.found.rows.get(PHASES.key)
        for row in rows or ():
            owner, id_ = row.cells.get(OWNER), row.cells.get("id")
            if owner is None or id_ is None or self.path not in str(owner.value):
                continue
            names = (c.value for key, c in row.cells.items() if key.startswith("name."))
            if said in {str(id_.value), *(" ".join(str(name).split()) for name in names)}:
                return str(id_.value)
        made = slug(said)[:_LONGEST].strip("-")
        if rows is not None:
            name = f"name.{self.tags[0]}"
            cells = {
                OWNER: cell._replace(value=self.path),
                "id": cell._replace(value=made),
                name: cell._replace(value=said),
            }
            columns = {one.key: one for one in PHASES.columns(self.tags)}
            self._add(PHASES, cell.column, cells, columns, {"id": cell.row, name: cell.row})
        return made


def _free(words: str, taken: set[str]) -> str:
    """A local id of some words that is not taken."""
    stem = slug(words)[:_LONGEST].strip("-")
    id_, n = stem, 1
    while id_ in taken:
        n += 1
        id_ = f"{stem}-{n}"
    return id_
