"""Flat rows: one value a column, of a type that data frames have a column for."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from lumme_graph.base.dates import UncertainDate

Flat: TypeAlias = str | int | float | bool | date | None
"""Text, a number, yes or no, a day, or None where nothing is known."""

FlatRow: TypeAlias = dict[str, Flat]
"""A row, each value by the name of its column."""


def between(name: str, day: UncertainDate | None, sign: str = "_") -> FlatRow:
    """A day that may be known roughly, as two columns.

    >>> between("from", UncertainDate.parse("2019-02"))["from_latest"]
    datetime.date(2019, 2, 28)
    """
    return {
        f"{name}{sign}earliest": day.earliest if day else None,
        f"{name}{sign}latest": day.latest if day else None,
    }
