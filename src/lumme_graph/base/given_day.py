"""A day as callers give it: a date, or the text of one."""

from __future__ import annotations

from datetime import date
from typing import overload

from lumme_graph.base.error import KnownError

AnyDay = date | str
"""A day as a function takes it: `date(2026, 8, 22)`, or "2026-08-22"."""


class DayError(KnownError, ValueError):
    """What was given is no day."""


@overload
def day_of(given: AnyDay) -> date: ...
@overload
def day_of(given: AnyDay | None) -> date | None: ...
def day_of(given: AnyDay | None) -> date | None:
    """The day that was given; None stays None. Raises `DayError` for what is no day.

    >>> day_of("2026-08-22")
    datetime.date(2026, 8, 22)
    >>> day_of("22.8.2026")
    Traceback (most recent call last):
        ...
    lumme_graph.base.given_day.DayError: '22.8.2026' is no day: write it as 2026-08-22
    """
    if given is None or type(given) is date:
        return given
    if isinstance(given, str):
        try:
            return date.fromisoformat(given)
        except ValueError:
            pass
    raise DayError(f"{given!r} is no day: write it as 2026-08-22")
