"""Which item of a list was which before, which have been put elsewhere, and how the two lists merge."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple


class ListMatch(NamedTuple):
    """An item by name: its place in the list before and in the list after; None where it is not."""

    name: str
    before: int | None
    after: int | None

    @property
    def pair(self) -> tuple[int, int] | None:
        """Both places, where it is in both lists."""
        if self.before is None or self.after is None:
            return None
        return self.before, self.after


def matched(
    before: Sequence[str], after: Sequence[str], same: Callable[[int, int], bool]
) -> list[ListMatch]:
    """Items of one name are the same; of several those that say the same, then by their order.

    The names are those of the list before: of equal ones the second has `-2` after it.

    >>> matched(["a", "b"], ["b", "c"], lambda old, new: True)
    [ListMatch(name='b', before=1, after=0), ListMatch(name='c', before=None, after=1), ListMatch(name='a', before=0, after=None)]
    """
    olds, news = _places(before), _places(after)
    found: list[ListMatch] = []
    for name, there in news.items():
        was = olds.get(name, [])
        ends = _paired(was, there, same)
        for number, old in enumerate(was):
            found.append(ListMatch(_numbered(name, number), old, ends.get(old)))
        taken = set(ends.values())
        rest = [new for new in there if new not in taken]
        for number, new in enumerate(rest, len(was)):
            found.append(ListMatch(_numbered(name, number), None, new))
    for name, was in olds.items():
        if name not in news:
            found += (ListMatch(_numbered(name, n), old, None) for n, old in enumerate(was))
    present = sorted((one for one in found if one.after is not None), key=_after)
    return present + sorted((one for one in found if one.after is None), key=_before)


def moved(found: Iterable[ListMatch]) -> frozenset[str]:
    """The names of the fewest items that must be put elsewhere for the rest to stand in order.

    >>> sorted(moved([ListMatch("c", 2, 0), ListMatch("a", 0, 1), ListMatch("b", 1, 2)]))
    ['c']
    """
    pairs = [(one.name, one.pair[0]) for one in sorted(found, key=_after) if one.pair]
    ends: list[int] = []
    heads: list[int] = []
    behind: list[int] = []
    for at, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        ends[length : length + 1] = [place]
        heads[length : length + 1] = [at]
        behind.append(heads[length - 1] if length else -1)
    kept: set[int] = set()
    at = heads[-1] if heads else -1
    while at >= 0:
        kept.add(at)
        at = behind[at]
    return frozenset(name for at, (name, _) in enumerate(pairs) if at not in kept)


def merged(found: Sequence[ListMatch]) -> list[ListMatch]:
    """The items in the order of the list after, each that is gone behind what it came after."""
    elsewhere = moved(found)
    stays = {one.before: one for one in found if one.pair and one.name not in elsewhere}
    behind: dict[int | None, list[ListMatch]] = {}
    last: int | None = None
    for one in sorted((one for one in found if one.before is not None), key=_before):
        if one.before in stays:
            last = one.before
        elif one.after is None:
            behind.setdefault(last, []).append(one)
    made = behind.pop(None, [])
    for one in sorted((one for one in found if one.after is not None), key=_after):
        made.append(one)
        if one.before in stays:
            made += behind.get(one.before, [])
    return made


def _places(names: Iterable[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        places.setdefault(name, []).append(at)
    return places


def _paired(
    was: Sequence[int], there: Sequence[int], same: Callable[[int, int], bool]
) -> dict[int, int]:
    """Those of one name that say the same, then the others by their order."""
    if len(was) <= 1 >= len(there):
        return dict(zip(was, there, strict=False))
    ends: dict[int, int] = {}
    left = list(there)
    for old in was:
        new = next((new for new in left if same(old, new)), None)
        if new is not None:
            ends[old] = new
            left.remove(new)
    rest = [old for old in was if old not in ends]
    return ends | dict(zip(rest, left, strict=False))


def _numbered(name: str, number: int) -> str:
    return f"{name}-{number + 1}" if number else name


def _after(one: ListMatch) -> int:
    return -1 if one.after is None else one.after


def _before(one: ListMatch) -> int:
    return -1 if one.before is None else one.before
