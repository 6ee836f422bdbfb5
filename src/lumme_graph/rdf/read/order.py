"""The order of the elements of a kind, from which of them each one stands after."""

from __future__ import annotations

from collections.abc import Mapping


def in_chain(after: Mapping[str, str | None]) -> tuple[list[str], int]:
    """Ids in the order that each says by the one before it, and how many of them are in no chain.

    >>> in_chain({"c": "b", "a": None, "b": "a"})
    (['a', 'b', 'c'], 0)
    >>> in_chain({"a": None, "b": "lost", "c": "b", "d": "a"})
    (['a', 'd', 'b', 'c'], 2)
    """
    following: dict[str, str] = {}
    for id_ in sorted(after, reverse=True):
        before = after[id_]
        if before is not None:
            following[before] = id_
    first = min((id_ for id_, before in after.items() if before is None), default=None)
    chain: dict[str, None] = {}
    while first is not None and first not in chain and first in after:
        chain[first] = None
        first = following.get(first)
    rest = sorted(after.keys() - chain.keys())
    return [*chain, *rest], len(rest)
