"""A file that a merge left undecided: said in words, at its lines, in prose and YAML alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import lumme_graph as lg

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "name: {en: Net}\nas_of: 2026-08-22\n"
TWO = "<<<<<<< HEAD\n  citation: One\n=======\n  citation: Two\n  url: https://example.org/\n>>>>>>> topic\n"
SAID = "a merge is not finished: line 3 and lines 5–6 are two versions of the same text"


def findings(folder: Path, **files: str) -> list[tuple[str, int, str]]:
    """The codes, lines and words of what is wrong with a model of these files."""
    (folder / "guide").mkdir()
    files.setdefault("model_yaml", SETTINGS)
    for name, text in files.items():
        (folder / re.sub("_(?=yaml|md)", ".", name.replace("guide_", "guide/"))).write_text(
            text, encoding="utf-8"
        )
    _, found = lg.read(folder)
    return [(one.code, one.place.line, one.message()) for one in found]


def test_in_a_list_of_elements(tmp_path: Path) -> None:
    use = "- id: claim-a\n  text: {en: A}\n  said_in: source-a\n"
    text = "- id: source-a\n" + TWO
    ((code, line, words),) = findings(tmp_path, sources_yaml=text, claims_yaml=use)
    assert (code, line) == ("LG001", 2)
    assert words == f"the file cannot be read: {SAID}"


@pytest.mark.parametrize("mark", ["||||||| base\n  citation: Old\n", "|||||||\n"])
def test_with_the_version_before_the_two(tmp_path: Path, mark: str) -> None:
    text = TWO.replace("=======", mark + "=======")
    ((_, line, words),) = findings(tmp_path, sources_yaml=text)
    assert line == 1
    assert words.startswith("the file cannot be read: a merge is not finished: line 2 and lines ")


def test_in_the_settings(tmp_path: Path) -> None:
    text = SETTINGS + "<<<<<<< ours\n=======\nmodified: 2026-01-01\n>>>>>>> theirs\n"
    ((code, line, words),) = findings(tmp_path, model_yaml=text)
    assert (code, line) == ("LG001", 3)
    assert "no line and line 5 are two versions" in words


def test_in_prose(tmp_path: Path) -> None:
    section = "- id: section-a\n  name: {en: A}\n  status: draft\n"
    text = "Words.\n\n<<<<<<< ours\r\nOne.\r\n=======\r\nTwo.\r\n>>>>>>> theirs\r\n"
    found = findings(tmp_path, parts_yaml=section, **{"guide_section-a.en_md": text})
    assert [(code, line) for code, line, _ in found] == [("LG001", 3)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Words.\n\n>>>>>>> theirs\n", 3),
        ("<<<<<<< ours\n\nWords.\n", 1),
        ("Words.\n<<<<<<< ours\nOne.\n=======\nTwo.\n", 2),
    ],
)
def test_a_mark_that_was_left(tmp_path: Path, text: str, line: int) -> None:
    section = "- id: section-a\n  name: {en: A}\n  status: draft\n"
    ((code, at, words),) = findings(tmp_path, parts_yaml=section, **{"guide_section-a.en_md": text})
    assert (code, at) == ("LG001", line)
    assert words.endswith("a mark of a merge is left here")


def test_headings_and_quotes_are_no_marks(tmp_path: Path) -> None:
    section = "- id: section-a\n  name: {en: A}\n  status: draft\n"
    text = "A part\n-------\n\n> quoted\n>> more\n\n>>>>>>>>deep\n\n    <<<<<<< in code\n"
    assert findings(tmp_path, parts_yaml=section, **{"guide_section-a.en_md": text}) == []


@pytest.mark.parametrize("line", ["<<<<<<<\n", ">>>>>>>\n", "<<<<<<<\n=======\n"])
def test_many_marks_are_read_in_one_go(tmp_path: Path, line: str) -> None:
    found = findings(tmp_path, sources_yaml=line * 2000)
    assert len(found) == 2000
