"""An XLSX file as a given book: the values that stand in it, never what a formula comes to."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, cast
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from lumme_graph.base.extras import need
from lumme_graph.sheets.given import (
    BookError,
    GivenBook,
    GivenCell,
    GivenRow,
    GivenSheet,
    GivenValue,
)
from lumme_graph.sheets.safe_zip import safe_bytes

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell

MAX_CELLS: Final = 4_000_000
"""How many cells of a book are read."""
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RUN: Final = {"f", "e"}
"""The types of cells that hold a formula, or the error that one has left."""
_TRUTHS: Final = {"=TRUE()": True, "=FALSE()": False}
"""How LibreOffice writes that something is so, or not."""
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_xlsx(file: Path) -> GivenBook:
    """Read a book. Raises `BookError` for what is no book, is damaged, or is not safe to read."""
    need("openpyxl", "defusedxml")
    data = safe_bytes(file)
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, keep_links=False)
            try:
                return GivenBook(str(file), tuple(_sheets(file, book, _merged_areas(data))))
            finally:
                book.close()
    except (BadZipFile, KeyError, ValueError, TypeError, ParseError, IndexError, OSError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise BookError(f"{file} is damaged and cannot be read ({why}): save it again") from None


def _sheets(file: Path, book: Workbook, merged: dict[str, tuple[str, ...]]) -> Iterator[GivenSheet]:
    left = MAX_CELLS
    for sheet in book.worksheets:
        if hasattr(sheet, "reset_dimensions"):
            sheet.reset_dimensions()
        rows: list[GivenRow] = []
        for cells in sheet.iter_rows():
            found = tuple(_cells(cells))
            if found:
                left -= len(found)
                if left < 0:
                    raise BookError(f"{file} has more than {MAX_CELLS} cells; it is not read")
                rows.append(GivenRow(found[0].row, found))
        yield GivenSheet(sheet.title, rows, merged.get(sheet.title, ()))


def _cells(cells: tuple[Cell | MergedCell, ...]) -> Iterator[GivenCell]:
    for cell in cells:
        value = cell.value
        if value is None or value == "":
            continue
        row, column = cast("int", cell.row), cast("int", cell.column)
        if cell.data_type == "f" and str(value) in _TRUTHS:
            yield GivenCell(_TRUTHS[str(value)], row, column)
        else:
            yield GivenCell(_plain(value, cell.data_type), row, column, cell.data_type in _RUN)


def _plain(value: object, data_type: str) -> GivenValue:
    if isinstance(value, str):
        return unescaped(value) if data_type != "f" and "_x" in value else value
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    if isinstance(value, bool | int | float | date | time | timedelta):
        return value
    return str(value)


def unescaped(words: str) -> str:
    r"""A text of XLSX as it is meant.

    >>> unescaped("a_x000D__x005F_x0041_")
    'a\r_x0041_'
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)


def _merged_areas(data: bytes) -> dict[str, tuple[str, ...]]:
    """The merged areas of each sheet by its title: the quick way of openpyxl does not tell them."""
    from defusedxml.ElementTree import fromstring

    with ZipFile(BytesIO(data)) as archive:
        book = fromstring(archive.read("xl/workbook.xml"))
        relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        parts = {one.get("Id"): _part(one.get("Target") or "") for one in relations}
        areas: dict[str, tuple[str, ...]] = {}
        for sheet in book.iter(f"{_MAIN}sheet"):
            part = parts.get(sheet.get(_RELATION), "")
            if part in archive.namelist():
                found = _MERGED.findall(_after_rows(archive.read(part)))
                areas[sheet.get("name") or ""] = tuple(one.decode() for one in found)
    return areas


def _after_rows(part: bytes) -> bytes:
    """What of a sheet stands behind its rows."""
    return part[max(part.rfind(b"sheetData>"), 0) :]


def _part(target: str) -> str:
    """The member that a relation of the book leads to."""
    return target[1:] if target.startswith("/") else str(PurePosixPath("xl") / target)
