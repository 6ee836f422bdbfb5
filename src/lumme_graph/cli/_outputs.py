"""The one guard of all commands: what a command reads is never what it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any, Final, cast

import lumme_graph as lg
from lumme_graph.cli._shared import STDOUT, state_in_folder

OUTPUTS: Final = frozenset({"out", "pdf"})
"""What the options are called that name what is written."""
_REDRAWS: Final = "draw"
"""The command that makes pictures, also those of the guide."""


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """A command that begins with a look at what is named: no output may be what is read."""

    @wraps(command)
    def run(**given: Any) -> None:
        outputs = [path for name in OUTPUTS for path in _paths(given.get(name))]
        read = [path for name in given.keys() - OUTPUTS for path in _paths(given[name])]
        for out in outputs:
            if out != STDOUT:
                lg.keep_sources(out, read, redraws=command.__name__ == _REDRAWS)
        command(**given)

    return run


def _paths(value: object) -> Iterator[Path]:
    """The files and folders that a word may name, also a folder at a revision."""
    if isinstance(value, Path):
        yield value
    elif isinstance(value, str):
        with suppress(OSError, ValueError):  # a whole query, say, is no name of a file
            state = state_in_folder(value)
            yield state.folder if state else Path(value)
    elif isinstance(value, Iterable):
        for each in cast("Iterable[object]", value):
            yield from _paths(each)
