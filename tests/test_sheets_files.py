"""Books as files: what is put into a cell comes out of it, the same bytes each time, and nothing acts."""

from __future__ import annotations

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from hypothesis import given, settings
from strategies import words

from lumme_graph.sheets.book import (
    BookCell,
    BookColumn,
    BookSheet,
    CellUse,
    Seen,
    SheetBook,
    sheet_titles,
)
from lumme_graph.sheets.csv_folder import read_csv
from lumme_graph.sheets.files import read_sheets, write_sheets
from lumme_graph.sheets.given import BookError
from lumme_graph.sheets.xlsx_in import read_xlsx

DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "'=1", "''", "-2 %")
LOOKS_LIKE = (
    "007",
    "2026-11-26",
    "1.5",
    "TRUE",
    "1e5",
    "12:30",
    " a ",
    "_x000D_",
    "a\r\nb",
    "\ufffe",
)


def book(*values: object) -> SheetBook:
    """A book of one sheet with one column of values below its head."""
    rows = [[BookCell("head", CellUse.HEAD)], *([BookCell(value)] for value in values)]  # type: ignore[arg-type]
    sheet = BookSheet("One", rows, [BookColumn(20, choices="some")], heads=1, filters=True)
    return SheetBook([sheet], {"some": ["a", "b"]}, "A book", "en", date(2026, 8, 22))


def values(path: Path) -> list[object]:
    return [row.cells[0].value for row in read_sheets(path).sheets[0].rows[1:]]


def test_a_text_stays_the_text_that_it_is(tmp_path: Path) -> None:
    file = tmp_path / "b.xlsx"
    write_sheets(book(*DANGEROUS, *LOOKS_LIKE), file)
    assert values(file) == [*DANGEROUS, *LOOKS_LIKE]


def test_numbers_and_days_are_numbers_and_days(tmp_path: Path) -> None:
    file = tmp_path / "b.xlsx"
    day = BookSheet("Two", [[BookCell(date(2026, 2, 28), CellUse.DAY)]])
    write_sheets(SheetBook([*book(3, Decimal("2.50"), date(2026, 2, 28)).sheets, day]), file)
    assert values(file) == [3, 2.5, "2026-02-28"]
    assert read_sheets(file).sheets[1].rows[0].cells[0].value == date(2026, 2, 28)


