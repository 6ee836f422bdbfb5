"""What every command minds in its outputs: that none is what it reads, and what of persons is in it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any, Final, cast

import lumme_graph as lg
from lumme_graph.cli._shared import STDOUT, say, state_in_folder

OUTPUTS: Final = frozenset({"out", "pdf"})
"""What the options are called that name what is written."""
_REDRAWS: Final = "draw"
"""The command that makes pictures, also those of the guide."""

_PERSONS: Final = lg.Counted(
    "{n} phone number or e-mail address in the model may be a person's, and what is made of it tells"
    " it on; to see it: {command}",
    "{n} phone numbers or e-mail addresses in the model may be persons', and what is made of it tells"
    " them on; to see them: {command}",
)


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


def warn_of_persons(
    graph: lg.ServiceGraph, model: Path, lang: str, among: Container[str] | None = None
) -> None:
    """Say where the model tells how persons may be reached, when that leaves the house.

    `among` are the elements that what is made tells of; without it, all.
    """
    found = [one for one in lg.personal_findings(graph) if among is None or one.element in among]
    if found:
        command = f"lumme check {model} --select LG801,LG802"
        say(graph.speaker(lang)(_PERSONS, n=len(found), command=command).words)


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
