from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from load_folders import texts

from lumme_graph.base.files import MANIFEST, OutputError, files_below, write_file
from lumme_graph.base.tree import write_tree


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "new" / "a.txt", "ä\r\nb")
    write_file(tmp_path / "new" / "b.bin", b"\x00\xff")
    assert texts(tmp_path) == {"new/a.txt": b"\xc3\xa4\r\nb", "new/b.bin": b"\x00\xff"}


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_the_mode_of_a_file_stays_and_a_new_one_follows_the_mask(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("x")
    old.chmod(0o640)
    before = os.umask(0o027)
    try:
        write_file(old, "y")
        write_file(tmp_path / "new", "y")
    finally:
        os.umask(before)
    assert old.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_what_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=r"folder is a folder; name a file"):
        write_file(tmp_path / "folder", "y")
    with pytest.raises(OutputError, match=r"file/a cannot be written: "):
        write_file(tmp_path / "file" / "a", "y")
    with pytest.raises(OutputError, match=r"file is a file; name a folder"):
        write_tree(tmp_path / "file", {"a": "y"})
    assert texts(tmp_path) == {"file": b"x"}


def test_a_failed_write_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_file(path, "\ud800")
    assert texts(tmp_path) == {"a": b"old"}


def test_a_tree_takes_away_what_it_made_before_and_nothing_else(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.svg": "1", "sub/b.svg": "2"})
    (tmp_path / "mine.txt").write_text("3")
    write_tree(tmp_path, {"a.svg": "4", "c.svg": "5"})
    found = texts(tmp_path)
    assert json.loads(found.pop(MANIFEST)) == ["a.svg", "c.svg"]
    assert found == {"a.svg": b"4", "c.svg": b"5", "mine.txt": b"3"}


@pytest.mark.parametrize("manifest", ['["../outside.txt"]', '{"a": 1}', "[1, null]", "no JSON"])
def test_a_wrong_list_takes_nothing_away(tmp_path: Path, manifest: str) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / MANIFEST).write_text(manifest)
    (tree / "a").write_text("mine")
    write_tree(tree, {"b": "y"})
    assert outside.read_text() == "x"
    assert (tree / "a").read_text() == "mine"


def test_files_below_in_the_order_of_names_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.yaml", "a/.hidden.yaml", ".git/x.yaml", "c.yaml/d.yaml", "A.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path)]
    assert found == ["A.yaml", "a/z.yaml", "b.yaml", "c.yaml/d.yaml"]


def test_files_below_of_which_the_names_end_so_in_small_letters_or_capitals(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/Z.YML", "a/note.md", "c.yaml/d.md", "yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = [
        path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path, (".yaml", ".yml"))
    ]
    assert found == ["a/Z.YML", "b.yaml"]
