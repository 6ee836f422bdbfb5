"""What of a row of things stands on each sheet: evenly, over the fewest sheets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate, permutations


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
    if len(counts) > 6:  # noqa: PLR2004 - more sheets than anybody looks over
        return counts
    orders = dict.fromkeys(permutations(counts))
    return list(max(orders, key=lambda order: sum(end in borders for end in accumulate(order))))


def shared_out(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Which things stand on each sheet, from one place up to another: the fewest sheets, all alike.

    A thing that is higher than the room has a sheet of its own.

    >>> shared_out([40, 30, 30, 20, 20], 100)
    [(0, 2), (2, 5)]
    """
    ends = [0.0, *accumulate(heights)]
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for j in range(1, len(ends)):
        ways = (
            (best[i][0] + 1, best[i][1] + (ends[j] - ends[i]) ** 2, i)
            for i in range(j - 1, -1, -1)
            if i == j - 1 or ends[j] - ends[i] <= room
        )
        best.append(min(ways))
    sheets: list[tuple[int, int]] = []
    j = len(heights)
    while j:
        sheets.append((best[j][2], j))
        j = best[j][2]
    return sheets[::-1]
