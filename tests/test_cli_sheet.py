"""`lumme sheet`: what it says, what it asks for, and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from running import lumme
from sheet_samples import lakeland, texts

HEADS = 2


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    return lakeland(tmp_path / "lake")


def put(file: Path, title: str, id_: str, key: str, value: object) -> None:
    book = openpyxl.load_workbook(file)
    sheet = book[title]
    column = next(c.column for c in sheet[1] if str(c.value).endswith(f"#{key}"))
    row = next(r[0].row for r in sheet.iter_rows(min_row=HEADS + 1) if r[0].value == id_)
    cell: Any = sheet.cell(row or 0, column or 0)
    cell.value = value
    book.save(file)


def test_out_and_in_and_what_is_said(lake: Path, tmp_path: Path) -> None:
    file = tmp_path / "lake.xlsx"
    out = lumme("sheet", "out", lake, file)
    assert out.code == 0
    assert "lake.xlsx: " in out.err
    same = lumme("sheet", "in", lake, file)
    assert (same.code, same.out) == (0, "")
    assert "nothing to change" in same.err
    put(file, "Services", "service-loan", "cost.en", "Two euros")
    before = texts(lake)
    dry = lumme("sheet", "in", lake, file, "--dry-run")
    assert dry.code == 0
    assert "Free of charge → Two euros" in dry.out
    assert texts(lake) == before
    done = lumme("sheet", "in", lake, file)
    assert done.code == 0
    assert done.out == dry.out
    assert "1 file is changed" in done.err
    assert "cost: {en: Two euros, fi: Maksuton}" in texts(lake)["offer.yaml"]


def test_a_book_with_unread_changes_is_not_written_over(lake: Path, tmp_path: Path) -> None:
    file = tmp_path / "lake.xlsx"
    assert lumme("sheet", "out", lake, file).code == 0
    assert lumme("sheet", "out", lake, file).code == 0
    put(file, "Services", "service-loan", "cost.en", "Two euros")
    before = file.read_bytes()
    refused = lumme("sheet", "out", lake, file)
    assert refused.code == 2
    assert "has changes that are not in the model" in refused.err
    assert file.read_bytes() == before
    (tmp_path / "other.xlsx").write_bytes(b"somebody's own")
    refused = lumme("sheet", "out", lake, tmp_path / "other.xlsx")
    assert (refused.code, "is no book of this model" in refused.err) == (2, True)
    assert lumme("sheet", "out", lake, file, "--force").code == 0
    assert file.read_bytes() != before


@pytest.mark.parametrize("made", ["model", "journey"])
def test_neither_is_one_from_which_something_was_taken_away(
    lake: Path, tmp_path: Path, made: str
) -> None:
    """Nor one in which somebody wrote what is not read."""
    file = tmp_path / "book.xlsx"
    out = ("sheet", "out", lake, file, "--kind", made)
    for change in ("row", "note"):
        assert lumme(*out, "--force").code == 0
        assert lumme(*out).code == 0
        book = openpyxl.load_workbook(file)
        if change == "note":
            book.create_sheet("For Monday")["A1"] = "Ask the board"
        elif made == "model":
            book["Services"].delete_rows(HEADS + 1)
        else:
            book["Borrowing a book"].delete_cols(4)
        book.save(file)
        before = file.read_bytes()
        refused = lumme(*out)
        assert refused.code == 2
        assert "has changes that are not in the model" in refused.err
        assert file.read_bytes() == before


def test_a_cell_that_cannot_be_read_ends_it_with_two(lake: Path, tmp_path: Path) -> None:
    file = tmp_path / "lake.xlsx"
    lumme("sheet", "out", lake, file)
    put(file, "Touchpoints", "touchpoint-desk", "channel", "fone")
    before = texts(lake)
    done = lumme("sheet", "in", lake, file)
    assert done.code == 2
    assert done.out.startswith("Touchpoints!D3: fone is not one of ")
    assert "did you mean Phone?" in done.out
    assert "Nothing is written" in done.err
    assert texts(lake) == before


def test_a_conflict_ends_it_with_one(lake: Path, tmp_path: Path) -> None:
    file = tmp_path / "lake.xlsx"
    lumme("sheet", "out", lake, file)
    put(file, "Services", "service-loan", "cost.en", "Two euros")
    yaml = lake / "offer.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("Free of charge", "One euro"), "utf-8")
    before = texts(lake)
    done = lumme("sheet", "in", lake, file)
    assert done.code == 1
    assert (
        "was changed here and in the files since the book was made: here Two euros, at " in done.out
    )
    assert "offer.yaml:9:10 One euro" in done.out
    assert texts(lake) == before


def test_what_is_misspelt_is_guessed(lake: Path, tmp_path: Path) -> None:
    wrong = lumme("sheet", "ot", lake, tmp_path / "b.xlsx")
    assert wrong.code == 2
    assert "did you mean out?" in wrong.err
    wrong = lumme("sheet", "out", lake, tmp_path / "b.xls")
    assert wrong.code == 2
    assert "ends in .xlsx" in wrong.err
    (tmp_path / "lake.xlsx").write_bytes(b"no book")
    wrong = lumme("sheet", "in", lake, tmp_path / "lake.xlsx")
    assert wrong.code == 2
    assert "is no book" in wrong.err


def test_a_folder_of_csv_goes_out_and_comes_in(lake: Path, tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    assert lumme("sheet", "out", lake, folder, "--format", "csv").code == 0
    file = folder / "service.csv"
    text = file.read_text("utf-8-sig").replace("Free of charge", "Two euros")
    file.write_text(text, encoding="utf-8")
    done = lumme("sheet", "in", lake, folder)
    assert done.code == 0, done.err
    assert "cost: {en: Two euros, fi: Maksuton}" in texts(lake)["offer.yaml"]


@pytest.mark.parametrize("told", ["fi", "sv"])
def test_a_book_is_read_in_its_own_language_whatever_is_spoken(tmp_path: Path, told: str) -> None:
    """The matrices of this model have cells of more than a plain statement, which stand in words."""
    model = shutil.copytree(Path(__file__).parents[1] / "models" / "lumme", tmp_path / "m")
    assert lumme("sheet", "out", model, tmp_path / "b.xlsx", "--lang", "en").code == 0
    done = lumme("sheet", "in", model, tmp_path / "b.xlsx", "--lang", told)
    assert (done.code, done.out) == (0, "")


@pytest.mark.parametrize("kind", ["model", "journey"])
@pytest.mark.parametrize(
    ("model", "lang"), [("clwyd", "cy"), ("oberrhein", "de"), ("oberrhein", "fr")]
)
def test_a_book_in_the_own_words_of_a_model_comes_home(
    tmp_path: Path, model: str, lang: str, kind: str
) -> None:
    """In its own language, as in another one."""
    folder = Path(__file__).parent / "models" / model
    book = tmp_path / "book"
    out = lumme("sheet", "out", folder, book, "--kind", kind, "--format", "csv", "--lang", lang)
    assert out.code == 0, out.err
    for more in ((), ("--lang", "en")):
        back = lumme("sheet", "in", folder, book, "--dry-run", *more)
        assert (back.code, back.out) == (0, "")


def test_what_never_ends_is_not_read(lake: Path, tmp_path: Path) -> None:
    """A device is no book, whatever it is called."""
    endless = tmp_path / "book.xlsx"
    endless.symlink_to("/dev/zero")
    refused = lumme("sheet", "in", lake, endless)
    assert refused.code == 2
    assert "is no file: name a book" in refused.err
    assert lumme("sheet", "out", lake, endless).code == 0


def test_an_error_that_comes_in_with_a_book_is_said(lake: Path, tmp_path: Path) -> None:
    """Also before it is written; what was there before is not said."""
    file = tmp_path / "lake.xlsx"
    lumme("sheet", "out", lake, file)
    put(file, "Services", "service-loan", "cost.en", "Ask anna.person@mail.example.org")
    for more in (("--dry-run",), ()):
        done = lumme("sheet", "in", lake, file, *more)
        assert done.code == 0
        assert f"1 error has come in with it (LG802): see lumme check {lake}" in done.err
    put(file, "Services", "service-room", "name.en", "Room")
    assert "come in with it" not in lumme("sheet", "in", lake, file).err


def test_what_is_gone_on_one_side_and_changed_on_the_other_is_said_so(
    lake: Path, tmp_path: Path
) -> None:
    file, yaml = tmp_path / "lake.xlsx", lake / "offer.yaml"
    lumme("sheet", "out", lake, file)
    whole = yaml.read_text("utf-8")
    put(file, "Services", "service-room", "name.en", "Room")
    yaml.write_text(whole[: whole.index("- id: service-room")], "utf-8")
    done = lumme("sheet", "in", lake, file)
    assert done.code == 1
    assert "service-room was changed here, and the files have it no more" in done.out
    yaml.write_text(whole.replace("Kokoushuone", "Huone"), "utf-8")
    book = openpyxl.load_workbook(file)
    sheet: Any = book["Services"]
    row = next(r[0].row for r in sheet.iter_rows() if r[0].value == "service-room")
    sheet.delete_rows(row)
    book.save(file)
    done = lumme("sheet", "in", lake, file, "--remove")
    assert done.code == 1
    assert "service-room is in the book no more, and was changed at " in done.out
