"""Days that may be known only roughly, and periods between them.

Spelled as in ISO 8601-2 (EDTF) where a short spelling is needed: `2019-01`,
`..2021-03-31` (on that day at the latest), `2021-02-01..2021-05-31` (some day between).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, core_schema

from lumme_graph.base.error import KnownError
from lumme_graph.base.given_day import plain_day
from lumme_graph.base.shown import shortly
from lumme_graph.base.truth import Truth, every, negate

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"


class DateError(KnownError, ValueError):
    """A value cannot be read as a date; `reason` says why, as a word for programs."""

    def __init__(self, reason: str, value: object, words: str) -> None:
        super().__init__(words)
        self.reason = reason
        self.value = value


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A day between `earliest` and `latest`; a missing bound is not known.

    >>> UncertainDate.parse("2019-01").latest
    datetime.date(2019, 1, 31)
    >>> str(UncertainDate.parse({"latest": "2017-12-31"}))
    '..2017-12-31'
    """

    earliest: date | None
    latest: date | None

    @classmethod
    def parse(cls, value: object) -> UncertainDate:
        """Read a year, month or day as text, a date, or a mapping of earliest and latest.

        A time at which a day starts is that day. Raises `DateError` for anything else and for
        impossible days.
        """
        if isinstance(value, UncertainDate):
            value = _bounds(value)
        if isinstance(value, Mapping):
            return cls._between(value)
        return cls(*_span(value))

    @classmethod
    def _between(cls, bounds: Any) -> UncertainDate:
        if not bounds or bounds.keys() - {"earliest", "latest"}:
            raise DateError("date_bounds", bounds, "an uncertain date has earliest, latest or both")
        earliest = _span(bounds["earliest"])[0] if "earliest" in bounds else None
        latest = _span(bounds["latest"])[1] if "latest" in bounds else None
        if earliest and latest and earliest > latest:
            raise DateError("date_order", bounds, "earliest lies after latest")
        return cls(earliest, latest)

    @property
    def exact(self) -> date | None:
        """The day, where it is known exactly."""
        return self.earliest if self.earliest == self.latest else None

    def reached(self, day: date) -> Truth:
        """Has the day come by `day`?"""
        if self.latest is not None and self.latest <= day:
            return True
        return False if self.earliest is not None and day < self.earliest else None

    def passed(self, day: date) -> Truth:
        """Does it lie before `day`?"""
        if self.latest is not None and self.latest < day:
            return True
        return False if self.earliest is not None and day <= self.earliest else None

    def plain(self) -> str | dict[str, str]:
        """The way it is written in a model."""
        if self.earliest and self.latest:
            short = _short(self.earliest, self.latest)
            if short:
                return short
        return {name: day.isoformat() for name, day in _bounds(self).items()}

    def __str__(self) -> str:
        plain = self.plain()
        if isinstance(plain, str):
            return plain
        return f"{plain.get('earliest', '')}..{plain.get('latest', '')}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validated,
            serialization=core_schema.plain_serializer_function_ser_schema(UncertainDate.plain),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        day: JsonSchemaValue = {"type": "string", "pattern": PATTERN}
        bounds = {
            "type": "object",
            "minProperties": 1,
            "properties": {"earliest": day, "latest": day},
            "additionalProperties": False,
        }
        return {"anyOf": [day, bounds]}


def _bounds(value: UncertainDate) -> dict[str, date]:
    bounds = {"earliest": value.earliest, "latest": value.latest}
    return {name: day for name, day in bounds.items() if day is not None}


def _validated(value: object) -> UncertainDate:
    try:
        return UncertainDate.parse(value)
    except DateError as error:
        context = {"why": str(error), "value": str(error.value), "reason": error.reason}
        raise PydanticCustomError("date", "{why}", context) from None


def _span(value: object) -> tuple[date, date]:
    if isinstance(value, date) and (day := plain_day(value)):
        return day, day
    match = _SHAPE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        words = f"{shortly(value)} is not a date: write 2019, 2019-01 or 2019-01-31"
        raise DateError("date_form", shortly(value), words)
    year, month, of_month = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, of_month or 1)
    except ValueError:
        raise DateError("date_none", value, f"{value} is not a day of the calendar") from None
    if of_month:
        return first, first
    last_month = month or 12
    return first, date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])


def _short(earliest: date, latest: date) -> str | None:
    iso = earliest.isoformat()
    return next((s for s in (iso, iso[:7], iso[:4]) if _span(s) == (earliest, latest)), None)


def holds(start: UncertainDate | None, end: UncertainDate | None, day: date) -> Truth:
    """Does what runs from `start` to `end`, both days included, hold on `day`?

    A missing bound is open.

    >>> spring = UncertainDate.parse({"earliest": "2021-02-01", "latest": "2021-05-31"})
    >>> [holds(None, spring, date(2021, month, 15)) for month in (1, 3, 6)]
    [True, None, False]
    """
    return every(
        (
            True if start is None else start.reached(day),
            True if end is None else negate(end.passed(day)),
        )
    )
