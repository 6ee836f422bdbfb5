"""Prose that two sides changed: line by line, as far as they changed other lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from lumme_graph.editing.three_way_order import moved

_MANY: Final = 1000
_LINES: Final = re.compile(r"[^\n]*\n|[^\n]+")


class LineRun(NamedTuple):
    """Lines on which both agree, or that only one of them changed; else what each of them says."""

    lines: tuple[str, ...]
    base: tuple[str, ...] = ()
    theirs: tuple[str, ...] | None = None
    """What they say, where it is not what `lines` say."""

    @property
    def is_conflict(self) -> bool:
        """Do both sides say something else here?"""
        return self.theirs is not None


def lines_of(text: str) -> list[str]:
    r"""The lines of a text, each with its line feed; the last may have none.

    >>> lines_of("a\u2028b\n\nc")
    ['a\u2028b\n', '\n', 'c']
    """
    return _LINES.findall(text)


def line_runs(base: str, ours: str, theirs: str) -> list[LineRun]:
    r"""Three texts line by line, each line with its end; the lines of a conflict are those of ours.

    >>> [run.lines for run in line_runs("a\n\nb\n", "A\n\nb\n", "a\n\nB\n")]
    [('A\n',), ('\n',), ('B\n',)]
    >>> line_runs("a\n", "b\n", "c\n")
    [LineRun(lines=('b\n',), base=('a\n',), theirs=('c\n',))]
    """
    was, mine, other = (lines_of(text) for text in (base, ours, theirs))
    found: list[LineRun] = []
    at = at_mine = at_other = 0
    for start, start_mine, start_other, size in (
        *_agreed(was, mine, other),
        (len(was), len(mine), len(other), 0),
    ):
        found += _between(
            tuple(was[at:start]),
            tuple(mine[at_mine:start_mine]),
            tuple(other[at_other:start_other]),
        )
        if size:
            found.append(LineRun(tuple(was[start : start + size])))
        at, at_mine, at_other = start + size, start_mine + size, start_other + size
    return found


def _between(was: tuple[str, ...], mine: tuple[str, ...], other: tuple[str, ...]) -> list[LineRun]:
    if mine in {was, other}:
        return [LineRun(other)] if other else []
    if other == was:
        return [LineRun(mine)] if mine else []
    return [LineRun(mine, was, other)]


def _agreed(
    was: Sequence[str], mine: Sequence[str], other: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """The runs of lines that nobody changed: where they begin in each text, and how long they are."""
    of_mine, of_other = list(_same(was, mine)), list(_same(was, other))
    at_mine = at_other = 0
    while at_mine < len(of_mine) and at_other < len(of_other):
        one, two = of_mine[at_mine], of_other[at_other]
        start = max(one[0], two[0])
        end = min(one[0] + one[2], two[0] + two[2])
        if start < end:
            yield start, one[1] + start - one[0], two[1] + start - two[0], end - start
        if one[0] + one[2] < two[0] + two[2]:
            at_mine += 1
        else:
            at_other += 1


def _same(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The runs of lines that two texts have alike: between lines that each has once, which is quick."""
    at = at_now = 0
    for place, place_now in [*_anchors(was, now), (len(was), len(now))]:
        gap, gap_now = was[at:place], now[at_now:place_now]
        if gap and gap_now:
            matcher = SequenceMatcher(None, gap, gap_now, autojunk=len(gap) > _MANY)
            for block in matcher.get_matching_blocks():
                yield block.a + at, block.b + at_now, block.size
        yield place, place_now, int(place < len(was))
        at, at_now = place + 1, place_now + 1


def _anchors(was: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """The places of lines that both texts have just once, without those that were moved."""
    once, once_now = _once(was), _once(now)
    both = [line for line in once if line in once_now]
    gone = moved(both, [line for line in once_now if line in once])
    return [(once[line], once_now[line]) for line in both if line not in gone]


def _once(lines: Sequence[str]) -> dict[str, int]:
    counted = Counter(lines)
    return {line: at for at, line in enumerate(lines) if counted[line] == 1}
