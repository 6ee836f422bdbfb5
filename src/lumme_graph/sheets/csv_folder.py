"""A book as a folder of CSV files, one a sheet, and such a folder as a given book.

What a spreadsheet would run as a formula has an apostrophe before it in the file, which is taken
away when it is read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from lumme_graph.base.files import write_file
from lumme_graph.sheets.book import SEPARATOR, BookSheet, CellValue, Seen, SheetBook
from lumme_graph.sheets.given import BookError, GivenBook, GivenCell, GivenRow, GivenSheet

MAX_CSV: Final = 64 * 1024 * 1024
_RUNS: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED: Final = re.compile(r"''*[=+\-@\t\r\n＝＋－＠]")
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?")
_BOM: Final = "\ufeff"
_SEPARATORS: Final = ",;\t"
_FEW: Final = 4_096


def csv_of(sheet: BookSheet) -> str:
    """A sheet as CSV, as spreadsheets read it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in _lines(sheet):
        writer.writerow(map(_guarded, row))
    return _BOM + out.getvalue()


def _lines(sheet: BookSheet) -> Iterator[list[CellValue]]:
    """The rows; where a hidden one names the columns of the heads below it, its names are the heads."""
    rows = iter(sheet.rows)
    if sheet.heads and 1 in sheet.hidden_rows:
        yield [str(cell.value).rpartition(SEPARATOR)[2] for cell in next(rows)]
        next(rows)
    for row in rows:
        yield [cell.value for cell in row]


def write_csv(book: SheetBook, folder: Path) -> None:
    """Write each sheet as a file of a folder. Raises `OutputError` where one cannot be written."""
    for sheet in book.sheets:
        if sheet.seen is not Seen.HIDDEN:
            write_file(folder / f"{sheet.name or sheet.title}.csv", csv_of(sheet))


def read_csv_folder(folder: Path) -> GivenBook:
    """The files of a folder as sheets. Raises `BookError` where one cannot be read."""
    files = sorted(file for file in folder.glob("*.csv") if file.is_file())
    if not files:
        raise BookError(f"{folder} holds no CSV file")
    return GivenBook(str(folder), tuple(read_csv(file) for file in files))


def read_csv(file: Path) -> GivenSheet:
    """A CSV file as a sheet, its values as text. Raises `BookError` where it cannot be read."""
    try:
        if file.stat().st_size > MAX_CSV:
            raise BookError(f"{file} is larger than {MAX_CSV >> 20} MiB; it is not read")
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BookError(
            f"{file} is not UTF-8 (byte {error.start}): save it as CSV UTF-8, and give that"
        ) from None
    except OSError as error:
        raise BookError(f"{file} cannot be read: {error.strerror}") from None
    return GivenSheet(file.stem, tuple(_rows(file, text)))


def _rows(file: Path, text: str) -> Iterator[GivenRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        for number, words in enumerate(reader, start=1):
            cells = tuple(_cells(number, words))
            if cells:
                yield GivenRow(number, cells)
    except csv.Error as error:
        raise BookError(f"{file}:{reader.line_num}: this is no CSV ({error})") from None


def _cells(number: int, words: Iterable[str]) -> Iterator[GivenCell]:
    for column, value in enumerate(words, start=1):
        if value:
            plain = value[1:] if _GUARDED.match(value) else value
            yield GivenCell(plain, number, column)


def _separator(text: str) -> str:
    """What is between the cells of the first line: Excel writes a semicolon in many countries."""
    first = text[:_FEW].partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _guarded(value: CellValue) -> str:
    if value is None:
        return ""
    words = str(value)
    return f"'{words}" if _RUNS.match(words) and not _NUMBER.fullmatch(words) else words
