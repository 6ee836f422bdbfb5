"""Write a folder of output anew: the files of this run, and none that only the last run made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from lumme_graph.base.files import MANIFEST, OutputError, replace_file, sweep, unwritable
from lumme_graph.base.json_text import json_text, read_json
from lumme_graph.base.lock import locked


def write_tree(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder, each whole, and take away what an earlier run made there.

    The names are relative, with `/`. Files that are not in the earlier run's list stay. The list
    names, from before the first file to after the last, all that may be ours: a run that is
    interrupted is ended by the next.

    Raises `OutputError`, before anything is written, where a file would take the place of one
    that no earlier run has made, or where the folder cannot be written.
    """
    _refuse_foreign(folder, files, _made_before(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    with locked(folder):
        before = _made_before(folder)
        _refuse_foreign(folder, files, before)
        for inside in {folder, *((folder / name).parent for name in before | files.keys())}:
            sweep(inside)
        if before != set(files):
            _list(folder, before | files.keys())
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            if not _holds(folder / name, data):
                replace_file(folder / name, data)
        for name in sorted(before - files.keys()):
            _remove(folder / name)
        _list(folder, files.keys())


def _holds(path: Path, data: bytes) -> bool:
    """Does a file say so already? Then it stays as it is."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _list(folder: Path, names: Iterable[str]) -> None:
    replace_file(folder / MANIFEST, json_text(sorted(names)).encode())


def _remove(path: Path) -> None:
    try:
        if path.is_file():
            path.unlink()
    except OSError as error:
        raise OutputError(f"{path} cannot be removed: {error.strerror}") from error


def _refuse_foreign(folder: Path, files: Iterable[str], before: set[str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file; name a folder")
    if (folder / "model.yaml").exists():
        raise OutputError(f"{folder} holds a model; name another folder")
    for name in files:
        path = folder / name
        blocking = next((above for above in path.parents if above.is_file()), None)
        if blocking:
            raise OutputError(f"{blocking} is a file; name another folder")
        if path.exists() and name not in before:
            raise OutputError(f"{path} is not ours to replace; name another folder, or move it")


def _made_before(folder: Path) -> set[str]:
    try:
        names = read_json((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    if not isinstance(names, list):
        return set()
    inside = folder.resolve()
    return {
        name
        for name in cast("list[object]", names)
        if isinstance(name, str) and (folder / name).resolve().is_relative_to(inside)
    }
