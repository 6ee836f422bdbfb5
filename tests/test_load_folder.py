from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from load_folders import said, write

from lumme_graph.base.files import MAX_BYTES
from lumme_graph.elements.guide import Section
from lumme_graph.graph.read import read
from lumme_graph.reading.folder import read_folder

ROLE = "- id: role-{0}\n  name: {{en: {0}}}\n"


def found(root: Path, lang: str = "en") -> list[str]:
    return said(root, read(root)[1], lang)


def test_files_in_any_sub_folder_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    names = ["b.yaml", "a/z.yaml", "a/deep/er/c.yml", "C.yaml"]
    write(tmp_path, {name: ROLE.format(f"r{n}") for n, name in enumerate(names)})
    graph, findings = read(tmp_path)
    assert findings == ()
    assert [element.id for element in graph] == ["role-r3", "role-r2", "role-r1", "role-r0"]


def test_what_is_no_part_of_a_model_is_left_alone(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "README.md": "- [not yaml",
            "guide/README.md": "about the guide",
            "notes.txt": "x: [",
            "a.json": "{",
            ".hidden.yaml": "x: [",
            ".git/config.yaml": "x: [",
            "guide/.section-a.fi.md": "x",
            "other/section-a.fi.md": "not in guide/",
        },
    )
    graph, findings = read(tmp_path)
    assert (len(graph), findings) == (0, ())


def test_a_folder_with_the_name_of_a_file_is_a_folder(tmp_path: Path) -> None:
    write(tmp_path, {"x.yaml/a.yaml": ROLE.format("a")})
    graph, findings = read(tmp_path)
    assert [element.id for element in graph] == ["role-a"]
    assert findings == ()


@pytest.mark.parametrize(
    ("lang", "sentence", "hint"),
    [
        ("en", "this folder has no model.yaml", "name a folder that holds a model.yaml"),
        ("fi", "kansiossa ei ole tiedostoa model.yaml", "anna kansio, jossa on model.yaml"),
    ],
)
def test_a_folder_without_settings(tmp_path: Path, lang: str, sentence: str, hint: str) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff")
    whole = [line.removeprefix(f"{tmp_path.as_posix()} ") for line in found(tmp_path, lang)]
    assert whole == [f"LG013 {sentence}; {hint}"], "what is below is not looked into"


def test_a_folder_of_models_names_one(tmp_path: Path) -> None:
    write(tmp_path / "models" / "lake", {"a.yaml": "- [not yaml"})
    assert found(tmp_path) == [
        (
            f"{tmp_path.as_posix()} LG013 this folder has no model.yaml; name a folder that holds a "
            f"model.yaml, such as {tmp_path.as_posix()}/models/lake"
        )
    ]


def test_no_folder_and_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (missing,) = read(tmp_path / "missing")[1]
    assert missing.message() == "there is no such folder"
    assert missing.message("fi") == "kansiota ei ole"
    assert missing.place.file == (tmp_path / "missing").as_posix()
    (file,) = read(tmp_path / "file")[1]
    assert file.message() == "this is a file, not a folder"
    assert file.message("fi") == "tämä on tiedosto, ei kansio"


