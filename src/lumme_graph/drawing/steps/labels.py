"""Where a small label stands beside its marker: on a side that no line and no other label takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lumme_graph.drawing.lettering import Lettering

_AIR = 0.9
_DOWN = 2.6
"""From the level of a marker to the middle of its label."""
_FURTHER = (0.0, 0.6, 1.2, 2.2, 3.2)
"""By how many heights of the label it may stand further away."""
_MET = 10
"""How much worse it is to stand on a label, or outside, than on a line."""


class Segment(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float

    def at(self, x: float) -> float:
        """How high it runs at x."""
        if self.x1 == self.x2:
            return self.y1
        return self.y1 + (self.y2 - self.y1) * (x - self.x1) / (self.x2 - self.x1)


class LabelArea(NamedTuple):
    """A rectangle that something takes."""

    x: float
    y: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, half: float) -> LabelArea:
        """A square with its middle at (x, y)."""
        return cls(x - half, y - half, x + half, y + half)

    def meets(self, other: LabelArea) -> bool:
        """Whether two take the same place."""
        apart = self.right <= other.x or other.right <= self.x
        return not (apart or self.bottom <= other.y or other.bottom <= self.y)

    def is_crossed(self, segment: Segment) -> bool:
        """Whether a line runs through it."""
        low, high = sorted((segment.x1, segment.x2))
        left, right = max(low, self.x), min(high, self.right)
        if left > right:
            return False
        if segment.x1 == segment.x2:
            ends = sorted((segment.y1, segment.y2))
        else:
            ends = sorted((segment.at(left), segment.at(right)))
        return ends[0] < self.bottom and ends[1] > self.y

    @property
    def middle(self) -> float:
        """The middle of its height."""
        return (self.y + self.bottom) / 2


@dataclass(slots=True)
class Free:
    """The room of a plot from left to right, with its lines and what stands in it already."""

    left: float
    right: float
    lines: Sequence[Segment]
    taken: list[LabelArea]

    def beside(self, words: Lettering, x: float, y: float, radius: float) -> LabelArea:
        """A free area beside a marker, from now on taken; the one with least in it where none is."""
        area = min(_areas(words, x, y, radius), key=self._cost)
        self.taken.append(area)
        return area

    def _cost(self, area: LabelArea) -> int:
        met = sum(area.meets(other) for other in self.taken)
        out = area.x < self.left or area.right > self.right
        return _MET * (met + out) + sum(area.is_crossed(segment) for segment in self.lines)


def _areas(words: Lettering, x: float, y: float, radius: float) -> Iterator[LabelArea]:
    high = words.height
    for right in (True, False):
        left = x + radius + _AIR if right else x - radius - _AIR - words.width
        for further in _FURTHER:
            for down in (-_DOWN - further * high, _DOWN + further * high):
                top = y + down - high / 2
                yield LabelArea(left, top, left + words.width, top + high)
    for top in (y - radius - _AIR - high, y + radius + _AIR):
        yield LabelArea(x - words.width / 2, top, x + words.width / 2, top + high)
