"""`lumme translate`: a catalogue in the model's folder, written whole, and nothing else touched."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from running import lumme

from lumme_graph.base.catalogue import SHIPPED, catalogue_of, shipped, shipped_text
from lumme_graph.base.finding import Place
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.base.translation import translation
from lumme_graph.graph.read import load, read

MODEL = "as_of: 2026-08-22\n"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "lakes"
    folder.mkdir()
    (folder / "model.yaml").write_text(MODEL, encoding="utf-8")
    return folder


def test_a_catalogue_is_begun_and_brought_up_to_date(model: Path) -> None:
    count = len(shipped("fi").forms)
    run = lumme("translate", "CY", "lakes", cwd=model.parent)
    file = model / "locale" / "cy.po"
    assert run == (
        f"{Path('lakes/locale/cy.po')}\n",
        f"0 of {count} translated, 0 to be looked at again\n",
        0,
    )
    begun = file.read_text(encoding="utf-8")
    filled = begun.replace('"by {day}"\nmsgstr ""', '"by {day}"\nmsgstr "erbyn {day}"')
    file.write_text(filled, encoding="utf-8")
    run = lumme("translate", "cy", "lakes", cwd=model.parent)
    assert run.err == f"1 of {count} translated, 0 to be looked at again\n"
    assert file.read_text(encoding="utf-8") == filled
    assert catalogue_of(filled).words("by {day}") == "erbyn {day}"
    assert sorted(path.name for path in model.iterdir()) == ["locale", "model.yaml"]


def test_a_file_that_spells_its_tag_in_another_way_is_the_one(model: Path) -> None:
    file = model / "locale" / "pt-br.po"
    file.parent.mkdir()
    file.write_text("# Mine.\n", encoding="utf-8")
    assert lumme("translate", "pt-BR", "lakes", "-q", cwd=model.parent).err == ""
    assert [path.name for path in file.parent.iterdir()] == ["pt-br.po"]
    assert file.read_text(encoding="utf-8").startswith("# Mine.\nmsgid")


def test_of_two_spellings_the_one_asked_for_is_brought_up_to_date(model: Path) -> None:
    folder = model / "locale"
    folder.mkdir()
    (folder / "CY.po").write_text("# Other.\n", encoding="utf-8")
    (folder / "cy.po").write_text("# Mine.\n", encoding="utf-8")
    assert lumme("translate", "cy", "lakes", "-q", cwd=model.parent).err == ""
    assert (folder / "cy.po").read_text(encoding="utf-8").startswith("# Mine.\nmsgid")


def test_a_catalogue_is_no_stray_file(model: Path) -> None:
    lumme("translate", "cy", "lakes", cwd=model.parent)
    assert "LG306" not in lumme("check", "lakes", cwd=model.parent).out
    (model / "locale" / "cy.mo").write_bytes(b"")
    assert "LG306" in lumme("check", "lakes", cwd=model.parent).out


@pytest.mark.parametrize(
    ("tag", "old", "said"),
    [
        ("../x", None, "'../x' is not a language tag; write it as cy, or pt-BR"),
        ("cy", b"\xff\xfe", "is not UTF-8; save it again with that encoding"),
        ("cy", b'msgid "a"\nmsgstr "b\n', "line 2: this is no line of a .po file; mend it first"),
        ("cy", b"#" * (2 * 1024 * 1024 + 1), "is larger than any catalogue"),
    ],
)
def test_what_cannot_be_translated_is_left_alone(
    model: Path, tag: str, old: bytes | None, said: str
) -> None:
    file = model / "locale" / "cy.po"
    if old is not None:
        file.parent.mkdir()
        file.write_bytes(old)
    run = lumme("translate", tag, "lakes", cwd=model.parent)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert not file.exists() if old is None else file.read_bytes() == old


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    run = lumme("translate", "cy", ".", cwd=tmp_path)
    assert (run.code, run.err) == (
        2,
        "lumme: . holds no model.yaml; name the folder of a model\n",
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_model_is_refused(model: Path) -> None:
    outside = model.parent / "outside"
    outside.mkdir()
    (model / "locale").symlink_to(outside)
    run = lumme("translate", "cy", "lakes", cwd=model.parent)
    assert run.code == 2
    assert "leads out of the model's folder" in run.err
    assert list(outside.iterdir()) == []


def test_the_shipped_catalogues_are_as_the_command_writes_them() -> None:
    for tag in SHIPPED:
        assert translation(tag, shipped_text("fi"), shipped_text(tag)).text == shipped_text(tag)


def test_flaws_of_a_catalogue_are_found_at_their_lines_and_do_no_harm(model: Path) -> None:
    file = model / "locale" / "cy.po"
    file.parent.mkdir()
    file.write_text(
        'msgid "by {day}"\nmsgstr "{day.__class__}"\n\nmsgid "on or after {day}"\nmsgstr "o {day}"\n',
        encoding="utf-8",
    )
    run = lumme("check", "lakes", "--select", "LG505", cwd=model.parent)
    assert "lakes/locale/cy.po:1:1" in run.out
    assert run.code == 0
    graph = load(model)
    catalogue, place = graph.files.catalogues["cy"]
    assert catalogue.words("by {day}") is None
    assert catalogue.words("on or after {day}") == "o {day}"
    assert place == Place(f"{model.as_posix()}/locale/cy.po")


def test_a_catalogue_is_read_within_the_bounds_of_every_file(model: Path) -> None:
    file = model / "locale" / "cy.po"
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe")
    graph, findings = read(model)
    assert [finding.code for finding in findings] == ["LG001"]
    assert graph.files.catalogues == {}


def test_a_model_is_said_with_its_own_words_languages_and_country(model: Path) -> None:
    (model / "model.yaml").write_text(
        f"{MODEL}languages: {{required: [fi, se]}}\ncountry: FI\n", encoding="utf-8"
    )
    file = model / "locale" / "se.po"
    file.parent.mkdir()
    file.write_text('msgid "Loan"\nmsgstr "Loatna"\n', encoding="utf-8")
    speak = load(model).speaker("se")
    assert speak(Label("Loan")) == Said("Loatna", "se")
    assert speak(Label("by {day}"), day="x") == Said("viimeistään x", "fi", fallback=True)
    assert speak(date(2026, 8, 22)).words == "22 borgemánnu 2026"