def test_text_that_is_not_utf8(tmp_path: Path) -> None:
    write(
        tmp_path, {"a.yaml": "ä: b\nöx".encode() + b"\xe4: c\n", "guide/section-a.fi.md": b"\xff"}
    )
    hint = "open it in an editor and save it again with the encoding UTF-8"
    why = "it is not UTF-8 but probably Windows-1252"
    assert found(tmp_path) == [
        f"a.yaml:2:3 LG001 the file cannot be read: {why}; {hint}",
        f"guide/section-a.fi.md:1:1 LG001 the file cannot be read: {why}; {hint}",
    ]
    assert found(tmp_path, "fi")[0] == (
        "a.yaml:2:3 LG001 tiedostoa ei voi lukea: se ei ole UTF-8-tekstiä vaan luultavasti "
        "Windows-1252-tekstiä; tallenna se editorissa uudelleen ja valitse merkistöksi UTF-8"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_told_with_the_way_out(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, {"a.yaml": "- id: role-ä\n".encode(encoding) + b"\xff\xd8"})
    assert found(tmp_path) == [
        (
            "a.yaml:1:1 LG001 the file cannot be read: it is UTF-16; open it in an editor and save it "
            "again with the encoding UTF-8"
        )
    ]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": b"\xef\xbb\xbf" + ROLE.format("a").encode()})
    graph, findings = read(tmp_path)
    assert findings == ()
    assert str(graph.place("role-a", "id")) == f"{tmp_path.as_posix()}/a.yaml:1:3"


def test_a_file_over_eight_mebibytes(tmp_path: Path) -> None:
    write(tmp_path, {"fits.yaml": b"#" * MAX_BYTES, "large.yaml": b"#" * (MAX_BYTES + 1)})
    assert found(tmp_path) == [
        "large.yaml LG004 the file is over the limit of 8 MiB; split the content into more files"
    ]
    assert found(tmp_path, "fi") == [
        "large.yaml LG004 tiedoston koko ylittää rajan 8 MiB; jaa sisältö useampaan tiedostoon"
    ]


DESK = "<svg xmlns='http://www.w3.org/2000/svg'/>"


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A model with links: out of it, within it, to nothing and in a circle."""
    outside = tmp_path / "outside"
    write(outside, {"a.yaml": ROLE.format("secret"), "guide/section-a.fi.md": "x"})
    root = write(tmp_path / "model", {"real/a.yaml": ROLE.format("a")})
    (root / "out.yaml").symlink_to(outside / "a.yaml")
    (root / "inside.yaml").symlink_to(root / "real" / "gone.yaml")
    (root / "circle.yaml").symlink_to(root / "circle.yaml")
    (root / "guide").symlink_to(outside / "guide")
    (root / "twice").symlink_to(root / "real")
    return root


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_pictures_that_are_links(tmp_path: Path) -> None:
    """A machine's own file, even a true picture, is none of the model's."""
    outside = write(tmp_path / "outside", {"desk.svg": DESK, "more/map.svg": DESK})
    root = write(tmp_path / "model", {"guide/images/desk.svg": DESK})
    images = root / "guide" / "images"
    (images / "out.svg").symlink_to(outside / "desk.svg")
    (images / "more").symlink_to(outside / "more")
    (images / "none.svg").symlink_to(images / "gone.svg")
    (images / "same.svg").symlink_to(images / "desk.svg")
    graph, findings = read(root)
    assert graph.files.images == {"guide/images/desk.svg", "guide/images/same.svg"}
    assert [line.split(";")[0] for line in said(root, findings)] == [
        "guide/images/more LG006 the link leads out of the model's folder",
        "guide/images/none.svg LG001 the file cannot be read: it is not a file",
        "guide/images/out.svg LG006 the link leads out of the model's folder",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links(linked: Path) -> None:
    graph, findings = read(linked)
    assert [element.id for element in graph] == ["role-a"]
    lines = said(linked, findings)
    copy = "the link leads out of the model's folder; copy the file into the folder"
    assert lines[1] == f"guide LG006 {copy}"
    assert lines[3] == f"out.yaml LG006 {copy}"
    assert [line.split(";")[0] for line in lines] == [
        "circle.yaml LG001 the file cannot be read: the link goes in a circle",
        "guide LG006 the link leads out of the model's folder",
        "inside.yaml LG001 the file cannot be read: it is not a file",
        "out.yaml LG006 the link leads out of the model's folder",
        "twice LG001 the file cannot be read: a link to a folder is not followed",
    ]
    assert said(linked, findings, "fi")[3] == (
        "out.yaml LG006 linkki osoittaa mallin kansion ulkopuolelle; kopioi tiedosto kansioon"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_to_a_file_within_the_model_is_read(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.txt": ROLE.format("a")})
    (root / "a.yaml").symlink_to("a.txt")
    assert [element.id for element in read(root)[0]] == ["role-a"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe of POSIX")
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(write(tmp_path, {}) / "a.yaml")
    assert found(tmp_path)[0].startswith("a.yaml LG001 the file cannot be read: it is not a file;")


SECTION = "- id: section-a\n  name: {en: A}\n  status: draft\n"


def test_the_prose_of_sections(tmp_path: Path) -> None:
    files = {
        "guide/g.yaml": SECTION,
        "guide/section-a.fi.md": "## Hei\r\n\r\n{x} <b>\n",
        "guide/deep/section-a.pt-BR.md": "\ufeffOlá",
        "guide/section-a.sv.md": " \n",
    }
    graph, findings = read(write(tmp_path, files))
    assert findings == ()
    assert graph[Section, "section-a"].body == {"fi": "## Hei\r\n\r\n{x} <b>\n", "pt-BR": "Olá"}
    assert graph.place("section-a", "body", "pt-BR").file.endswith("/guide/deep/section-a.pt-BR.md")


HINT = "a section's text stands in guide/<section id>.<language>.md"


@pytest.mark.parametrize(
    ("files", "lines"),
    [
        (
            {"guide/section-aa.fi.md": "x"},
            [
                (
                    "guide/section-aa.fi.md LG012 there is no section section-aa; "
                    "did you mean section-a?"
                )
            ],
        ),
        (
            {"guide/section-opening-hours.fi.md": "x"},
            ["guide/section-opening-hours.fi.md LG012 there is no section section-opening-hours"],
        ),
        (
            {"guide/section-a.md": "x"},
            ["guide/section-a.md LG012 section-a.md is not named by section and language"],
        ),
        (
            {"guide/section-a.fi.md": "x", "guide/x/section-a.fi.md": "y"},
            ["guide/x/section-a.fi.md LG012 the same text stands in {root}/guide/section-a.fi.md"],
        ),
        (
            {"a.yaml": f"{SECTION}  body: {{fi: x}}\n"},
            ["a.yaml:4:3 LG012 the body of a section is not written in YAML"],
        ),
    ],
)
def test_prose_in_the_wrong_place(tmp_path: Path, files: dict[str, str], lines: list[str]) -> None:
    write(tmp_path, {"a.yaml": SECTION, **files})
    assert found(tmp_path) == [f"{line.format(root=tmp_path.as_posix())}; {HINT}" for line in lines]


def test_prose_in_the_wrong_place_in_finnish(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": SECTION, "guide/section-aa.fi.md": "x"})
    assert found(tmp_path, "fi") == [
        (
            "guide/section-aa.fi.md LG012 osiota section-aa ei ole; tarkoititko section-a?; "
            "osion teksti on tiedostossa guide/<osion tunnus>.<kieli>.md"
        )
    ]


def test_reading_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": ROLE.format("a")})
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    read_folder(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_bytes_that_are_no_text_are_not_to_be_saved_anew(tmp_path: Path) -> None:
    root = write(tmp_path, {})
    (root / "a.yaml").write_bytes(bytes(range(256)) * 4)
    (line,) = [f"{one.code} {one.message()}" for one in read_folder(root).findings]
    assert line == "LG001 the file cannot be read: it is not text"
