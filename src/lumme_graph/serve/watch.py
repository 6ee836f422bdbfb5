"""Who says that the files of a model have changed: the system, and where it does not, their stamps."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from pathlib import Path

from watchfiles import awatch  # pyright: ignore[reportUnknownVariableType]

from lumme_graph.base.files import MANIFEST, files_below
from lumme_graph.base.journal import WORK, pending

STEP = 30
"""Milliseconds of quiet that end a group of changes: one save of an editor makes several."""
DEBOUNCE = 300
"""Milliseconds that a group of changes lasts at most."""
LOOK = 1000
"""Milliseconds between looks at the stamps where the system tells of changes."""
PAUSE = 0.5
"""Seconds between looks at the stamps where it does not."""
_HOME = "."

Stamp = tuple[int, int, int]
"""What changes with a file: which one it is, when it was written, how long it is."""


async def watch(folder: Path, changed: Callable[[], None], *, poll: bool) -> None:
    """Say whenever the files of a model's folder have changed, for as long as it is asked.

    The system tells of changes, unless it is to be polled or cannot, as when too many folders are
    watched. The stamps of the files are looked at in any case, so that no change is missed. The
    folder may be taken away and put back.
    """
    seen = stamps(folder)
    while True:
        try:
            async with aclosing(_looks(folder, poll=poll)) as looks:
                async for told in looks:
                    before, seen = seen, await asyncio.to_thread(stamps, folder)
                    if told or seen != before:
                        changed()
                    if seen.get(_HOME) != before.get(_HOME):
                        break
        except* (OSError, RuntimeError):
            poll = poll or _HOME in seen
            await asyncio.sleep(PAUSE)


async def _looks(folder: Path, *, poll: bool) -> AsyncGenerator[bool]:
    """When to look at the stamps, and whether the system has told of a change."""
    while poll:
        await asyncio.sleep(PAUSE)
        yield False
    root = _real(folder)
    changes = awatch(
        root,
        watch_filter=lambda _, file: concerns(root, file),
        debounce=DEBOUNCE,
        step=STEP,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        force_polling=False,
    )
    async with aclosing(changes):
        async for found in changes:
            yield bool(found)


def _real(folder: Path) -> Path:
    return folder.resolve()


def stamps(folder: Path) -> dict[str, Stamp]:
    """The stamps of a folder and of its files; of one that is gone there are none."""
    found: dict[str, Stamp] = {}
    with suppress(OSError):
        home = folder.stat()
        found[_HOME] = home.st_dev, home.st_ino, 0
        found[WORK] = (int(pending(folder)), 0, 0)
        for file in files_below(folder):
            with suppress(OSError):
                one = file.stat()
                found[str(file)] = one.st_ino, one.st_mtime_ns, one.st_size
    return found


def concerns(root: Path, file: str) -> bool:
    """Can a change of this file change the model? Hidden files and trees that we made cannot.

    One hidden folder can: by its end is seen that a change of several files has ended.
    """
    parts = Path(os.path.relpath(file, root)).parts
    if any(part.startswith(".") for part in parts if part not in {_HOME, WORK}):
        return False
    folders = (root.joinpath(*parts[:depth]) for depth in range(1, len(parts) + 1))
    return not any((folder / MANIFEST).exists() for folder in folders)
