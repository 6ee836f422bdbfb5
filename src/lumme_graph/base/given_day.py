"""A day as callers give it: a date, or the text of one."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final, overload

from lumme_graph.base.error import KnownError
from lumme_graph.base.shown import shortly

AnyDay = date | str
"""A day as a function takes it: `date(2026, 8, 22)`, or "2026-08-22"."""


_WRITTEN: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIDNIGHT: Final = "00:00:00"


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
    if given is None:
        return None
    day = plain_day(given)
    if day is None:
        raise DayError(f"{shortly(given)} is no day: write it as 2026-08-22")
    return day


def plain_day(given: object) -> date | None:
    """The day that is meant, None where it is none: text is a day only as 2026-08-22.

    A time without a zone at which a day starts, such as data frames have it, is that day.

    >>> plain_day(datetime(2026, 8, 22))
    datetime.date(2026, 8, 22)
    >>> plain_day(datetime(2026, 8, 22, 12)), plain_day("20260822")
    (None, None)
    """
    if type(given) is date:
        return given
    if isinstance(given, datetime):
        given, _, hour = given.isoformat().partition("T")
        if hour != _MIDNIGHT:
            return None
    elif isinstance(given, date):
        given = given.isoformat()
    if not (isinstance(given, str) and _WRITTEN.fullmatch(given)):
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None
