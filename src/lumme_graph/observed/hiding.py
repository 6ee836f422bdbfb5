"""Which numbers are hidden: groups under five, and what would let a reader work these out.

A sum that is told gives a hidden part away if all its other parts are told. So for each group under
five, others that stand in the same sums are hidden too: so many that they can make up for any
number from one to four, and so large that none of them would fall under five by it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final, Generic, TypeAlias, TypeVar

from lumme_graph.observed.result import LEAST, Hidden

Key = TypeVar("Key", bound=Hashable)
_Vector: TypeAlias = dict[int, Fraction]
_ROOM: Final = LEAST + LEAST - 2
"""A number that is told to be five at least leaves a group of one the room to be one of four."""


def hide(
    counts: Mapping[Key, int], sums: Iterable[Mapping[Key, int]], rather: Sequence[Sequence[Key]]
) -> dict[Key, Hidden]:
    """What is hidden of the counts, and why.

    Each of `sums` says what, taken so many times, adds up to nothing; those that do not hold tell a
    reader nothing. `rather` are the counts in the order in which they are hidden for others' sake;
    of each group the smaller first. Where no others can make up for a count, all are hidden.
    """
    few = [key for key, count in counts.items() if 0 < count < LEAST]
    columns = _columns(counts, sums)
    base = _Base(columns)
    for keys in rather:
        roomy = (key for key in keys if counts[key] >= _ROOM)
        for key in sorted(roomy, key=lambda key: counts[key]):
            base.add(key)
    found = dict.fromkeys(few, Hidden.FEW)
    for key in few:
        others = base.making(key)
        if others is None:
            others = _with_the_rest(base, counts, key).making(key)
        if others is None:
            return {one: found.get(one, Hidden.KEPT) for one in counts}
        for other in others:
            found.setdefault(other, Hidden.KEPT)
    return found


def _with_the_rest(base: _Base[Key], counts: Mapping[Key, int], key: Key) -> _Base[Key]:
    """The base with the counts of little room too, the largest first."""
    wider = base.copy()
    for other in sorted(counts, key=lambda one: counts[one], reverse=True):
        if other != key and 0 < counts[other] < _ROOM:
            wider.add(other)
    return wider


def _columns(counts: Mapping[Key, int], sums: Iterable[Mapping[Key, int]]) -> dict[Key, _Vector]:
    """In which sums each count stands, and how many times."""
    columns: dict[Key, _Vector] = {key: {} for key in counts}
    for row, parts in enumerate(sums):
        here = {key: times for key, times in parts.items() if key in counts}
        if not sum(times * counts[key] for key, times in here.items()):
            for key, times in here.items():
                columns[key][row] = Fraction(times)
    return columns


class _Base(Generic[Key]):
    """Counts that can change, if they are hidden, without any sum of the others telling it.

    Each stands in the sums in a way that no others of the base together do. A count that those do
    together can be made up for: while it changes they can, so that every sum stays as it is.
    """

    def __init__(self, columns: Mapping[Key, _Vector]) -> None:
        self._columns = columns
        self._pivots: list[tuple[int, _Vector, dict[Key, Fraction]]] = []

    def copy(self) -> _Base[Key]:
        """Another one with the same counts."""
        other = _Base(self._columns)
        other._pivots = list(self._pivots)
        return other

    def add(self, key: Key) -> None:
        """Take a count into the base, unless those that are in it make up for it."""
        left, made = self._reduced(key)
        if left:
            row = min(left)
            by = left[row]
            made = {one: -times / by for one, times in made.items()} | {key: 1 / by}
            self._pivots.append((row, {at: times / by for at, times in left.items()}, made))

    def making(self, key: Key) -> list[Key] | None:
        """The counts that make up for another one; None where none do."""
        left, made = self._reduced(key)
        return None if left else list(made)

    def _reduced(self, key: Key) -> tuple[_Vector, dict[Key, Fraction]]:
        """What of a count's sums the base does not make up for, and by what it makes up."""
        left, made = dict(self._columns[key]), dict[Key, Fraction]()
        for row, vector, by in self._pivots:
            if times := left.get(row):
                _take(left, vector, times)
                _take(made, by, -times)
        return left, made


Place = TypeVar("Place", bound=Hashable)


def _take(of: dict[Place, Fraction], what: Mapping[Place, Fraction], times: Fraction) -> None:
    """Take something away so many times; what is nothing then goes."""
    for place, value in what.items():
        rest = of.get(place, Fraction(0)) - times * value
        if rest:
            of[place] = rest
        else:
            of.pop(place, None)
