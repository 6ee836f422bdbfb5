"""Counts as whole numbers: n of d, never a rounded float."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.base.amounts import Share
from lumme_graph.base.label import Joined
from lumme_graph.base.speaker import Sayable


class Ratio(NamedTuple):
    """Whole numbers, never a rounded float.

    >>> str(Ratio(39, 54)), str(Ratio(0, 0)), str(Ratio(1999, 2000))
    ('39/54 = 72.2 %', 'n/a', '1999/2000 = 99.9 %')
    """

    n: int
    d: int

    @property
    def tenths(self) -> int:
        """Tenths of a percent, rounded; 1000 only if all, 0 only if none, or of nothing."""
        if self.d == 0:
            return 0
        tenths = (2000 * self.n + self.d) // (2 * self.d)
        if self.n < self.d:
            tenths = min(tenths, 999)
        return max(tenths, 1) if self.n > 0 else tenths

    @property
    def percent(self) -> str:
        """One decimal; 100.0 only if all, 0.0 only if none; `n/a` of nothing."""
        return f"{self.tenths // 10}.{self.tenths % 10}" if self.d else "n/a"

    @property
    def fraction(self) -> str:
        """The count as n/d."""
        return f"{self.n}/{self.d}"

    @property
    def share(self) -> Sayable:
        """The count as a share; of nothing there is none."""
        return Share(self.tenths) if self.d else "n/a"

    @property
    def whole(self) -> Sayable:
        """The count and its share, as people read them: `39/54 = 72.2%`."""
        return Joined((self.fraction, self.share), " = ") if self.d else self.share

    def __str__(self) -> str:
        return "n/a" if self.d == 0 else f"{self.fraction} = {self.percent} %"
