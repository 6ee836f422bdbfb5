"""The largest gaps of a guide: the items with the most cells that are not covered."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.analysis.coverage.result import covered
from lumme_graph.base.ratio import Ratio
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.day import Day, once


class ItemGap(NamedTuple):
    """An item, and how many of its counted cells are covered."""

    item: Coverable
    done: Ratio

    @property
    def size(self) -> int:
        """How many of its counted cells are not covered."""
        return self.done.d - self.done.n


@once
def largest_gaps(day: Day) -> tuple[ItemGap, ...]:
    """The items that are not wholly covered, those with the most gaps first, then in model order."""
    coverage = covered(day)
    every = (ItemGap(item, coverage.count(coverage.states_of(item))) for item in coverage.items)
    return tuple(sorted((one for one in every if one.size), key=lambda one: -one.size))
