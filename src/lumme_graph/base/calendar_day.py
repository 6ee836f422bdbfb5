"""A field that holds a day of the calendar."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from lumme_graph.base.given_day import plain_day


def _checked(given: object) -> date:
    day = plain_day(given)
    if day is None:
        raise PydanticCustomError("date_parsing", "a day is expected here: write it as 2026-08-22")
    return day


CalendarDay = Annotated[date, BeforeValidator(_checked)]
"""A field that holds a day: it takes what `plain_day` does."""
