"""A book as XLSX: written row by row, the same bytes for the same book.

Every text is written as a text, so that none is ever run as a formula.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, Literal, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from lumme_graph.base.files import write_file
from lumme_graph.sheets.book import (
    EMPTY,
    LISTS,
    BookCell,
    BookColumn,
    BookSheet,
    CellUse,
    Seen,
    SheetBook,
    column_letters,
)
from lumme_graph.sheets.looks import WRAPPED, Looks, look_like

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MAX_TEXT: Final = 32_767
"""The longest text that a cell of XLSX holds."""
_LAST: Final = 1_048_576
_MAY_COME: Final = 2_000
"""How many rows below the last one are ready to be filled."""
_LINE_HEIGHT: Final = 13.2
_HIGHEST: Final = 400
_LONGEST_ERROR: Final = 225
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_STATES: Final[dict[Seen, Literal["visible", "hidden", "veryHidden"]]] = {
    Seen.SHOWN: "visible",
    Seen.HIDDEN: "hidden",
    Seen.VEILED: "veryHidden",
}
_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_RUNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_xlsx(book: SheetBook, path: Path) -> None:
    """Write a book as XLSX, whole or not at all. Raises `OutputError` where it cannot be written."""
    write_file(path, _bytes(_workbook(book)))


def _workbook(book: SheetBook) -> Workbook:
    workbook = Workbook(write_only=True)
    day = datetime.combine(book.day or date(2000, 1, 1), time())
    workbook.properties.title = book.title
    workbook.properties.creator = "lumme-graph"
    workbook.properties.language = book.lang
    workbook.properties.created = workbook.properties.modified = day
    looks: Looks | None = None
    for sheet in book.sheets:
        made = _new_sheet(workbook, sheet.title)
        looks = looks or Looks(made)
        _Writer(made, sheet, book.lists, looks).write()
    _write_lists(workbook, book.lists)
    return workbook


class _SameBytes(ZipFile):
    """A zip in which no member has a time, so that the same content has the same bytes."""

    def open(self, name: str | ZipInfo, mode: Any = "r", *args: Any, **more: Any) -> IO[bytes]:
        if mode == "w" and isinstance(name, ZipInfo):
            name.date_time = _EPOCH
            name.external_attr = 0o600 << 16
        return super().open(name, mode, *args, **more)


def _bytes(workbook: Workbook) -> bytes:
    """In memory first: a stream to a pipe cannot go back in what it has written."""
    with BytesIO() as memory:
        ExcelWriter(workbook, _SameBytes(memory, "w", ZIP_DEFLATED)).save()
        return memory.getvalue()


class _Writer:
    """Writes one sheet."""

    def __init__(
        self,
        made: Worksheet,
        sheet: BookSheet,
        lists: Mapping[str, Sequence[str]],
        looks: Looks,
    ) -> None:
        self._sheet = sheet
        self._lists = lists
        self._made = made
        self._looks = looks

    def write(self) -> None:
        sheet, made = self._sheet, self._made
        made.sheet_state = _STATES[sheet.seen]
        if sheet.colour:
            made.sheet_properties.tabColor = sheet.colour
        if sheet.heads or sheet.sides:
            made.freeze_panes = f"{column_letters(sheet.sides + 1)}{sheet.heads + 1}"
        made.sheet_view.showGridLines = bool(sheet.heads)
        self._print()
        self._dimensions()
        count = 0
        for row in sheet.rows:
            count += 1
            if count not in sheet.heights and count not in sheet.hidden_rows:
                self._fit(count, row)
            made.append([self._cell(cell) if cell is not EMPTY else None for cell in row])
        self._below(count)

    def _print(self) -> None:
        made = self._made
        made.page_setup.orientation = "landscape" if self._sheet.wide else "portrait"
        made.page_setup.paperSize = 8 if self._sheet.wide else 9
        made.page_setup.fitToWidth, made.page_setup.fitToHeight = 1, 0
        made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        if self._sheet.heads:
            made.print_title_rows = f"1:{self._sheet.heads}"

    def _dimensions(self) -> None:
        for number, column in enumerate(self._sheet.columns, start=1):
            dimension = self._made.column_dimensions[column_letters(number)]
            dimension.width = column.width
            dimension.hidden = column.hidden or column.folded
            dimension.outlineLevel = int(column.folded)
            look_like(dimension, self._looks.by_use[column.use])
        for number in self._sheet.hidden_rows:
            self._made.row_dimensions[number].hidden = True
        for number, height in self._sheet.heights.items():
            self._made.row_dimensions[number].height = height

    def _fit(self, number: int, row: Sequence[BookCell]) -> None:
        """As high as the row's words need, while programs remain free to fit it anew."""
        lines = 1
        for cell, column in zip(row, self._sheet.columns, strict=False):
            value = cell.value
            if isinstance(value, str) and len(value) >= column.width and cell.use in WRAPPED:
                if not (column.hidden or column.folded):
                    lines = max(lines, _lines(value, column.width))
            elif isinstance(value, str) and "\n" in value and cell.use in WRAPPED:
                lines = max(lines, value.count("\n") + 1)
        if lines > 1:
            fitted = _Fitted(self._made, index=number)
            fitted.height = min(_LINE_HEIGHT * lines + 2, _HIGHEST)
            self._made.row_dimensions[number] = fitted

    def _cell(self, given: BookCell) -> Cell:
        value, use, note, to = given
        cell = WriteOnlyCell(self._made)
        look = self._looks.by_use[use]
        if isinstance(value, date) and use is not CellUse.DAY:
            value = value.isoformat()
        if isinstance(value, str):
            if value:
                cell.value = value = escaped(value)
                cell.data_type = "s"
                if value.startswith(_RUNS):
                    look = self._looks.quoted[use]
        elif value is not None:
            cell.value = value
        look_like(cell, look)
        if note:
            cell.comment = _comment(note)
        if to:
            cell.hyperlink = Hyperlink(ref="", location=f"'{to.replace(chr(39), chr(39) * 2)}'!A1")
        return cell

    def _below(self, count: int) -> None:
        """What is known only when all rows are there: filters, choices, locks."""
        sheet, made = self._sheet, self._made
        last = min(max(count, sheet.heads + 1) + _MAY_COME, _LAST)
        if sheet.filters and sheet.columns:
            end = column_letters(len(sheet.columns))
            made.auto_filter.ref = f"A{sheet.heads}:{end}{max(count, sheet.heads + 1)}"
        rules: Any = made.data_validations
        for number, column in enumerate(sheet.columns, start=1):
            letters = column_letters(number)
            if column.choices in self._lists:
                rules.append(_choice(column, letters, sheet.heads + 1, last))
            elif column.fixed and count > sheet.heads:
                rules.append(_fixed(column, letters, sheet.heads + 1, count))
        for area in sheet.merged:
            made.merged_cells.ranges.add(CellRange(area))
        if sheet.locked:
            made.protection.sheet = True
            made.protection.formatColumns = made.protection.formatRows = False


