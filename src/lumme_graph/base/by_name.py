"""Things by their names: whoever asks for one that there is not is told the nearest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from lumme_graph.base.error import UnknownNameError
from lumme_graph.base.guess import nearest

V = TypeVar("V")

_MOST: Final = 12
"""So many names are listed where none is near."""

_LONG: Final = 60
"""So much of a name is repeated to whoever gave it."""


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
    """The message that there is no such thing, with the nearest one that there is.

    Raises `TypeError` for what is no name.
    """
    names = list(known)
    if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        given = brief(repr(name))
        raise TypeError(f"{given} is the name of no {what}: give one of {few(names)}")
    guess = nearest(name, names)
    more = f"did you mean {guess}?" if guess else f"there are {few(names)}"
    return f"there is no {what} {echo(name)}; {more}"


def echo(name: str) -> str:
    """A name as it is repeated to whoever gave it: short, and in quotes where its ends are not seen.

    >>> print(echo("a3"), echo(""), echo(" a3"))
    a3 "" " a3"
    """
    is_plain = name and name == name.strip() and name.isprintable()
    return brief(name if is_plain else json.dumps(name, ensure_ascii=False))


def brief(words: str) -> str:
    """Words, of many only the first.

    >>> len(brief("a" * 10_000))
    60
    """
    return words if len(words) <= _LONG else f"{words[: _LONG - 1]}…"


def few(names: Sequence[str]) -> str:
    """Some names in a row, of many only the first.

    >>> few([]), few(["a3", "a4"])
    ('none', 'a3, a4')
    """
    more = ["…"] if len(names) > _MOST else []
    return ", ".join([*names[:_MOST], *more]) or "none"
