"""Run code that dies, or whose disk fills up, at its n-th write."""

from __future__ import annotations

import errno
import gc
import os
import traceback
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

CALLS: Final = ("open", "write", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir", "chmod")
"""The functions of `os` by which files change; an `open` counts where it may make or write one."""

NEEDS_SPACE: Final = {"open", "write", "mkdir"}
"""Those that fail for as long as the disk is full."""

MOST: Final = 500
"""More writes than any of these changes has."""

DIED: Final = 77


class Writes:
    """Counts the writes, and does something instead of the n-th."""

    def __init__(self, at: int, instead: Callable[[str], None]) -> None:
        self.at = at
        self.count = 0
        self.instead = instead

    def come(self, name: str) -> None:
        """A write is about to be done."""
        self.count += 1
        if self.count == self.at or (self.count > self.at and name in NEEDS_SPACE):
            self.instead(name)


@contextmanager
def watched(writes: Writes) -> Generator[None]:
    """Every write tells `writes` of it first; of bytes half are written by then."""

    def watch(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if name == "open" and not args[1] & (os.O_CREAT | os.O_WRONLY | os.O_RDWR):
                return real(*args, **options)
            if name == "write":
                handle, data = args
                half = real(handle, data[: len(data) // 2]) if len(data) > 1 else 0
                writes.come(name)
                return half + int(real(handle, data[half:]))
            writes.come(name)
            return None if name == "fsync" else real(*args, **options)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, watch(name, getattr(os, name)))
        yield


def _forked() -> int:
    """A child that shares what all tests before have made, for its collector leaves that alone."""
    gc.freeze()
    child = os.fork()
    if child:
        gc.unfreeze()
    return child


def killed(work: Callable[[], object], at: int) -> bool:
    """Run `work` in a child that is gone at its n-th write; False where it has none so late."""
    child = _forked()
    if not child:
        try:
            with watched(Writes(at, lambda _: os._exit(DIED))):
                work()
            os._exit(0)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, DIED}
    return code == DIED


def filled(work: Callable[[], object], at: int) -> Exception | bool | None:
    """Run `work` with a disk that is full from its n-th write on: what it raises, if anything.

    False where it has no write so late.
    """

    def full(name: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", name)

    writes = Writes(at, full)
    try:
        with watched(writes):
            work()
    except Exception as error:  # noqa: BLE001 - the test says which it may be
        return error
    return None if writes.count >= at else False


def together(*works: Callable[[], object]) -> list[int]:
    """Run each in a child of its own, all at once; their exit codes."""
    children: list[int] = []
    for work in works:
        child = _forked()
        if not child:
            try:
                work()
                os._exit(0)
            except BaseException:
                traceback.print_exc()
                raise
            finally:
                os._exit(1)
        children.append(child)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def seen(root: Path) -> dict[str, bytes]:
    """Every file below a folder that is not hidden, and not in a hidden folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    }
