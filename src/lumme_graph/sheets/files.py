"""A book to a file and back, in the form that its name says: XLSX, or a folder of CSV files."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lumme_graph.base.error import KnownError
from lumme_graph.base.extras import need
from lumme_graph.base.guess import nearest
from lumme_graph.sheets.book import SheetBook
from lumme_graph.sheets.csv_folder import read_csv_folder, write_csv
from lumme_graph.sheets.given import BookError, GivenBook

BOOK_FORMATS: Final = ("xlsx", "csv")
"""The forms of a book: one file, or a folder of files."""


def write_sheets(book: SheetBook, path: Path, form: str | None = None) -> None:
    """Write a book; without `form`, what has no end to its name is a folder of CSV files.

    Raises `KnownError` for another form, and `OutputError` where it cannot be written.
    """
    if (form or _form_of(path)) == "csv":
        write_csv(book, path)
        return
    need("openpyxl", "defusedxml")
    from lumme_graph.sheets.xlsx_out import write_xlsx

    write_xlsx(book, path)


def read_sheets(path: Path) -> GivenBook:
    """Read a book that was given. Raises `BookError` where it cannot be read, or not safely."""
    if path.is_dir():
        return read_csv_folder(path)
    if not path.exists():
        near = path.parent.glob("*") if path.parent.is_dir() else ()
        guess = nearest(path.name, (one.name for one in near))
        more = f"; did you mean {path.with_name(guess)}?" if guess else ""
        raise BookError(f"there is no file {path}{more}")
    if not path.is_file():
        raise BookError(f"{path} is no file: name a book, or a folder of CSV files")
    from lumme_graph.sheets.xlsx_in import read_xlsx

    return read_xlsx(path)


def _form_of(path: Path) -> str:
    suffix = path.suffix.lower()
    if path.is_dir() or not suffix:
        return "csv"
    if suffix != ".xlsx":
        guess = nearest(suffix, (".xlsx", ".csv"))
        more = f"; did you mean {path.with_suffix(guess)}?" if guess == ".xlsx" else ""
        raise KnownError(
            f"{path}: name a file that ends in .xlsx, or a folder with --format csv{more}"
        )
    return "xlsx"
