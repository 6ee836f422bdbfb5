"""One run at a time: the lock of a folder that is being changed.

It is a hidden file in the folder, so that it holds for everybody who sees the folder, and it is
there only while the change lasts. The system lets go of it when its process ends, however that
ends: a lock is never stale.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from lumme_graph.base.files import OutputError

LOCK: Final = ".lumme.lock"
"""The file that is locked."""

WAIT: Final = 5.0
"""How many seconds a second run waits for the first."""


class BusyError(OutputError):
    """Another run is changing the folder."""


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Hold a folder for this run alone.

    Raises `BusyError` where another run holds it for longer than a short while, `OutputError`
    where the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    file = folder / LOCK
    lock = FileLock(file, timeout=WAIT, poll_interval=0.02)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(
            f"{folder} is being changed by another run{_holder(file)}; "
            "wait until it has ended, then run this again"
        ) from None
    except OSError as error:
        raise OutputError(f"{folder} cannot be changed: {error.strerror}") from None
    try:
        with suppress(OSError):
            file.write_text(f"process {os.getpid()} on {platform.node()}", encoding="utf-8")
        yield
    finally:
        if sys.platform != "win32":  # there it goes after the release
            with suppress(OSError):
                file.unlink()
        lock.release()


def _holder(file: Path) -> str:
    try:
        who = file.read_text(encoding="utf-8")
    except OSError:
        return ""
    return f" ({who})" if who.isprintable() and who else ""