def test_no_text_is_written_as_a_formula(tmp_path: Path) -> None:
    file = tmp_path / "b.xlsx"
    write_sheets(book(*DANGEROUS), file)
    sheet = openpyxl.load_workbook(file)["One"]
    cells = [sheet.cell(row, 1) for row in range(2, len(DANGEROUS) + 2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells] == [True] * 6 + [False] * 2 + [True]


def test_the_same_book_has_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    write_sheets(book("a", 1), one)
    write_sheets(book("a", 1), other)
    assert one.read_bytes() == other.read_bytes()


def test_a_list_is_chosen_from_and_an_id_is_not_typed_over(tmp_path: Path) -> None:
    rows = [
        [BookCell("id", CellUse.HEAD), BookCell("x", CellUse.HEAD)],
        [BookCell("a-1"), BookCell("b")],
    ]
    columns = [
        BookColumn(9, CellUse.KEY, fixed=True, refusal="never"),
        BookColumn(9, choices="some"),
    ]
    sheet = BookSheet("S", rows, columns, heads=1, sides=1, hidden_rows=frozenset({1}))
    veiled = BookSheet("V", [], seen=Seen.VEILED)
    file = tmp_path / "b.xlsx"
    write_sheets(SheetBook([sheet, veiled], {"some": ["a", "b"]}), file)
    made = openpyxl.load_workbook(file)
    fixed, chosen = made["S"].data_validations.dataValidation
    assert (str(fixed.sqref), fixed.formula1, fixed.error) == ("A2", "FALSE", "never")
    assert (str(chosen.sqref), chosen.formula1) == ("B2:B2002", "some")
    assert made.defined_names["some"].attr_text == "_lists!$A$2:$A$3"
    assert made["S"].freeze_panes == "B2"
    assert made["S"].row_dimensions[1].hidden
    assert made["V"].sheet_state == made["_lists"].sheet_state == "veryHidden"


@settings(max_examples=30)
@given(words())
def test_any_text_comes_back_from_a_file_of_each_form(
    tmp_path_factory: pytest.TempPathFactory, said: str
) -> None:
    folder = tmp_path_factory.mktemp("b")
    write_sheets(book(said, "end"), folder / "b.xlsx")
    assert values(folder / "b.xlsx") == ([said, "end"] if said else ["end"])
    write_sheets(book(said, "end"), folder / "csv")
    assert values(folder / "csv") == ([said, "end"] if said else ["end"])


def test_csv_is_read_with_the_separators_of_other_countries(tmp_path: Path) -> None:
    file = tmp_path / "service.csv"
    file.write_bytes('\ufeffid;name.fi\r\nservice-a;"Ääni; ""öljy"""\r\n'.encode())
    sheet = read_csv(file)
    assert [[cell.value for cell in row.cells] for row in sheet.rows] == [
        ["id", "name.fi"],
        ["service-a", 'Ääni; "öljy"'],
    ]


def test_titles_of_sheets_are_short_and_each_once() -> None:
    assert sheet_titles(["x" * 40, "x" * 40, "a:b/c", "'q'"]) == [
        "x" * 31,
        "x" * 27 + " (2)",
        "a b c",
        "q",
    ]


def packed(members: dict[str, bytes]) -> bytes:
    with BytesIO() as memory:
        with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return memory.getvalue()


def whole(tmp_path: Path) -> dict[str, bytes]:
    """The members of a good book."""
    write_sheets(book("a"), tmp_path / "good.xlsx")
    with zipfile.ZipFile(tmp_path / "good.xlsx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("member", "data", "said"),
    [
        ("xl/vbaProject.bin", b"x", "has macros"),
        ("xl/macrosheets/sheet1.xml", b"<x/>", "has macros"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", "links to other files"),
        ("xl/connections.xml", b"<x/>", "links to other files"),
        ("xl/embeddings/oleObject1.bin", b"x", "other files within it"),
        ("xl/worksheets/sheet1.xml", BOMB, "declares a document type"),
        ("xl/sharedStrings.xml", b" " * (1 << 20) + BOMB, "declares a document type"),
        ("xl/sharedStrings.xml", "<?xml?><x/>".encode("utf-16"), "is not UTF-8"),
        ("xl/media/a.bin", bytes(40 << 20), "unpacks to far more"),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row", "damaged"),
    ],
)
def test_what_acts_or_bursts_is_refused(
    tmp_path: Path, member: str, data: bytes, said: str
) -> None:
    file = tmp_path / "bad.xlsx"
    file.write_bytes(packed({**whole(tmp_path), member: data}))
    with pytest.raises(BookError, match=said):
        read_sheets(file)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xls", b"x", r"old form \.xls: open it"),
        ("a.ods", b"x", r"form \.ods: open it"),
        ("a.xlsm", b"x", "with macros: save it as"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"old form \.xls"),
        ("a.xlsx", b"id,name\n", "is no book: an .xlsx file"),
        ("a.xlsx", b"PK\x03\x04 broken", "damaged"),
        (
            "a.xlsx",
            packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
            r"\.ods",
        ),
        ("a.xlsx", packed({"word/document.xml": b"<x/>"}), "is a zip, but no book"),
    ],
)
def test_another_file_is_named_for_what_it_is(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BookError, match=said):
        read_sheets(tmp_path / name)


def test_a_file_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "lumme.xlsx").write_bytes(b"x")
    with pytest.raises(BookError, match=r"no file .*lume\.xlsx; did you mean .*lumme\.xlsx\?"):
        read_sheets(tmp_path / "lume.xlsx")


def test_half_a_book_is_damaged(tmp_path: Path) -> None:
    write_sheets(book(*map(str, range(500))), tmp_path / "a.xlsx")
    data = (tmp_path / "a.xlsx").read_bytes()
    for cut in (len(data) // 2, len(data) - 30):
        (tmp_path / "b.xlsx").write_bytes(data[:cut])
        with pytest.raises(BookError, match="damaged"):
            read_sheets(tmp_path / "b.xlsx")


def test_what_is_written_is_xml_that_others_read(tmp_path: Path) -> None:
    for name, data in whole(tmp_path).items():
        if name.endswith((".xml", ".rels")):
            assert ET.fromstring(data) is not None


def test_the_error_that_a_formula_has_left_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "b.xlsx"
    write_sheets(book("a"), file)
    opened = openpyxl.load_workbook(file)
    opened["One"]["A2"] = "#REF!"
    assert opened["One"]["A2"].data_type == "e"
    opened.save(file)
    cells = [cell for sheet in read_xlsx(file).sheets for row in sheet.rows for cell in row.cells]
    assert [cell.address for cell in cells if cell.formula] == ["A2"]
