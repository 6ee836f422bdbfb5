"""The order of a list that two sides changed: what either of them moved is moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)


class Order(NamedTuple, Generic[K]):
    """Keys in their order; where the sides do not agree on it, it is that of ours."""

    keys: list[K]
    agreed: bool


def order(
    base: Sequence[K],
    ours: Sequence[K],
    theirs: Sequence[K],
    kept: Collection[K],
    *,
    means: bool = True,
) -> Order[K]:
    """The kept keys in the order that both sides wish for; new ones follow what they followed.

    Of two new keys in the same place ours is first. An order that `means` nothing is that of ours,
    unless they alone changed it.

    >>> order([1, 2, 3, 4], [4, 1, 2, 3], [1, 5, 3, 2, 4], {1, 2, 3, 4, 5})
    Order(keys=[4, 1, 5, 3, 2], agreed=True)
    >>> order([1, 2, 3], [2, 1, 3], [1, 3, 2], {1, 2, 3}).agreed
    False
    """
    common = set(base).intersection(ours, theirs, kept)
    was, mine, other = ([key for key in side if key in common] for side in (base, ours, theirs))
    agreed = True
    keys = mine
    if mine == was:
        keys = other
    elif means and other not in (was, mine):
        both = _both(was, mine, other)
        agreed = both is not None
        keys = mine if both is None else both
    placed = _with_new(keys, [key for key in ours if key in kept], ())
    alone = set(placed) - common - set(theirs)
    return Order(_with_new(placed, [key for key in theirs if key in kept], alone), agreed)


def _with_new(keys: Sequence[K], side: Iterable[K], first: Collection[K]) -> list[K]:
    """The keys with those of a side that are new, each behind what it follows there.

    What is `first` comes before the new ones in the same place.
    """
    known = set(keys)
    at_start: list[K] = []
    after: dict[K, list[K]] = {}
    here = at_start
    for key in side:
        if key in known:
            here = after.setdefault(key, [])
        else:
            here.append(key)
    found: list[K] = []
    waiting = at_start
    for key in keys:
        if key not in first:
            found += waiting
            waiting = []
        found.append(key)
        waiting = [*waiting, *after.get(key, ())]
    return [*found, *waiting]


def _both(was: Sequence[K], mine: Sequence[K], other: Sequence[K]) -> list[K] | None:
    """The one order in which two keys stand as the side wants that changed it; None: there is none."""
    of_mine, of_other = moved(was, mine), moved(was, other)
    still = set(was) - of_mine - of_other
    for key in of_mine & of_other:
        if _behind(mine, key, still) != _behind(other, key, still):
            return None
    at, at_mine, at_other = (_places(side) for side in (was, mine, other))
    behind = dict.fromkeys(was, 0)
    for place, one in enumerate(was):
        for two in was[place + 1 :]:
            turned = at_mine[one] > at_mine[two] or at_other[one] > at_other[two]
            behind[one if turned else two] += 1
    found = sorted(was, key=lambda key: (behind[key], at[key]))
    return found if [behind[key] for key in found] == list(range(len(found))) else None


def _places(side: Sequence[K]) -> dict[K, int]:
    return {key: place for place, key in enumerate(side)}


def _behind(side: Sequence[K], key: K, still: Collection[K]) -> int:
    """How many of those that nobody moved stand before a key."""
    return sum(1 for one in side[: side.index(key)] if one in still)


def moved(was: Sequence[K], now: Sequence[K]) -> set[K]:
    """The fewest keys whose moving makes the one order of the other."""
    at = _places(was)
    tails: list[int] = []
    lengths: list[int] = []
    for key in now:
        length = bisect_left(tails, at[key])
        tails[length : length + 1] = [at[key]]
        lengths.append(length)
    others: set[K] = set()
    wanted = len(tails) - 1
    for key, length in zip(reversed(now), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
        else:
            others.add(key)
    return others
