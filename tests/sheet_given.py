"""A book as a program for sheets gives it back, for tests: with what somebody typed, moved or took away."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from lumme_graph.sheets.book import BookSheet, SheetBook
from lumme_graph.sheets.given import GivenBook, GivenCell, GivenRow, GivenSheet


class Formula(str):
    """What is typed as a formula, unlike a text that looks like one."""

    __slots__ = ()


Cells = dict[tuple[int, int], Any]
"""The values of a sheet by row and column, both counted from 1."""


def cells(sheet: BookSheet) -> Cells:
    """What stands in a sheet."""
    return {
        (r, c): float(cell.value) if isinstance(cell.value, Decimal) else cell.value
        for r, row in enumerate(sheet.rows, 1)
        for c, cell in enumerate(row, 1)
        if cell.value not in {None, ""}
    }


def columns(values: Cells, places: Callable[[int], int | None]) -> Cells:
    """The same with columns at other places, or without those that have none."""
    return {
        (row, new): value
        for (row, column), value in values.items()
        if (new := places(column)) is not None
    }


def given_sheet(title: str, values: Cells) -> GivenSheet:
    """A sheet of cells."""
    rows: list[GivenRow] = []
    for number in sorted({row for row, _ in values}):
        there = sorted((c, v) for (r, c), v in values.items() if r == number)
        rows.append(
            GivenRow(
                number,
                [GivenCell(v, number, c, formula=isinstance(v, Formula)) for c, v in there],
            )
        )
    return GivenSheet(title, rows)


def given_book(
    book: SheetBook, change: Callable[[Cells], Cells] = lambda values: values, sheet: int = 1
) -> GivenBook:
    """The book, with one of its sheets changed."""
    sheets = [
        given_sheet(one.title, change(cells(one)) if n == sheet else cells(one))
        for n, one in enumerate(book.sheets)
    ]
    return GivenBook("book.xlsx", sheets)
