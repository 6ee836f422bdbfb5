"""How many of a row of things stand on each sheet: evenly, over the fewest sheets."""

from __future__ import annotations

from collections.abc import Collection


def spread(n: int, most: int, borders: Collection[int] = ()) -> list[int]:
    """The number on each sheet, `most` at most; one empty sheet for none.

    A sheet ends at a border, such as that of a phase, where the counts stay within one of even.

    >>> spread(9, 8), spread(17, 8)
    ([5, 4], [6, 6, 5])
    >>> spread(9, 8, borders=[4])
    [4, 5]
    """
    if n == 0:
        return [0]
    sheets = -(-n // most)
    least, more = divmod(n, sheets)
    counts = [least + (i < more) for i in range(sheets)]
    if more:
        counts = _at_borders(counts, borders)
    return counts


def _at_borders(counts: list[int], borders: Collection[int]) -> list[int]:
    """The same counts in the order that meets the most borders; the first such order."""
    from itertools import accumulate, permutations

    if len(counts) > 6:  # noqa: PLR2004 - more sheets than anybody looks over
        return counts
    orders = dict.fromkeys(permutations(counts))
    return list(max(orders, key=lambda order: sum(end in borders for end in accumulate(order))))
