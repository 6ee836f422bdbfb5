"""A book as somebody gave it: the values of its sheets, each with its address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from lumme_graph.base.error import KnownError
from lumme_graph.sheets.book import cell_address

GivenValue = str | int | float | bool | date | datetime | time | timedelta | None
"""What a program for sheets may have put into a cell."""


class BookError(KnownError):
    """A book cannot be read or is not the right one; the message says what to do."""


class GivenCell(NamedTuple):
    """A cell, with the numbers of its row and column, counted from 1."""

    value: GivenValue
    row: int
    column: int
    formula: bool = False

    @property
    def address(self) -> str:
        """What the cell is called: `B3`."""
        return cell_address(self.row, self.column)

    @property
    def is_blank(self) -> bool:
        """Is nothing in it, or nothing but blanks?"""
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())


class GivenRow(NamedTuple):
    """A row that is not blank: its number, counted from 1, and its cells that hold something."""

    number: int
    cells: Sequence[GivenCell]


@dataclass(frozen=True, slots=True)
class GivenSheet:
    """A sheet: its title, its rows that are not blank, and the areas whose cells are merged."""

    title: str
    rows: Sequence[GivenRow]
    merged: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class GivenBook:
    """The sheets of a book, and what it is called when it is spoken of."""

    name: str
    sheets: Sequence[GivenSheet]

    def sheet(self, title: str) -> GivenSheet | None:
        """The sheet of a title; large and small letters are the same."""
        wanted = title.casefold().strip()
        return next((one for one in self.sheets if one.title.casefold().strip() == wanted), None)
