"""A change that is killed, runs out of disk, or meets another: old or new, whole, and it goes on."""

from __future__ import annotations

import errno
import itertools
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from interrupted import MOST, filled, killed, seen, together
from load_folders import texts, write
from running import lumme

from lumme_graph.assessment.review import accept_reviews
from lumme_graph.base import files, lock
from lumme_graph.base.files import MANIFEST, OutputError, write_file
from lumme_graph.base.journal import (
    JOURNAL,
    WORK,
    ChangedMeanwhileError,
    FileChange,
    change_files,
    changing,
    pending,
    recover,
)
from lumme_graph.base.lock import LOCK, BusyError, locked
from lumme_graph.base.text import Text
from lumme_graph.base.tree import write_tree
from lumme_graph.cli import main
from lumme_graph.editing.change import edit
from lumme_graph.elements.groups import Role
from lumme_graph.elements.guide import Section
from lumme_graph.graph.read import load, read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.new import new_files, write_new
from lumme_graph.reading.save import save

forks = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")


def _at_once(_: int) -> None:
    pass


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _at_once)


MODEL = {
    "who.yaml": "- id: role-a\n  name: {en: A}\n- id: role-b\n  name: {en: B}\n",
    "guide/guide.yaml": (
        "- id: section-a\n  name: {en: S}\n  status: published\n  owner: role-a\n"
        "  covers: [{item: service-a}]\n"
    ),
    "guide/section-a.en.md": "Ask.\n",
    "guide/section-a.fi.md": "Kysy.\n",
    "offer.yaml": "- id: service-a\n  name: {en: A}\n",
    "model.yaml": "as_of: 2026-08-22\nlanguages: {required: [en, fi]}\n",
}


def set_a_value(root: Path) -> None:
    edit(root).set("role-a", "name.en", "Another")


def rename_a_role(root: Path) -> None:
    """In two files."""
    edit(root).rename("role-a", "role-z")


def rename_a_section(root: Path) -> None:
    """Its lines, and the names of its two files of prose."""
    edit(root).rename("section-a", "section-z")


def accept_a_review(root: Path) -> None:
    accept_reviews(load(root), ["section-a"], date(2026, 8, 22))


def save_another(root: Path) -> None:
    """Two files change, one comes, one goes."""
    graph = load(root)
    more = [
        graph[Role, "role-a"].replace(name={"en": "Zed"}),
        graph[Section, "section-a"].replace(body={"en": "Ask there.\n"}),
        Role(id="role-c", name=Text(en="C")),
    ]
    elements = {element.id: element for element in (*graph, *more)}
    save(ServiceGraph(elements.values(), graph.settings, root=graph.root), root)


CHANGES = [
    set_a_value,
    pytest.param(rename_a_role, marks=pytest.mark.long),
    rename_a_section,
    pytest.param(accept_a_review, marks=pytest.mark.long),
    save_another,
]


def a_model(tmp_path: Path, name: str) -> Path:
    return write(tmp_path / name / "model", dict(MODEL))


def the_next_run(root: Path) -> None:
    edit(root).set("role-b", "name.en", "Next")


def next_of(model: dict[str, bytes]) -> dict[str, bytes]:
    """The files after the next run."""
    return {**model, "who.yaml": model["who.yaml"].replace(b"{en: B}", b"{en: Next}")}


