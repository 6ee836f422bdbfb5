"""The sheet to paste into PTV, opened and saved by a real LibreOffice: no text is another one."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import lumme_graph as lg
from offices.conftest import Office

pytestmark = pytest.mark.offices
LUMME = Path(__file__).parents[2] / "models/lumme"


def rows(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """The cells of the sheets that are seen, without rows that hold nothing."""
    book = openpyxl.load_workbook(file)
    return {
        sheet.title: [row for row in sheet.iter_rows(values_only=True) if any(row)]
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    }


def test_libreoffice_keeps_every_cell(office: Office, tmp_path: Path) -> None:
    lg.export(lg.load(LUMME), tmp_path / "ptv.xlsx", "ptv", lang="fi")
    before = rows(tmp_path / "ptv.xlsx")
    assert len(before) == 6
    assert rows(office(tmp_path / "ptv.xlsx", "xlsx", tmp_path / "saved")) == before
