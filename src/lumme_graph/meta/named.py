"""An element as callers name it: by its id, by a reference, or by itself."""

from __future__ import annotations

from lumme_graph.meta.element import Element

AnyId = str | Element
"""What names an element: its id, a `Ref`, or the element itself."""


def id_of(given: AnyId) -> str:
    """The id that was given, or that of the element. Raises `TypeError` for what has none.

    >>> id_of("touchpoint-desk")
    'touchpoint-desk'
    """
    match given:
        case str():
            return str(given)
        case Element():
            return given.id
        case _:
            raise TypeError(f"{given!r} is neither an id nor an element")
