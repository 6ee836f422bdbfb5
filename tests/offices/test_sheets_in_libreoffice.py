"""Books that real programs for sheets have opened, changed and saved come back."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sheet_samples import changed_lines, lakeland, texts

import lumme_graph as lg
from lumme_graph.reading.write import plain
from offices.conftest import Office

pytestmark = pytest.mark.offices

LUMME = Path(__file__).parents[2] / "models" / "lumme"
HEADS = 2


def said(graph: lg.ServiceGraph) -> dict[str, object]:
    return {element.id: plain(element) for element in graph}


def test_a_book_that_libreoffice_has_saved_says_the_same(office: Office, tmp_path: Path) -> None:
    model = tmp_path / "lumme"
    shutil.copytree(LUMME, model)
    graph = lg.load(model)
    lg.write_book(graph, tmp_path / "b.xlsx", lang="fi", findings=lg.check(graph))
    saved = office(tmp_path / "b.xlsx", "xlsx", tmp_path / "saved")
    assert said(lg.read_book(saved)) == said(graph)
    taken = lg.take_book(model, saved)
    assert (taken.written, taken.problems, taken.removed, taken.notes) == ((), (), (), ())


def backwards(file: Path) -> None:
    """The columns of every sheet of a table from the last to the first."""
    book = openpyxl.load_workbook(file)
    for sheet in book.worksheets:
        if "#" in str(sheet.cell(1, 1).value):
            rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
            for number, row in enumerate(rows, start=1):
                for column, value in enumerate(reversed(row), start=1):
                    cell: Any = sheet.cell(number, column)
                    cell.value = value
                    if isinstance(value, str):
                        cell.data_type = "s"
    book.save(file)


def test_with_its_columns_the_other_way_round_it_says_the_same(
    office: Office, tmp_path: Path
) -> None:
    graph = lg.load(LUMME)
    lg.write_book(graph, tmp_path / "b.xlsx")
    backwards(tmp_path / "b.xlsx")
    saved = office(tmp_path / "b.xlsx", "xlsx", tmp_path / "saved")
    assert said(lg.read_book(saved)) == said(graph)


def test_what_is_changed_in_libreoffice_arrives(office: Office, tmp_path: Path) -> None:
    """As a flat document the book is text, in which a cell is changed as a person would."""
    lake = lakeland(tmp_path / "lake")
    lg.write_book(lg.load(lake), tmp_path / "b.xlsx")
    flat = office(tmp_path / "b.xlsx", "fods", tmp_path / "flat")
    text = flat.read_text("utf-8")
    table = re.search(r'<table:table table:name="Services".*?</table:table>', text, re.DOTALL)
    assert table is not None
    changed = table[0].replace("<text:p>Lainaus</text:p>", "<text:p>Lainaaminen</text:p>")
    assert changed != table[0]
    flat.write_text(text.replace(table[0], changed), encoding="utf-8")
    saved = office(flat, "xlsx", tmp_path / "saved")
    before = texts(lake)
    taken = lg.take_book(lake, saved)
    assert (taken.problems, taken.removed) == ((), ())
    assert changed_lines(before, texts(lake)) == [
        ("offer.yaml", "-    fi: Lainaus   # not: laina"),
        ("offer.yaml", "+    fi: Lainaaminen   # not: laina"),
    ]


def test_what_another_program_has_typed_arrives(office: Office, tmp_path: Path) -> None:
    """Numbers as numbers, truth as truth, a formula as one; then saved by LibreOffice."""
    lake = lakeland(tmp_path / "lake")
    lg.write_book(lg.load(lake), tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")

    def put(title: str, id_: str, key: str, value: object) -> None:
        sheet = book[title]
        column = next(c.column for c in sheet[1] if str(c.value).endswith(f"#{key}"))
        row = next(r for r in sheet.iter_rows(min_row=HEADS + 1) if id_ in [c.value for c in r])
        cell: Any = sheet.cell(row[0].row or 0, column or 0)
        cell.value = value

    put("Steps", "borrow", "feeling.value", -2)
    put("Steps", "borrow", "moment_of_truth", True)
    put("Facts", "service-loan", "value", 14)
    put("Services", "service-room", "cost.en", "2,50 €")
    book.save(tmp_path / "b.xlsx")
    saved = office(tmp_path / "b.xlsx", "xlsx", tmp_path / "saved")
    taken = lg.take_book(lake, saved)
    assert (taken.problems, taken.removed) == ((), ())
    graph = lg.load(lake)
    step = graph[lg.Path, "path-loan"].steps[1]
    assert step.feeling is not None
    assert (step.feeling.value, step.moment_of_truth) == (-2, True)
    assert graph[lg.Service, "service-loan"].facts[0].value == "14"
    assert graph[lg.Service, "service-room"].cost == {"en": "2,50 €"}


def test_a_formula_that_was_typed_is_told(office: Office, tmp_path: Path) -> None:
    lake = lakeland(tmp_path / "lake")
    lg.write_book(lg.load(lake), tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")
    book["Services"]["K3"] = '=UPPER("free")'
    book.save(tmp_path / "b.xlsx")
    saved = office(tmp_path / "b.xlsx", "xlsx", tmp_path / "saved")
    before = texts(lake)
    (fault,) = lg.take_book(lake, saved).faults
    assert fault.place == "Services!K3"
    assert texts(lake) == before
