"""Saved results that name elements by id: coverage baselines, and coverage saved as JSON.

They are no part of the model, but are compared with it, so they follow when an id changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from lumme_graph.base.files import files_below, read_bytes
from lumme_graph.base.journal import FileChange, change_file
from lumme_graph.editing.files import EditError

_SIGNS = {"version", "settings", "gaps"}
"""The keys that both kinds of result have."""


def saved_changes(root: Path, given: Iterable[Path], old: str, new: str) -> dict[Path, FileChange]:
    """What changes in the saved results: the given ones, and those in and right beside the model.

    Raises `EditError` where a given file is none.
    """
    changes: dict[Path, FileChange] = {}
    for file in given:
        data = read_bytes(file)
        if not _is_saved(data):
            raise EditError(f"{file} is neither a baseline nor saved coverage (JSON)")
        changes[file.resolve()] = FileChange(data, _renamed(data, old, new))
    for file in _beside(root.resolve()):
        if file not in changes:
            data = read_bytes(file)
            renamed = _renamed(data, old, new)
            if renamed != data and _is_saved(data):
                changes[file] = FileChange(data, renamed)
    return {file: change for file, change in changes.items() if change.was != change.now}


def write_outside(changes: dict[Path, FileChange]) -> None:
    """Write the results that lie outside the model's folder, each if it is as it was read."""
    for file, change in changes.items():
        change_file(file, change)


def _beside(root: Path) -> Iterator[Path]:
    for file in (*files_below(root, ".json"), *sorted(root.parent.glob("*.json"))):
        if file.is_file() and not file.is_symlink():
            yield file


def _is_saved(data: bytes) -> bool:
    try:
        found: object = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.keys() >= _SIGNS


def _renamed(data: bytes, old: str, new: str) -> bytes:
    """The text with the id changed where it is a whole string, or the owner of one's part."""
    for end in ('"', "/"):
        data = data.replace(f'"{old}{end}'.encode(), f'"{new}{end}'.encode())
    return data
