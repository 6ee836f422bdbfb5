"""Coverage in numbers alone, as it is counted where the cells themselves are not at hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from lumme_graph.base.ratio import Ratio
from lumme_graph.base.text import Text


class CellCount(NamedTuple):
    """How many cells are covered, covered or planned, counted, of unknown offer, and exempt."""

    covered: int
    with_plans: int
    counted: int
    unknown: int
    exempt: int

    @property
    def done(self) -> Ratio:
        """Covered of counted cells."""
        return Ratio(self.covered, self.counted)

    @property
    def planned(self) -> Ratio:
        """Covered or planned of counted cells."""
        return Ratio(self.with_plans, self.counted)


class CoverageCounts(NamedTuple):
    """How many cells a guide covers on a day, in all and by kind, library and language.

    `kinds` are by their prefix, `libraries` by their id, with their names beside them; `statement` is
    what must be said of the model.
    """

    base: str
    day: date
    statement: Text | None
    names: Mapping[str, Text]
    kinds: Mapping[str, CellCount]
    libraries: Mapping[str, CellCount]
    languages: Mapping[str, CellCount]

    @property
    def total(self) -> CellCount:
        """All cells."""
        return CellCount(*map(sum, zip(*self.kinds.values(), strict=True))) if self.kinds else NONE


NONE: Final = CellCount(0, 0, 0, 0, 0)
"""The count where there is nothing to cover."""