@forks
@pytest.mark.parametrize("change", CHANGES)
def test_killed_at_any_write_the_model_is_old_or_new(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    done = a_model(tmp_path, "done")
    old = texts(done)
    change(done)
    new = texts(done)
    assert old != new
    ends: set[bool] = set()
    for at in range(1, MOST):
        root = a_model(tmp_path, f"at-{at}")
        if not killed(lambda root=root: change(root), at):  # type: ignore[misc]
            assert texts(root) == new
            break
        half = pending(root)
        recover(root)
        now = seen(root)
        assert now in (old, new), at
        assert not (half and pending(root))
        the_next_run(root)
        assert texts(root) == next_of(now), at
        ends.add(now == new)
    else:
        pytest.fail("no end")
    assert ends == {True, False}


@pytest.mark.parametrize("change", CHANGES)
def test_with_a_full_disk_at_any_write_nothing_is_changed(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    done = a_model(tmp_path, "done")
    old = texts(done)
    change(done)
    new = texts(done)
    refused = 0
    for at in range(1, MOST):
        root = a_model(tmp_path, f"at-{at}")
        result = filled(lambda root=root: change(root), at)  # type: ignore[misc]
        if result is False:
            assert texts(root) == new
            break
        assert result is None or isinstance(result, OutputError), (at, result)
        recover(root)
        assert seen(root) == (new if result is None else old), (at, result)
        refused += result is not None
        now = seen(root)
        the_next_run(root)
        assert texts(root) == next_of(now), at
    else:
        pytest.fail("no end")
    assert refused >= 5


def second_kills(tmp_path: Path, firsts: range) -> int:
    """Kill the run that puts a renaming back, at each of its writes, too."""
    count = 0
    for first in firsts:
        for second in range(1, MOST):
            root = a_model(tmp_path, f"at-{first}-{second}")
            old = texts(root)
            if not killed(lambda root=root: rename_a_section(root), first):  # type: ignore[misc]
                return count
            if not killed(lambda root=root: the_next_run(root), second):  # type: ignore[misc]
                break
            recover(root)
            count += 1
            the_next_run(root)
            found = texts(root)
            new = "guide/section-z.en.md" in found
            assert {name for name in found if "section-" in name} == {
                f"guide/section-{'z' if new else 'a'}.{tag}.md" for tag in ("en", "fi")
            }
            assert new or found == next_of(old)
            assert read(root)[1] == ()
            shutil.rmtree(root)
    return count


@pytest.fixture(scope="module")
def middle_of_a_renaming(tmp_path_factory: pytest.TempPathFactory) -> int:
    """The first write at which a file of the model has been replaced."""
    tmp_path = tmp_path_factory.mktemp("renaming")
    for at in range(1, MOST):
        root = a_model(tmp_path, f"find-{at}")
        old = texts(root)
        killed(lambda root=root: rename_a_section(root), at)  # type: ignore[misc]
        if seen(root) != old:
            return at
    raise AssertionError("no file changes")


@forks
def test_who_puts_it_back_may_be_killed_too(tmp_path: Path, middle_of_a_renaming: int) -> None:
    at = middle_of_a_renaming + 1
    assert second_kills(tmp_path, range(at, at + 1)) >= 5


@forks
@pytest.mark.long
def test_who_puts_it_back_may_be_killed_at_any_write_of_any(tmp_path: Path) -> None:
    assert second_kills(tmp_path, range(1, MOST)) >= 200


@forks
def test_reading_says_that_a_change_was_interrupted(
    tmp_path: Path, middle_of_a_renaming: int
) -> None:
    root = a_model(tmp_path, "m")
    at = middle_of_a_renaming
    assert killed(lambda: rename_a_section(root), at)
    _, findings = read(root)
    first = next(f for f in findings if f.code == "LG001")
    assert first.place.file == f"{root.as_posix()}/{WORK}"
    assert "was interrupted" in first.message()
    assert "run any lumme command" in first.advice()


@forks
def test_what_was_changed_after_the_kill_is_not_lost(
    tmp_path: Path, middle_of_a_renaming: int
) -> None:
    """A file that the killed run had replaced is edited by hand: nobody may guess what it should be."""
    root = a_model(tmp_path, "m")
    at = middle_of_a_renaming + 1
    assert killed(lambda: rename_a_section(root), at)
    before = write(tmp_path / "before", dict(MODEL))
    replaced = next(n for n, text in seen(root).items() if texts(before).get(n, b"") != text)
    (root / replaced).write_text("mine")
    with pytest.raises(OutputError, match=r"has been changed since; .*then delete .*lumme-change"):
        the_next_run(root)
    assert (root / replaced).read_text() == "mine"
    assert pending(root)


def test_an_edit_made_between_reading_and_writing_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor saves just after the journal is in its place."""
    root = a_model(tmp_path, "m")
    old, who = texts(root), root / "who.yaml"
    real = Path.replace

    def with_an_editor(self: Path, target: Path) -> Path:
        moved = real(self, target)
        if target.name == JOURNAL:
            who.write_text("# by hand\n" + who.read_text())
        return moved

    monkeypatch.setattr(Path, "replace", with_an_editor)
    for change in (set_a_value, rename_a_role, save_another):
        with pytest.raises(ChangedMeanwhileError, match=r"who\.yaml was changed meanwhile; run it"):
            change(root)
        assert texts(root) == old | {"who.yaml": b"# by hand\n" + old["who.yaml"]}
        who.write_bytes(old["who.yaml"])


def test_a_review_of_what_has_changed_since_it_was_read_is_not_stored(tmp_path: Path) -> None:
    root = a_model(tmp_path, "m")
    graph = load(root)
    edit(root).set("service-a", "name.en", "Something else")
    before = texts(root)
    with pytest.raises(Exception, match=r"service-a was changed meanwhile; run it again"):
        accept_reviews(graph, ["section-a"], date(2026, 8, 22))
    assert texts(root) == before


def many(root: Path, id_: str) -> None:
    for number in range(15):
        edit(root).set(id_, f"name.{'en' if number % 2 else 'fi'}", f"{id_} {number}")


@forks
def test_two_at_once_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each waits for the other as long as it takes, on however slow a machine."""
    monkeypatch.setattr(lock, "WAIT", 600.0)
    root = a_model(tmp_path, "m")
    codes = together(lambda: many(root, "role-a"), lambda: many(root, "role-b"))
    assert codes == [0, 0]
    graph = load(root)
    for id_ in ("role-a", "role-b"):
        assert graph[Role, id_].name == {"en": f"{id_} 13", "fi": f"{id_} 14"}
    assert texts(root).keys() == MODEL.keys()


@pytest.mark.parametrize("change", CHANGES)
def test_who_holds_the_model_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    root = a_model(tmp_path, "m")
    old = texts(root)
    monkeypatch.setattr(lock, "WAIT", 0.0)
    with locked(root), pytest.raises(BusyError, match=r"is being changed by another run.*wait"):
        change(root)
    assert texts(root) == old


def test_a_lock_file_that_a_kill_has_left_is_no_lock(tmp_path: Path) -> None:
    root = a_model(tmp_path, "m")
    (root / LOCK).write_text("process 1 on elsewhere")
    set_a_value(root)
    assert not (root / LOCK).exists()


def test_files_change_together_or_not_at_all(tmp_path: Path) -> None:
    root = write(tmp_path.resolve(), {"a": "1", "b": "2", "c": "3", "d": "4"})
    (root / "folder").mkdir()
    before = texts(root)
    with changing(root):
        with pytest.raises(OutputError, match=r"folder is a folder; name a file"):
            change_files(
                root, {root / "a": FileChange(b"1", b"x"), root / "folder": FileChange(None, b"")}
            )
        assert seen(root) == before
        with pytest.raises(OutputError, match=r"c is a file"):
            change_files(
                root,
                {
                    root / "a": FileChange(b"1", b"x"),
                    root / "b": FileChange(b"2", None),
                    root / "new" / "n": FileChange(None, b"n"),
                    root / "c" / "under": FileChange(None, b"y"),
                },
            )
        assert seen(root) == before
        assert not (root / "new").exists()
        change_files(root, {root / "a": FileChange(b"1", b"x"), root / "b": FileChange(b"2", None)})
    del before["b"]
    assert texts(root) == before | {"a": b"x"}


@pytest.mark.parametrize(
    "text",
    ["no JSON", "{}", "[1]", '[{"file": "../outside", "was": null, "now": "1"}]', "[" * 100_000],
)
def test_a_journal_that_is_not_ours_touches_nothing(tmp_path: Path, text: str) -> None:
    root = a_model(tmp_path, "m")
    outside = root.parent / "outside"
    outside.write_text("x")
    (root / WORK).mkdir()
    (root / WORK / JOURNAL).write_text(text)
    before = seen(root)
    if text == "{}":  # it names nothing, so there is nothing to put back
        the_next_run(root)
        return
    with pytest.raises(OutputError, match=r"cannot be used; see what is beside it"):
        the_next_run(root)
    assert seen(root) == before
    assert outside.read_text() == "x"


OLD_TREE = {"index.html": "old", "drawings/a.svg": "old", "gone/b.svg": "old"}
NEW_TREE = {"index.html": "new", "drawings/a.svg": "new", "data/c.json": "new"}


def a_tree(tmp_path: Path, name: str, before: bool) -> Path:
    out = tmp_path / name
    if before:
        write_tree(out, OLD_TREE)
        (out / "mine.txt").write_text("mine")
    return out


def whole(out: Path) -> None:
    """Each file is old or new."""
    found = seen(out)
    assert found.pop("mine.txt", b"mine") == b"mine"
    assert set(found.values()) <= {b"old", b"new"}


def built(out: Path, before: bool) -> None:
    """The next run makes the whole tree, and nothing of the interrupted one is left."""
    write_tree(out, NEW_TREE)
    found = texts(out)
    assert json.loads(found.pop(MANIFEST)) == sorted(NEW_TREE)
    mine = {"mine.txt": b"mine"} if before else {}
    assert found == {name: text.encode() for name, text in NEW_TREE.items()} | mine


@forks
@pytest.mark.parametrize("before", [True, False])
def test_an_output_folder_is_made_whole_by_the_run_after_a_kill(
    tmp_path: Path, before: bool
) -> None:
    at = 0
    for at in range(1, MOST):
        out = a_tree(tmp_path, f"at-{at}", before)
        if not killed(lambda out=out: write_tree(out, NEW_TREE), at):  # type: ignore[misc]
            break
        whole(out)
        built(out, before)
    assert 15 < at < MOST - 1


@pytest.mark.parametrize("before", [True, False])
def test_an_output_folder_is_made_whole_by_the_run_after_a_full_disk(
    tmp_path: Path, before: bool
) -> None:
    at = 0
    for at in range(1, MOST):
        out = a_tree(tmp_path, f"at-{at}", before)
        result = filled(lambda out=out: write_tree(out, NEW_TREE), at)  # type: ignore[misc]
        if result is False:
            break
        assert result is None or isinstance(result, OutputError), (at, result)
        whole(out)
        built(out, before)
    assert 15 < at < MOST - 1


@forks
def test_two_first_builds_at_once(tmp_path: Path) -> None:
    out = tmp_path / "out"
    names = {f"{number}.svg": "x" for number in range(30)}
    assert together(*(lambda: write_tree(out, names),) * 2) == [0, 0]
    assert texts(out).keys() == {*names, MANIFEST}


@forks
def test_a_new_model_after_a_kill_is_begun_again(tmp_path: Path) -> None:
    write_new(tmp_path / "whole", new_files())
    for at in range(1, MOST, 7):
        target = tmp_path / f"at-{at}"
        if not killed(lambda target=target: write_new(target, new_files()), at):  # type: ignore[misc]
            break
        recover(target)
        if seen(target) != texts(tmp_path / "whole"):
            write_new(target, new_files())
        assert seen(target) == texts(tmp_path / "whole")


@forks
def test_the_temporary_file_of_a_killed_run_goes_with_the_next(tmp_path: Path) -> None:
    out = tmp_path / "a.svg"
    left = 0
    for at in range(1, 20):
        killed(lambda: write_file(out, "x"), at)
        left = max(left, len([name for name in texts(tmp_path) if name.startswith(".lumme-")]))
    assert left
    write_file(out, "y")
    assert texts(tmp_path) == {"a.svg": b"y"}


def test_the_temporary_file_of_a_living_process_stays(tmp_path: Path) -> None:
    for pid in (os.getpid(), 2**22 + 1):  # no Linux or macOS has so high a number
        (tmp_path / f"{files.ours()}{pid}-0.tmp").write_text("half")
    (tmp_path / ".lumme-notes").write_text("somebody's")
    write_file(tmp_path / "a", "x")
    assert texts(tmp_path).keys() == {
        "a",
        ".lumme-notes",
        f"{files.ours()}{os.getpid()}-0.tmp",
    }


@forks
def test_the_next_command_puts_an_interrupted_change_right(
    tmp_path: Path, middle_of_a_renaming: int
) -> None:
    at = middle_of_a_renaming
    root = a_model(tmp_path, "m")
    old = texts(root)
    assert killed(lambda: rename_a_section(root), at)
    assert seen(root) != old
    run = lumme("where-used", "model", "role-a", cwd=root.parent)
    assert run.code == 0
    assert run.err.startswith("model: a change was interrupted; its files are whole again\n")
    assert texts(root) == old
    assert lumme("where-used", "model", "role-a", "-q", cwd=root.parent).err == ""


def test_a_full_disk_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = a_model(tmp_path, "m")
    old = texts(root)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.chdir(root.parent)
    for words in (
        ("rename", "model", "role-a", "role-z"),
        ("review", "model", "--accept", "section-a"),
        ("export", "model", "--format", "turtle", "-o", "x.ttl"),
    ):
        monkeypatch.setattr(sys, "argv", ["lumme", *words])
        with pytest.raises(SystemExit) as stopped:
            main()
        assert stopped.value.code == 2
        said = capsys.readouterr().err
        assert re.fullmatch(r"lumme: \S+ cannot be written: No space left on device\n", said)
    assert texts(root.parent) == {f"model/{name}": text for name, text in old.items()}


@pytest.mark.parametrize("nth", [1, 2, 3, 4])
def test_an_interrupt_from_the_keyboard_undoes_what_was_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    root = a_model(tmp_path, "m")
    old = texts(root)
    real, count = Path.replace, itertools.count(1)

    def interrupted(self: Path, target: Path) -> Path:
        if next(count) == nth:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        rename_a_section(root)
    assert texts(root) == old
