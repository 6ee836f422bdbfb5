"""The one reader and writer of files."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from lumme_graph.base.finding import KnownError
from lumme_graph.base.json_text import json_text, read_json

MAX_BYTES: Final = 8 * 1024 * 1024
"""The largest file that is read as part of a model."""

MANIFEST: Final = ".lumme-graph.json"
"""The list of what a tree writer has made, so that a later run can take away what is stale."""


class OutputError(KnownError):
    """A file or folder could not be written; the message says which and why."""


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder by name; no hidden ones, and none of a tree that we have made."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not (folder / entry.name / MANIFEST).exists():
                yield from files_below(folder / entry.name)
        else:
            yield folder / entry.name


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all: beside the target first, then renamed over it.

    Raises `OutputError` where it cannot be written.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            return
        path = path.resolve() if path.is_symlink() else path
        temporary = _staged(path, content)
        try:
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {_why(path, error)}") from error


def change_files(
    contents: Mapping[Path, str | bytes | None],
    moves: Mapping[Path, Path] = MappingProxyType({}),
) -> None:
    """Write several files, move some, and remove those whose content is None: all, or none.

    Everything is written beside its target before the first file changes. Raises `OutputError`
    where one cannot be changed; those that were are then as before.
    """
    here = Path()
    staged: dict[Path, Path] = {}
    was: dict[Path, bytes | None] = {}
    moved: dict[Path, Path] = {}
    try:
        for here, content in contents.items():
            if content is not None:
                staged[here] = _staged(here, content)
        for here in contents:
            was[here] = here.read_bytes() if here.is_file() else None
            if here in staged:
                staged[here].replace(here)
            else:
                here.unlink(missing_ok=True)
        for here, target in moves.items():
            here.rename(target)
            moved[here] = target
    except BaseException as error:
        _restore(was, moved)
        if isinstance(error, OSError):
            raise OutputError(f"{here} cannot be written: {_why(here, error)}") from error
        raise
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _restore(was: Mapping[Path, bytes | None], moved: Mapping[Path, Path]) -> None:
    """Put files back to where and what they were."""
    for origin, target in moved.items():
        target.rename(origin)
    for path, content in was.items():
        if content is None:
            path.unlink(missing_ok=True)
        elif not path.is_file() or path.read_bytes() != content:
            write_file(path, content)


def _staged(path: Path, content: str | bytes) -> Path:
    """The content in a temporary file beside its target."""
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        temporary.chmod(mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _why(path: Path, error: OSError) -> str:
    """What stands in the way: a file where a folder should be, or what the system says."""
    blocking = next((above for above in path.parents if above.is_file()), None)
    return f"{blocking} is a file" if blocking else str(error.strerror)


def remove_file(path: Path) -> None:
    """Take a file away, if it is there. Raises `OutputError` where it cannot be."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path} cannot be removed: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_tree(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder, each whole, and take away what an earlier run made there.

    The names are relative, with `/`. Files that are not in the earlier run's list stay.
    Raises `OutputError`, before anything is written, where a file would take the place of one
    that no earlier run has made, or where the folder cannot be written.
    """
    before = _made_before(folder)
    _refuse_foreign(folder, files, before)
    for name, content in files.items():
        write_file(folder / name, content)
    for name in sorted(before - files.keys()):
        if (folder / name).is_file():
            remove_file(folder / name)
    write_file(folder / MANIFEST, json_text(sorted(files)))


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
