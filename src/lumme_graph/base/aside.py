"""What code of others prints goes to the standard error, so that it is not taken for data."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, redirect_stdout, suppress
from threading import Lock
from typing import Final

_OUT: Final = 1
_ERR: Final = 2


class Aside:
    """The standard output turned to the standard error while any thread is within.

    What is written by programs that are started, or past `sys.stdout`, is turned too.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._within = 0
        self._undo = ExitStack()

    @contextmanager
    def turned(self) -> Generator[None]:
        """While it lasts, nothing that is printed gets among the data."""
        with self._lock:
            self._within += 1
            if self._within == 1:
                self._undo.enter_context(redirect_stdout(sys.stderr))
                self._undo.enter_context(_file_turned())
        try:
            yield
        finally:
            with self._lock:
                self._within -= 1
                if not self._within:
                    self._undo.close()


@contextmanager
def _file_turned() -> Generator[None]:
    """The same of the file that is the standard output of the process, where it has one."""
    _flush()
    try:
        kept = os.dup(_OUT)
    except OSError:
        yield
        return
    try:
        with suppress(OSError):
            os.dup2(_ERR, _OUT)
        yield
    finally:
        _flush()
        os.dup2(kept, _OUT)
        os.close(kept)


def _flush() -> None:
    if sys.__stdout__ is not None:
        with suppress(OSError, ValueError):
            sys.__stdout__.flush()
