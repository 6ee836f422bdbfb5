"""A path as a sheet and the answers of a workshop, changed and saved by a real LibreOffice."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import lumme_graph as lg
from lumme_graph.sheets.files import read_sheets
from lumme_graph.sheets.given_model import given_model
from offices.conftest import Office

pytestmark = pytest.mark.offices
LUMME = Path(__file__).parents[2] / "models/lumme"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "lumme"
    shutil.copytree(LUMME, folder)
    return folder


def test_a_saved_sheet_of_paths_comes_back_equal(
    model: Path, tmp_path: Path, office: Office
) -> None:
    graph = lg.load(model)
    book = tmp_path / "paths.xlsx"
    lg.write_journeys(graph, book, ["path-hold", "path-ill", "path-school"], lang="fi")
    saved = office(book, "xlsx", tmp_path / "saved")
    found = given_model(read_sheets(saved), graph, remove=True)
    assert [str(fault.message) for fault in found.changes.faults] == []
    assert found.changes.touched == set()
    assert found.changes.removed == []


def test_columns_that_are_added_moved_and_dropped(
    model: Path, tmp_path: Path, office: Office
) -> None:
    """The columns of steps stand from D on; the middle of it is done by another program than ours."""
    book = tmp_path / "hold.xlsx"
    lg.write_journeys(lg.load(model), book, ["path-hold"], lang="en")
    changed = openpyxl.load_workbook(book)
    sheet: Any = changed["Reserving from another Lumme li"]
    rows = {str(sheet.cell(n, 1).value).rpartition("#")[2]: n for n in range(1, sheet.max_row + 1)}
    for row in range(1, sheet.max_row + 1):
        first, second = sheet.cell(row, 4), sheet.cell(row, 5)
        first.value, second.value = second.value, first.value
    sheet.delete_cols(6)
    new = sheet.max_column + 1
    for name, said in {
        "action.en": "tells a friend",
        "actor.kind": "Customer",
        "lane": "Customer",
    }.items():
        sheet.cell(rows[name], new).value = said
    changed.save(tmp_path / "changed.xlsx")
    saved = office(tmp_path / "changed.xlsx", "xlsx", tmp_path / "saved")
    lg.take_book(model, saved, remove=True)
    assert [step.id for step in lg.load(model)[lg.Path, "path-hold"].steps] == [
        "pick-from-shelf",
        "search-and-reserve",
        "pick-up-notice",
        "pick-up",
        "borrow",
        "return",
        "tells-a-friend",
    ]


def test_the_answers_of_a_workshop_come_home(model: Path, tmp_path: Path, office: Office) -> None:
    book = tmp_path / "needs.xlsx"
    lg.write_workshop(lg.load(model), book, "needs", event="event-customer-workshops", lang="fi")
    assert lg.is_workshop(book)
    changed = openpyxl.load_workbook(book)
    sheet: Any = changed[changed.sheetnames[1]]
    row = next(n for n in range(3, 40) if sheet.cell(n, 2).value is None)
    words: list[str | int] = ["Ovet ovat raskaat", "asiakkaat", "Mikkeli", "Kolme kertoi", 5]
    for column, said in enumerate(words, 2):
        sheet.cell(row, column).value = said
    changed.save(tmp_path / "filled.xlsx")
    saved = office(tmp_path / "filled.xlsx", "xlsx", tmp_path / "saved")
    assert lg.is_workshop(saved)
    lg.bring_workshop(model, saved)
    need = lg.load(model)[lg.Need, "need-ovet-ovat-raskaat"]
    (origin,) = need.origins
    assert (origin.by.value, origin.events, origin.dots) == (
        "customers",
        ("event-customer-workshops",),
        5,
    )
    assert origin.at == ("organisation-mikkeli",)


def test_the_sheets_are_laid_out_by_libreoffice(
    model: Path, tmp_path: Path, office: Office
) -> None:
    """Whatever it prints, it opens the books without a word of repair: there is a page for each."""
    for kind, ids in (("journey", ["path-hold"]), ("needs", []), ("promise", [])):
        book = tmp_path / f"{kind}.xlsx"
        lg.write_workshop(lg.load(model), book, kind, ids, lang="sv")
        assert office(book, "pdf", tmp_path / "pdf").stat().st_size > 1_000
