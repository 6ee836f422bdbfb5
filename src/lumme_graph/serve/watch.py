"""Which changes of files concern a model, and who says when there are any."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

from watchfiles import awatch

from lumme_graph.base.files import MANIFEST
from lumme_graph.base.journal import WORK

STEP = 30
"""Milliseconds of quiet that end a group of changes: one save of an editor makes several."""
DEBOUNCE = 300
"""Milliseconds that a group of changes lasts at most."""
LOOK = 1000
"""Milliseconds after which it is looked whether the folder is still the same."""
PAUSE = 0.5
"""Seconds before a folder is watched again that has been replaced."""


async def watch(folder: Path, changed: Callable[[], None], *, poll: bool) -> None:
    """Say whenever the files of a model's folder have changed, for as long as it is asked.

    The folder may be taken away and put back. Where the system cannot tell of changes, as when too
    many folders are watched, they are looked for instead.
    """
    while True:
        try:
            await _watch_one(folder, changed, poll=poll)
        except* (OSError, RuntimeError):
            poll = poll or _identity(folder) is not None
        await asyncio.sleep(PAUSE)
        changed()


async def _watch_one(folder: Path, changed: Callable[[], None], *, poll: bool) -> None:
    """Watch a folder until there is another one, or none, in its place."""
    before, root = _identity(folder), _real(folder)
    async for changes in awatch(
        root,
        watch_filter=lambda _, file: concerns(root, file),
        debounce=DEBOUNCE,
        step=STEP,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        force_polling=poll or None,
    ):
        if _identity(folder) != before:
            return
        if changes:
            changed()


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another one of the same name; None where there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _real(folder: Path) -> Path:
    return folder.resolve()


def concerns(root: Path, file: str) -> bool:
    """Can a change of this file change the model? Hidden files and trees that we made cannot.

    One hidden folder can: by its end is seen that a change of several files has ended.
    """
    parts = Path(os.path.relpath(file, root)).parts
    if any(part.startswith(".") for part in parts if part not in {".", WORK}):
        return False
    folders = (root.joinpath(*parts[:depth]) for depth in range(1, len(parts) + 1))
    return not any((folder / MANIFEST).exists() for folder in folders)
