"""A small model to start from: the files of an invented network, written into a new folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from lumme_graph.base.files import OutputError, unwritable
from lumme_graph.base.journal import FileChange, change_files, changing
from lumme_graph.base.lock import LOCK

_MAY_BE_THERE = {".git", LOCK}


def new_files() -> dict[str, str]:
    """The files of the model, by their names in its folder."""
    return template_files("model")


def template_files(name: str) -> dict[str, str]:
    """The files of a template, by their names in its folder."""
    return dict(_below(files("lumme_graph").joinpath("templates", name)))


def _below(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _below(entry, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", entry.read_text(encoding="utf-8")


def _is_hollow(path: Path) -> bool:
    """Whether it is a folder without any file, such as a run that was interrupted may leave."""
    is_folder = path.is_dir() and not path.is_symlink()
    return is_folder and all(map(_is_hollow, path.iterdir()))


def write_new(folder: Path, new: Mapping[str, str]) -> None:
    """Write the files of a new model into a folder that is new or empty, all of it or nothing.

    Raises `OutputError` where there is something already, or it cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file; name a new folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    with changing(folder):
        there = sorted(path.name for path in folder.iterdir() if not _is_hollow(path))
        if rest := [name for name in there if name not in _MAY_BE_THERE]:
            shown = ", ".join(rest[:3]) + (", …" if len(rest) > len(rest[:3]) else "")
            raise OutputError(f"{folder} is not empty ({shown}); name a new folder")
        root = folder.resolve()
        files = {root / name: FileChange(None, text.encode()) for name, text in new.items()}
        change_files(folder, files)
