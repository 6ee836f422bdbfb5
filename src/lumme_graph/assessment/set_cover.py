"""Weighted set cover: the cheapest choice of sets that covers all that can be covered.

Exact (branch and bound) where at most 25 sets are left to choose from, else greedy with a lower
bound. Independent parts of the problem are solved each by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

EXACT_UP_TO = 25

Method = Literal["exact", "greedy"]


class Choice(NamedTuple):
    """The indexes of the chosen sets, how they were found, and what no choice can undercut."""

    chosen: tuple[int, ...]
    method: Method
    cost: int
    lower_bound: int


class _Set(NamedTuple):
    number: int
    cells: int
    cost: int


def cover(sets: Sequence[Iterable[int]], costs: Sequence[int]) -> Choice:
    """Choose sets so that every element of any set is covered, at the least cost.

    Of equal choices the one with the sets that come first is taken.

    >>> cover([{1, 2, 3, 4}, {1, 3, 5}, {2, 4, 6}], [1, 1, 1])
    Choice(chosen=(1, 2), method='exact', cost=2, lower_bound=2)
    """
    found = [_Set(i, _mask(cells), costs[i]) for i, cells in enumerate(sets)]
    parts = [_solve(part) for part in _parts(_undominated([s for s in found if s.cells]))]
    chosen = sorted(index for part in parts for index in part.chosen)
    exact = all(part.method == "exact" for part in parts)
    return Choice(
        tuple(chosen),
        "exact" if exact else "greedy",
        sum(part.cost for part in parts),
        sum(part.lower_bound for part in parts),
    )


def _mask(cells: Iterable[int]) -> int:
    mask = 0
    for cell in cells:
        mask |= 1 << cell
    return mask


def _undominated(sets: list[_Set]) -> list[_Set]:
    """The sets that no other replaces at the same or a lower cost."""

    def replaced(one: _Set, by: _Set) -> bool:
        inside = one.cells | by.cells == by.cells and by.cost <= one.cost
        same = one.cells == by.cells and one.cost == by.cost
        return inside and (not same or by.number < one.number)

    holders: dict[int, list[_Set]] = {}
    for one in sets:
        for cell in _cells(one.cells):
            holders.setdefault(cell, []).append(one)
    return [
        one
        for one in sets
        if not any(
            replaced(one, other) for other in holders[_lowest(one.cells)] if other is not one
        )
    ]


def _lowest(mask: int) -> int:
    return (mask & -mask).bit_length() - 1


def _cells(mask: int) -> Iterator[int]:
    while mask:
        yield _lowest(mask)
        mask &= mask - 1


def _parts(sets: list[_Set]) -> list[list[_Set]]:
    """The sets in groups that share no cell."""
    groups: list[tuple[int, list[_Set]]] = []
    for one in sets:
        cells, members = one.cells, [one]
        apart: list[tuple[int, list[_Set]]] = []
        for other, theirs in groups:
            if other & cells:
                cells, members = cells | other, theirs + members
            else:
                apart.append((other, theirs))
        groups = [*apart, (cells, members)]
    return [sorted(members) for _, members in groups]


def _solve(sets: list[_Set]) -> Choice:
    cells = _mask_of(sets)
    greedy = _greedy(sets, cells)
    if len(sets) > EXACT_UP_TO:
        return greedy
    best = _Best(sets, greedy)
    best.search(cells, (), 0, 0)
    return Choice(tuple(sorted(best.chosen)), "exact", best.cost, best.cost)


def _mask_of(sets: Iterable[_Set]) -> int:
    mask = 0
    for one in sets:
        mask |= one.cells
    return mask


def _greedy(sets: list[_Set], cells: int) -> Choice:
    chosen: list[_Set] = []
    left = cells
    while left:
        best = max(sets, key=lambda s: (Fraction((s.cells & left).bit_count(), s.cost), -s.number))
        chosen.append(best)
        left &= ~best.cells
    cost = sum(one.cost for one in chosen)
    return Choice(tuple(one.number for one in chosen), "greedy", cost, _bound(sets, cells))


def _bound(sets: list[_Set], left: int) -> int:
    """No choice covers what is left for less: each cell pays its cheapest share of a set."""
    total = Fraction(0)
    prices = sorted(
        (Fraction(s.cost, n), s.cells & left) for s in sets if (n := (s.cells & left).bit_count())
    )
    for price, cells in prices:
        total += price * (cells & left).bit_count()
        left &= ~cells
    return -(-total.numerator // total.denominator)


class _Best:
    """The best choice so far, and the search for a better one."""

    def __init__(self, sets: list[_Set], start: Choice) -> None:
        self.sets = sets
        self.chosen = tuple(sorted(start.chosen))
        self.cost = start.cost

    def search(self, left: int, taken: tuple[int, ...], cost: int, barred: int) -> None:
        """Try every set that holds the cell with the fewest choices; leave hopeless branches."""
        if not left:
            found = tuple(sorted(taken))
            if (cost, found) < (self.cost, self.chosen):
                self.chosen, self.cost = found, cost
            return
        open_ = [s for s in self.sets if s.cells & left and not barred >> s.number & 1]
        if cost + _bound(open_, left) > self.cost:
            return
        for one in self._choices(open_, left):
            self.search(left & ~one.cells, (*taken, one.number), cost + one.cost, barred)
            barred |= 1 << one.number

    @staticmethod
    def _choices(open_: list[_Set], left: int) -> list[_Set]:
        """The sets that hold the cell which the fewest sets hold; none if one cell has no set."""
        fewest: list[_Set] | None = None
        while left:
            cell = left & -left
            left &= ~cell
            holding = [one for one in open_ if one.cells & cell]
            if fewest is None or len(holding) < len(fewest):
                fewest = holding
        return fewest or []
