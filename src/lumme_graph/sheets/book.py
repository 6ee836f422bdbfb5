"""A book of sheets as data: what is in its cells and what they are for; no program's form of it.

The same book is written as XLSX or as a folder of CSV files. What a cell is for is its `CellUse`;
how that looks is the writer's matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, NamedTuple

SEPARATOR: Final = "#"
"""In a hidden first row, between the name of a sheet and that of a column."""
LISTS: Final = "_lists"
"""The title of the sheet that holds what is chosen from."""

CellValue = str | int | float | Decimal | date | None
"""What can be in a cell. A text stays a text, whatever it begins with or looks like."""


class CellUse(Enum):
    """What a cell is for."""

    TEXT = "text"
    """To be filled in; a text stays as it is typed."""
    NUMBER = "number"
    """To be filled in, with a number."""
    DAY = "day"
    """To be filled in, with a day."""
    KEY = "key"
    """An id that is not to be changed."""
    SHOWN = "shown"
    """Said for the reader alone, not read back."""
    HEAD = "head"
    """The head of a column."""
    NEEDED = "needed"
    """The head of a column that must be filled in."""
    SIDE = "side"
    """The head of a row."""
    TITLE = "title"
    """The title of a sheet."""
    SUBTITLE = "subtitle"
    """What stands above a part of a sheet."""
    WORDS = "words"
    """A sentence that explains, on several lines where it is long."""
    STATEMENT = "statement"
    """What is not to be overlooked."""
    LINK = "link"
    """The way to another sheet."""
    YES = "yes"
    NO = "no"
    LONG = "long"
    """To be filled in, with a text that is too long to be seen whole."""
    WRONG = "wrong"
    """To be filled in, and what is there is an error."""
    DOUBTFUL = "doubtful"
    """To be filled in, and there is a warning of it."""
    KEY_WRONG = "key-wrong"
    """An id, and there is an error of its row."""
    KEY_DOUBTFUL = "key-doubtful"
    """An id, and there is a warning of its row."""


class BookCell(NamedTuple):
    """A cell: its value, what it is for, a note at it, and the sheet that it leads to, by title."""

    value: CellValue = None
    use: CellUse = CellUse.TEXT
    note: str = ""
    to: str = ""


EMPTY: BookCell = BookCell()
"""A cell in which nothing is."""


@dataclass(frozen=True, slots=True)
class BookColumn:
    """How a column is: its width in letters, and for all the rows that may yet come, their use.

    What is `folded` is hidden behind a sign that shows it. `choices` names a list of the book from which is chosen; `others` says whether something else
    may be written too. `fixed` says that what is written in it may not be typed over; unlike a
    protected sheet, such a one can still be sorted. `refusal` is what is said then.
    """

    width: int = 14
    use: CellUse = CellUse.TEXT
    choices: str = ""
    others: bool = False
    hidden: bool = False
    folded: bool = False
    fixed: bool = False
    refusal: str = ""


class Seen(Enum):
    """Whether a sheet is seen: hidden ones can be shown by whoever looks for them, veiled ones not."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    VEILED = "veiled"


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet: its title, its columns and its rows, from the top.

    The first `heads` rows and `sides` columns stay where they are when the rest is moved; `filters`
    says that the rows below the heads can be filtered by column. Row numbers count from 1. `colour`
    is that of its tab, six hexadecimal digits. `locked` says that nothing in it can be typed over.
    `name` is what the sheet is called in a file name.
    """

    title: str
    rows: Iterable[Sequence[BookCell]]
    columns: Sequence[BookColumn] = ()
    heads: int = 0
    sides: int = 0
    filters: bool = False
    hidden_rows: frozenset[int] = frozenset()
    heights: Mapping[int, int] = field(default_factory=dict[int, int])
    merged: Sequence[str] = ()
    seen: Seen = Seen.SHOWN
    locked: bool = False
    colour: str = ""
    name: str = ""
    wide: bool = True
    """Is it printed on wide paper, as wide as one page?"""


@dataclass(frozen=True, slots=True)
class SheetBook:
    """Sheets in their order, the lists that are chosen from by their names, title and day."""

    sheets: Sequence[BookSheet]
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict[str, Sequence[str]])
    title: str = ""
    lang: str = "en"
    day: date | None = None

    @property
    def rows(self) -> int:
        """How many rows there are to read, below the heads of the sheets that are seen."""
        seen = (sheet for sheet in self.sheets if sheet.seen is Seen.SHOWN and sheet.heads)
        return sum(max(sum(1 for _ in sheet.rows) - sheet.heads, 0) for sheet in seen)


def column_letters(number: int) -> str:
    """The letters of a column, counted from 1.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_address(row: int, column: int) -> str:
    """What a cell is called, both counted from 1.

    >>> cell_address(3, 2)
    'B3'
    """
    return f"{column_letters(column)}{row}"


_FORBIDDEN = str.maketrans(dict.fromkeys(":\\/?*[]", " "))
_LONGEST = 31


def sheet_titles(wished: Iterable[str]) -> list[str]:
    """Titles that a sheet may have, each once: short enough, without what is forbidden.

    >>> sheet_titles(["Steps", "steps", "a/b"])
    ['Steps', 'steps (2)', 'a b']
    """
    seen: set[str] = set()
    titles: list[str] = []
    for wish in wished:
        plain = " ".join(wish.translate(_FORBIDDEN).split()).strip("'") or "-"
        title, count = plain[:_LONGEST].rstrip(), 1
        while title.casefold() in seen:
            count += 1
            end = f" ({count})"
            title = plain[: _LONGEST - len(end)].rstrip() + end
        seen.add(title.casefold())
        titles.append(title)
    return titles
