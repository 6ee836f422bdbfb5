"""Things by their names: whoever asks for one that there is not is told the nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from lumme_graph.base.error import UnknownNameError
from lumme_graph.base.guess import nearest

V = TypeVar("V")

_MOST: Final = 12
"""So many names are listed where none is near."""


class ByName(dict[str, V]):
    """Things of one sort by name; asked for another, it raises `UnknownNameError`.

    >>> ByName("sheet", {"a3": 420, "a4": 297})["a33"]
    Traceback (most recent call last):
        ...
    lumme_graph.base.error.UnknownNameError: there is no sheet a33; did you mean a3?
    """

    def __init__(self, what: str, things: Mapping[str, V]) -> None:
        super().__init__(things)
        self._what = what

    def __missing__(self, name: str) -> V:
        raise UnknownNameError(unknown(self._what, name, self))


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """The message that there is no such thing, with the nearest one that there is."""
    names = list(known)
    guess = nearest(name, names)
    more = f"did you mean {guess}?" if guess else f"there are {few(names)}"
    return f"there is no {what} {name}; {more}"


def few(names: Sequence[str]) -> str:
    """Some names in a row, of many only the first.

    >>> few([]), few(["a3", "a4"])
    ('none', 'a3, a4')
    """
    more = ["…"] if len(names) > _MOST else []
    return ", ".join([*names[:_MOST], *more]) or "none"
