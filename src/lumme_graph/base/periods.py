"""Spans of days, and whether days that may be known only roughly surely clash."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol

from lumme_graph.base.dates import UncertainDate


class Interval(NamedTuple):
    """From a first to a last day, each open where it is missing."""

    start: UncertainDate | None
    end: UncertainDate | None


class Dated(Protocol):
    """Whatever has a first and a last day."""

    @property
    def from_(self) -> UncertainDate | None:
        """Its first day."""

    @property
    def to(self) -> UncertainDate | None:
        """Its last day."""


def period(dated: Dated) -> Interval:
    """The first and the last day of something."""
    return Interval(dated.from_, dated.to)


def surely_before(a: UncertainDate | None, b: UncertainDate | None) -> bool:
    """Does the one day lie before the other, however roughly they are known?

    >>> day = UncertainDate.parse
    >>> surely_before(day("2018"), day("2019-01")), surely_before(day("2018"), day("2018-06"))
    (True, False)
    """
    if a is None or b is None or a.latest is None or b.earliest is None:
        return False
    return a.latest < b.earliest


def sticks_out(part: Interval, whole: Interval) -> bool:
    """Does a part surely begin before its whole, or end after it?

    A part with one day only is there on that day; an open end says nothing.
    """
    days = [day for day in part if day is not None]
    return any(surely_before(day, whole.start) or surely_before(whole.end, day) for day in days)


def lies_within(day: UncertainDate, whole: Interval) -> bool:
    """Does a day surely lie between the first and the last day of something?"""
    start, end = whole.start and whole.start.latest, whole.end and whole.end.earliest
    match (start, day.earliest, day.latest, end):
        case (date() as start, date() as first, date() as last, date() as end):
            return start <= first and last <= end
        case _:
            return False