class _Fitted(RowDimension):
    """A height that is fitted again where the words change."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - openpyxl's name
        return False


def _lines(words: str, width: int) -> int:
    """How many lines words take in a column; a little more than the letters alone need."""
    room = max(int(width * 1.15), 1)
    return sum(1 + (len(line) - 1) // room if line else 1 for line in words.split("\n"))


def _new_sheet(workbook: Workbook, title: str) -> Worksheet:
    """A sheet that is written only, which has what one has that is read."""
    return cast("Worksheet", workbook.create_sheet(title))


def _choice(column: BookColumn, letters: str, first: int, last: int) -> DataValidation:
    """The choice of a column; what is not among it is refused, or let pass where others are."""
    return DataValidation(
        type="list",
        formula1=column.choices,
        allow_blank=True,
        showErrorMessage=not column.others,
        error=column.refusal[:_LONGEST_ERROR] or None,
        sqref=f"{letters}{first}:{letters}{last}",
    )


def _fixed(column: BookColumn, letters: str, first: int, last: int) -> DataValidation:
    """That what is there cannot be typed over; unlike a protected sheet it can be sorted."""
    return DataValidation(
        type="custom",
        formula1="FALSE",
        allow_blank=True,
        showErrorMessage=True,
        error=column.refusal[:_LONGEST_ERROR] or None,
        sqref=f"{letters}{first}:{letters}{last}",
    )


def _comment(words: str) -> Comment:
    """A note, in a box that is large enough for it."""
    lines = sum(1 + len(line) // 46 for line in words.split("\n"))
    return Comment(escaped(words)[:MAX_TEXT], "lumme", height=min(24 + 18 * lines, 420), width=320)


def _write_lists(workbook: Workbook, lists: Mapping[str, Sequence[str]]) -> None:
    """The lists on a veiled sheet, a column for each, and the name by which it is known."""
    if not lists:
        return
    sheet = _new_sheet(workbook, LISTS)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
    longest = max(map(len, lists.values()), default=0)
    looks = Looks(sheet)

    def text(words: str) -> Any:
        cell = WriteOnlyCell(sheet, escaped(words))
        cell.data_type = "s"
        look_like(cell, looks.by_use[CellUse.TEXT])
        return cell

    sheet.append([text(name) for name in lists])
    for at in range(longest):
        sheet.append([text(words[at]) if at < len(words) else None for words in lists.values()])
    for number, (name, words) in enumerate(lists.items(), start=1):
        letters = column_letters(number)
        reach = f"{LISTS}!${letters}$2:${letters}${max(len(words), 1) + 1}"
        workbook.defined_names[name] = DefinedName(name, attr_text=reach)


def escaped(words: str) -> str:
    r"""A text as XLSX spells it: what XML cannot hold as `_x000D_`, and what looks so as well.

    >>> escaped("a\r_x0041_")
    'a_x000D__x005F_x0041_'
    """
    return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", words)
