"""Change several files of a folder: all of them, or none, whatever happens meanwhile.

New and old contents are written beside the files first, into a hidden folder; then the journal,
which names them, is put there; only then the files are replaced, one by one, each only if it still
says what it said when it was read. With the journal's removal the change is done. A run that ends
anywhere between leaves the journal, and the next run puts the files back (or, where all of them
had been replaced, ends the change). It may be killed in its turn: it does nothing twice.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from lumme_graph.base.files import OutputError, sync_folder, unwritable, write_file, write_new_file
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.lock import locked

WORK: Final = ".lumme-change"
"""The folder that is there while files change."""

JOURNAL: Final = "journal.json"
"""What is planned: for each file the hash of what it says, and of what it is to say."""


class ChangedMeanwhileError(OutputError):
    """A file says something else than when it was read."""


class FileChange(NamedTuple):
    """What a file said when it was read, and what it is to say; None where there is no file."""

    was: bytes | None
    now: bytes | None


@dataclass(frozen=True, slots=True)
class _Planned:
    """The change of one file, as the journal tells it; its contents lie beside by its number."""

    number: int
    path: Path
    was: str | None
    now: str | None

    @property
    def staged(self) -> str:
        return f"{self.number}.now"

    @property
    def kept(self) -> str:
        return f"{self.number}.was"

    def check(self) -> None:
        """Refuse to go on where the file says something else than when it was read."""
        _refuse_changed(self.path, self.was)


def change_file(path: Path, change: FileChange) -> None:
    """Write one file, if it still says what it said when it was read.

    Raises `ChangedMeanwhileError` where it does not, `OutputError` where it cannot be written.
    """
    with _writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path.parent):
        _refuse_changed(path, _digest(change.was))
        write_file(path, change.now or b"")


@contextmanager
def changing(folder: Path) -> Generator[None]:
    """Hold a folder for a change; first a change that an earlier run did not end is ended."""
    if not folder.is_dir():
        yield
        return
    with locked(folder):
        _end(folder)
        yield


def pending(folder: Path) -> bool:
    """Whether a change of the folder's files was begun and is not ended."""
    return (folder / WORK / JOURNAL).is_file()


def recover(folder: AnyPath) -> bool:
    """End a change that an earlier run did not end; whether there was one.

    Raises `BusyError` where another run is changing the folder, and `OutputError` where it cannot
    be written.
    """
    folder = path_of(folder)
    if not pending(folder):
        return False
    with locked(folder):
        return _end(folder)


def change_files(folder: Path, changes: Mapping[Path, FileChange]) -> None:
    """Change files of a folder, all of them or none; to be called while `changing` it.

    Raises `ChangedMeanwhileError` where one says something else than when it was read, and
    `OutputError` where one cannot be written; the files are then as before.
    """
    if not changes:
        return
    root = folder.resolve()
    work = root / WORK
    try:
        with _writing(work):
            work.mkdir()
        planned = [
            _staged(work, number, path, change)
            for number, (path, change) in enumerate(changes.items())
        ]
        for plan in planned:
            plan.check()
        with _writing(work):
            _begin(root, planned)
        for plan in planned:
            with _writing(plan.path):
                _replace(work, plan)
    except BaseException:
        _end(folder)
        raise
    with suppress(OSError):  # the change is made; what is left of its plan goes with the next
        _clear(work)


@contextmanager
def _writing(path: Path) -> Generator[None]:
    """Say of what is done here what could not be written."""
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error


def _staged(work: Path, number: int, path: Path, change: FileChange) -> _Planned:
    """The change of a file, with its contents beside the journal to be."""
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file")
    plan = _Planned(number, path, _digest(change.was), _digest(change.now))
    with _writing(path):
        if change.now is not None:
            write_new_file(work / plan.staged, change.now, like=path)
        if change.was is not None:
            write_new_file(work / plan.kept, change.was, like=path)
    return plan


def _begin(root: Path, planned: Sequence[_Planned]) -> None:
    """Put the journal in its place: from now on there is something to end."""
    data = [
        {"file": plan.path.relative_to(root).as_posix(), "was": plan.was, "now": plan.now}
        for plan in planned
    ]
    work = root / WORK
    journal = work / JOURNAL
    draft = journal.with_suffix(".tmp")
    write_new_file(draft, json.dumps(data, ensure_ascii=False).encode(), like=draft)
    draft.replace(journal)
    sync_folder(work)
    sync_folder(root)


def _replace(work: Path, plan: _Planned) -> None:
    plan.check()
    if plan.now is None:
        plan.path.unlink()
        return
    plan.path.parent.mkdir(parents=True, exist_ok=True)
    (work / plan.staged).replace(plan.path)


def _end(folder: Path) -> bool:
    """Put back what an unended change has replaced, unless it has replaced all; forget it."""
    root = folder.resolve()
    work = root / WORK
    with _writing(work):
        if work.is_symlink():
            work.unlink()
        if not work.is_dir():
            return False
        begun = pending(root)
        if begun:
            planned = _planned(root)
            if any(_digest_of(plan.path) != plan.now for plan in planned):
                _put_back(root, planned)
        _clear(work)
    return begun


def _put_back(root: Path, planned: Sequence[_Planned]) -> None:
    work = root / WORK
    states = {plan: _digest_of(plan.path) for plan in planned}
    for plan, state in states.items():
        replaced = plan.now is not None and not (work / plan.staged).exists()
        if replaced and state not in {plan.was, plan.now}:
            before = f"its text before is {work / plan.kept}; " if plan.was else ""
            raise OutputError(
                f"a change was interrupted, and {plan.path} has been changed since; "
                f"{before}make of it what it should be, then delete {work}"
            )
    for plan, state in reversed(states.items()):
        if state != plan.now or plan.was == plan.now:
            continue
        if plan.was is None:
            plan.path.unlink()
            _remove_empty(plan.path.parent, root)
        else:
            plan.path.parent.mkdir(parents=True, exist_ok=True)
            (work / plan.kept).replace(plan.path)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _planned(root: Path) -> list[_Planned]:
    """What the journal says. Raises `OutputError` for one that this program has not written."""
    journal = root / WORK / JOURNAL
    try:
        data = json.loads(journal.read_text(encoding="utf-8"))
        planned = [
            _Planned(number, root / str(one["file"]), one["was"], one["now"])
            for number, one in enumerate(data)
        ]
    except (ValueError, TypeError, KeyError, RecursionError):
        planned = None
    if planned is None or not all(p.path.resolve().is_relative_to(root) for p in planned):
        raise OutputError(
            f"{journal} cannot be used; see what is beside it, then delete the folder"
        )
    return planned


def _clear(work: Path) -> None:
    """Take the journal away, with which the change is ended, and then what it named."""
    (work / JOURNAL).unlink(missing_ok=True)
    shutil.rmtree(work)


def _refuse_changed(path: Path, was: str | None) -> None:
    if _digest_of(path) != was:
        raise ChangedMeanwhileError(f"{path} was changed meanwhile; run it again")


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _digest_of(path: Path) -> str | None:
    return _digest(path.read_bytes()) if path.is_file() else None
