"""Files that are no part of a model: named with what they should be called, or ignored."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import write

from lumme_graph.base.tree import write_tree
from lumme_graph.checks.check import check
from lumme_graph.graph.read import load, read

SECTION = "- id: section-loan\n  name: {en: Loans}\n  status: draft\n"


def strays(root: Path) -> dict[str, str]:
    """The stray files by name, with the advice."""
    graph, findings = read(root)
    assert findings == ()
    return {
        finding.place.file.removeprefix(f"{root.as_posix()}/"): finding.advice()
        for finding in check(graph)
        if finding.code == "LG306"
    }


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("guide/loan.en.md", "guide/section-loan.en.md"),
        ("guide/loans.en.md", "guide/section-loan.en.md"),
        ("guide/section-loan.en.markdown", "guide/section-loan.en.md"),
        ("guide/section-loan.cy.txt", "guide/section-loan.cy.md"),
        ("guide/Section_Loan.EN-gb.markdown", "guide/section-loan.en-GB.md"),
        ("Guide/section-loan.en.md", "guide/section-loan.en.md"),
        ("section-loan.en.md", "guide/section-loan.en.md"),
        ("notes/section-loan.en.md.txt", "guide/section-loan.en.md"),
        ("guide/loan.md", "guide/section-loan.<language>.md"),
        ("offer.yaml.txt", "offer.yaml"),
        ("sub/offer.yml.txt", "sub/offer.yaml"),
    ],
)
def test_a_stray_file_is_told_what_it_should_be_called(
    tmp_path: Path, name: str, meant: str
) -> None:
    assert strays(write(tmp_path, {"a.yaml": SECTION, name: "x"})) == {name: f"call it {meant}"}


@pytest.mark.parametrize("name", ["photo.jpg", "offer.yaml.bak", "guide/how-we-write.md", "a.csv"])
def test_a_file_that_may_be_anything(tmp_path: Path, name: str) -> None:
    assert strays(write(tmp_path, {"a.yaml": SECTION, name: "x"})) == {
        name: "take it out of the folder, or name it in ignore in model.yaml"
    }


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "README",
        "readme.fi.txt",
        "LICENSE",
        "CHANGELOG.md",
        "CONTRIBUTING.rst",
        "guide/README.md",
        "guide/images/desk.xcf",
        "guide/images/deep/desk.xcf",
        "coverage-baseline.json",
        ".lumme/schema.json",
    ],
)
def test_what_may_stand_beside_a_model(tmp_path: Path, name: str) -> None:
    assert strays(write(tmp_path, {"a.yaml": SECTION, name: "x"})) == {}


def test_what_build_has_made_in_the_folder_is_no_stray(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.yaml": SECTION})
    write_tree(root / "out", {"index.html": "x", "data/model.yaml": "- [not ours"})
    assert strays(root) == {}


def test_a_stray_file_does_not_keep_a_model_from_loading(tmp_path: Path) -> None:
    assert len(load(write(tmp_path, {"a.yaml": SECTION, "notes.txt": "x"}))) == 1


def ignoring(*patterns: str) -> str:
    return "as_of: 2026-08-22\nignore:\n" + "".join(f"  - '{pattern}'\n" for pattern in patterns)


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("mkdocs.yml", ["mkdocs.yml", "sub/mkdocs.yml"]),
        ("drafts", ["drafts/a.yaml", "sub/drafts/deep/b.txt"]),
        ("drafts/", ["drafts/a.yaml"]),
        ("*.docx", ["a.docx", "sub/b.docx"]),
        ("notes/*.md", ["notes/a.md", "notes/deep/b.md"]),
        ("/site", ["site/mkdocs.yml"]),
        ("./site/old", ["site/old/a.yaml"]),
    ],
)
def test_what_is_ignored_is_neither_read_nor_stray(
    tmp_path: Path, pattern: str, names: list[str]
) -> None:
    files = dict.fromkeys(names, "site_name: [")
    assert strays(write(tmp_path, {"model.yaml": ignoring(pattern), **files})) == {}


@pytest.mark.parametrize("pattern", ["/site", "site/a.yaml"])
def test_a_pattern_with_a_slash_is_told_from_the_models_folder(
    tmp_path: Path, pattern: str
) -> None:
    root = write(tmp_path, {"model.yaml": ignoring(pattern), "sub/site/a.yaml": "x: 1\n"})
    assert [finding.code for finding in read(root)[1]] == ["LG011"]


def test_a_file_that_is_not_read_is_named_where_the_model_cannot_be_read_without_it(
    tmp_path: Path,
) -> None:
    root = write(tmp_path, {"guide.yaml.txt": SECTION, "guide/section-loan.en.md": "Borrow."})
    found = [(one.code, Path(one.place.file).name, one.advice()) for one in check(read(root)[0])]
    assert found[0] == ("LG306", "guide.yaml.txt", "call it guide.yaml")
    assert [code for code, _, _ in found] == ["LG306", "LG012"]
