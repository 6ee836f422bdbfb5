"""A file or a folder as callers give it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from lumme_graph.base.by_name import echo
from lumme_graph.base.error import ValueRefusedError

AnyPath = str | os.PathLike[str]
"""A file or a folder as a function takes it: `Path("models/mine")`, or "models/mine".

What no system can have a file of, such as a name of 300 letters, raises `ValueRefusedError`.
"""

_LONGEST_NAME: Final = 255
_LONGEST_PATH: Final = 4095
"""In bytes, as the file systems of Linux count."""


def path_of(given: AnyPath) -> Path:
    """The path that was given. Raises `ValueRefusedError` where there can be no file of the name.

    >>> path_of("models/mine").name
    'mine'
    >>> path_of("y" * 300)
    Traceback (most recent call last):
        ...
    lumme_graph.base.error.ValueRefusedError: the name yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy… \
is too long for a file or a folder; name a shorter one
    """
    path = Path(given)
    try:
        parts = [os.fsencode(part) for part in path.parts]
    except UnicodeEncodeError:
        parts = [b"\0"]
    if any(b"\0" in part for part in parts):
        raise ValueRefusedError(
            f"{echo(ascii(str(path)))} has a character that no name of a file or a folder can have; "
            "name another"
        )
    long = next((part for part in parts if len(part) > _LONGEST_NAME), None)
    if long is not None:
        name = echo(os.fsdecode(long))
        raise ValueRefusedError(
            f"the name {name} is too long for a file or a folder; name a shorter one"
        )
    if sum(map(len, parts)) + len(parts) > _LONGEST_PATH:
        raise ValueRefusedError(
            f"{echo(str(path))} leads through too many folders; name a shorter way"
        )
    return path


def maybe_path(words: str) -> Path | None:
    """The path that words may be, which may be none; None where there can be no file of the name.

    >>> maybe_path("SELECT *" + " " * 300)
    """
    try:
        return path_of(words)
    except ValueRefusedError:
        return None
