"""A book changed as people change it: cells by the id of a row and the name of a column.

The book is changed as it is read, which is quick; in `offices/` real programs change and save it.
"""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.sheets.book import SEPARATOR, cell_address
from lumme_graph.sheets.given import GivenBook, GivenCell, GivenRow, GivenSheet, GivenValue

KEYS = 1
HEADS = 2

Row = list[GivenValue]


class EditedSheet:
    """A sheet that is open for changing: its rows as lists of values, from the first one."""

    def __init__(self, sheet: GivenSheet) -> None:
        self.title = sheet.title
        self.merged = list(sheet.merged)
        self.formulas: set[tuple[int, int]] = set()
        last = max((row.number for row in sheet.rows), default=0)
        width = max((cell.column for row in sheet.rows for cell in row.cells), default=0)
        self.rows: list[Row] = [[None] * width for _ in range(last)]
        for row in sheet.rows:
            for cell in row.cells:
                self.rows[row.number - 1][cell.column - 1] = cell.value

    def given(self) -> GivenSheet:
        """The sheet as it would be read."""
        rows: list[GivenRow] = []
        for number, values in enumerate(self.rows, start=1):
            cells = tuple(
                GivenCell(value, number, column, (number, column) in self.formulas)
                for column, value in enumerate(values, start=1)
                if value is not None
            )
            if cells:
                rows.append(GivenRow(number, cells))
        return GivenSheet(self.title, rows, self.merged)

    def column(self, key: str) -> int:
        """The number of a column."""
        return next(
            at
            for at, value in enumerate(self.rows[KEYS - 1], start=1)
            if str(value).partition(SEPARATOR)[2] == key
        )

    def row(self, *wanted: str) -> int:
        """The number of the row that has some words in it."""
        return next(
            at
            for at, row in enumerate(self.rows, start=1)
            if at > HEADS and {*wanted} <= {str(value) for value in row}
        )

    def address(self, row: int, key: str) -> str:
        """What a cell is called."""
        return f"{self.title}!{cell_address(row, self.column(key))}"

    def value(self, row: int, key: str) -> GivenValue:
        """What is in a cell."""
        return self.rows[row - 1][self.column(key) - 1]


class EditedBook:
    """A book that is open for changing."""

    def __init__(self, book: GivenBook) -> None:
        self._name = book.name
        self.sheets = [EditedSheet(sheet) for sheet in book.sheets]

    def given(self) -> GivenBook:
        """The book as it would be read."""
        return GivenBook(self._name, tuple(sheet.given() for sheet in self.sheets))

    def sheet(self, table: str) -> EditedSheet:
        """The sheet of a table, found by its hidden first row."""
        return next(
            sheet
            for sheet in self.sheets
            if sheet.rows and str(sheet.rows[0][0]).startswith(f"{table}{SEPARATOR}")
        )

    def titled(self, title: str) -> EditedSheet:
        """The sheet of a title."""
        return next(sheet for sheet in self.sheets if sheet.title == title)

    def put(self, table: str, row: str | Sequence[str], key: str, value: GivenValue) -> str:
        """Write into a cell; its address. A text that begins with `=` is a formula."""
        sheet = self.sheet(table)
        number = sheet.row(*([row] if isinstance(row, str) else row))
        column = sheet.column(key)
        sheet.rows[number - 1][column - 1] = value
        if str(value).startswith("="):
            sheet.formulas.add((number, column))
        return sheet.address(number, key)

    def add(self, table: str, **values: GivenValue) -> int:
        """A new row below the last one; `__` in a name stands for a point."""
        sheet = self.sheet(table)
        row: Row = [None] * len(sheet.rows[0])
        for key, value in values.items():
            row[sheet.column(key.replace("__", ".")) - 1] = value
        sheet.rows.append(row)
        return len(sheet.rows)

    def drop(self, table: str, key: str) -> None:
        """Delete a column."""
        sheet = self.sheet(table)
        column = sheet.column(key)
        for row in sheet.rows:
            del row[column - 1 : column]

    def delete(self, table: str, *wanted: str) -> None:
        """Delete a row."""
        sheet = self.sheet(table)
        del sheet.rows[sheet.row(*wanted) - 1]
