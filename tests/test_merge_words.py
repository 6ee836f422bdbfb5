"""What a merge says to people: conflicts in text, and the command's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running import lumme

import lumme_graph as lg
from lumme_graph.editing import merge_file

if TYPE_CHECKING:
    from pathlib import Path

CONFLICTS = [
    lg.Conflict("service-loan", ("name", "en"), None, "Loans", "Borrowing"),
    lg.Conflict(
        "path-hold", (), {"id": "path-hold"}, None, {"id": "path-hold"}, lg.ConflictType.REMOVED
    ),
    lg.Conflict("path-hold", ("steps",), ["a", "b"], ["b", "a"], ["a", "c"], lg.ConflictType.ORDER),
    lg.Conflict("section-loans", ("body", "en"), "One.\n", "Two.\nThree.\n", "\x1b[2J\n"),
    lg.Conflict("", (), "# a", "# b", "# c"),
]


def test_each_value_stands_on_a_line_of_its_own() -> None:
    assert (
        lg.conflict_text(CONFLICTS, lg.Speaker("en"))
        == """\
service-loan: name.en
  was     (nothing)
  ours    Loans
  theirs  Borrowing
path-hold
  was     {id: path-hold}
  ours    (taken away)
  theirs  {id: path-hold}
path-hold: steps (their order)
  was     [a, b]
  ours    [b, a]
  theirs  [a, c]
section-loans: body.en
  was     One.
  ours    Two. Three.
  theirs  \\x1b[2J
comments
  was     # a
  ours    # b
  theirs  # c
5 conflicts
"""
    )


def test_the_sides_have_other_names_and_long_values_are_cut() -> None:
    long = lg.Conflict("need-a", ("note",), "a " * 100, "b", "c")
    names = {"ours": lg.Label("the file"), "theirs": lg.Label("the book")}
    text = lg.conflict_text([long], lg.Speaker("en"), lg.Look(width=30), **names)
    assert text.splitlines()[1:4] == [
        "  was       a a a a a a a a a…",
        "  the file  b",
        "  the book  c",
    ]
    assert max(map(len, text.splitlines())) <= 30
    whole = lg.conflict_text([long], lg.Speaker("en"), lg.Look(whole=True), **names)
    assert f"  was       {'a ' * 99}a\n" in whole
    assert "…" not in whole


def test_the_command_merges_three_files_into_the_second(tmp_path: Path) -> None:
    was = "- id: need-a\n  name: {en: A}\n  note: n\n"
    texts = {
        "base": was,
        "ours": was.replace("en: A", "en: Ours"),
        "theirs": was.replace("note: n", "note: theirs"),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    words = ("merge", "base", "ours", "theirs", "--path", "net/needs.yaml")
    assert lumme(*words, cwd=tmp_path) == ("", "", 0)
    merged = "- id: need-a\n  name: {en: Ours}\n  note: theirs\n"
    assert (tmp_path / "ours").read_text(encoding="utf-8") == merged
    (tmp_path / "theirs").write_text(was.replace("en: A", "en: Theirs"), encoding="utf-8")
    done = lumme(*words, "--marker-size", "9", cwd=tmp_path)
    assert (done.out, done.code) == ("", 1)
    assert (
        done.err
        == """\
net/needs.yaml: both versions stand in the file between the marks <<<<<<< ======= >>>>>>>; keep what holds
need-a: name.en
  was     A
  ours    Ours
  theirs  Theirs
1 conflict
"""
    )
    assert (tmp_path / "ours").read_text(encoding="utf-8") == (
        "- id: need-a\n<<<<<<<<< ours: need-a, name.en\n  name: {en: Ours}\n=========\n"
        "  name: {en: Theirs}\n>>>>>>>>> theirs: need-a, name.en\n  note: theirs\n"
    )


def test_what_is_misused_is_said(tmp_path: Path) -> None:
    for words, said in (
        (("a", "b"), "name three versions of a file: BASE OURS THEIRS"),
        (("a", "b", "c"), "a cannot be read: No such file or directory"),
        ((".", "b", "c"), ". is a folder: with --install git merges whole models"),
        (("--install", "a", "b"), "name one model's folder"),
        (("--install",), ". is no model: name a folder that holds a model.yaml"),
    ):
        done = lumme("merge", *words, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert said in " ".join(done.err.split())


def test_a_fault_of_ours_costs_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(merge_file, "merge_yaml", fails)
    merged = merge_file.merge_bytes(
        b"- id: need-a\n", b"- id: need-b\n", b"- id: need-c\n", "a.yaml"
    )
    assert merged.by_lines == "LG901 internal error, please report it: ZeroDivisionError"
    assert merged.content == b"<<<<<<< ours\n- id: need-b\n=======\n- id: need-c\n>>>>>>> theirs\n"


def test_a_setting_that_is_none_is_merged_like_another() -> None:
    base, ours, theirs = (
        f"as_of: 2026-08-22\nsite: {{colours: {one}, short: {{en: {two}}}}}\n".encode()
        for one, two in (("red", "Net"), ("blue", "Net"), ("red", "The net"))
    )
    merged = merge_file.merge_bytes(base, ours, theirs, "model.yaml")
    assert merged.is_clean
    assert merged.content == b"as_of: 2026-08-22\nsite: {colours: blue, short: {en: The net}}\n"
