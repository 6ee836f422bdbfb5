"""How days stand in cells: those of the calendar, and those that may be known only roughly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from lumme_graph.base.dates import DateError, UncertainDate
from lumme_graph.base.label import Label, Message
from lumme_graph.reading.document import Data
from lumme_graph.sheets.book import CellUse, CellValue
from lumme_graph.sheets.cell_form import BookNames, CellRefused
from lumme_graph.sheets.given import GivenValue

_NORDIC_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEARS: Final = range(1000, 10_000)

NOT_A_DAY = Label("{value} is not a day: write 2026-11-26, or 26.11.2026")
NOT_A_DATE = Label(
    "{value} is not a date: write 2026, 2026-11, 2026-11-26, ..2026-11-26 (that day at the latest) "
    "or 2026-02-01..2026-05-31 (some day between)"
)
DAY_HINT = Label("A day: 2026-11-26.")
DATE_HINT = Label(
    "A day, month or year: 2026-11-26, 2026-11, 2026; ..2026-11-26 is that day at the latest, "
    "2026-02-01..2026-05-31 some day between."
)


@dataclass(frozen=True)
class CalendarDay:
    """A day of the calendar."""

    use = CellUse.DAY

    def shown(self, value: Data, names: BookNames) -> CellValue:  # noqa: ARG002 - the shape of all forms
        """The day; as a text where spreadsheets know none so early."""
        if not isinstance(value, str):
            return None
        day = date.fromisoformat(value)
        return day if day.year >= _FIRST_YEAR else value

    def read(self, value: GivenValue, names: BookNames) -> Data:  # noqa: ARG002 - as above
        """The day in ISO 8601."""
        found = _uncertain(value, NOT_A_DAY)
        if found is None:
            return None
        if found.exact is None:
            raise CellRefused(NOT_A_DAY.fill(value=str(value)))
        return found.exact.isoformat()

    def hint(self, names: BookNames) -> Message | None:  # noqa: ARG002 - as above
        """How a day is written."""
        return DAY_HINT


_FIRST_YEAR: Final = 1901
"""Before this year spreadsheets and the calendar do not agree."""


@dataclass(frozen=True)
class RoughDay:
    """A day that may be known only roughly; always a text, since a cell makes a day of a month."""

    use = CellUse.TEXT

    def shown(self, value: Data, names: BookNames) -> CellValue:  # noqa: ARG002 - the shape of all forms
        """As ISO 8601-2 spells it: `2026-11`, `..2021-03-31`."""
        return None if value is None else str(UncertainDate.parse(value))

    def read(self, value: GivenValue, names: BookNames) -> Data:  # noqa: ARG002 - as above
        """What is known of the day, as a model writes it."""
        found = _uncertain(value, NOT_A_DATE)
        return None if found is None else found.plain()

    def hint(self, names: BookNames) -> Message | None:  # noqa: ARG002 - as above
        """How such a day is written."""
        return DATE_HINT


def _uncertain(value: GivenValue, refusal: Label) -> UncertainDate | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return UncertainDate(value, value)
    try:
        if isinstance(value, int | float) and not isinstance(value, bool) and value in _YEARS:
            return UncertainDate.parse(f"{value:.0f}")
        if isinstance(value, str):
            return _between(value.strip())
    except DateError:
        pass
    raise CellRefused(refusal.fill(value=str(value)))


def _between(words: str) -> UncertainDate:
    first, dots, last = words.partition("..")
    if not dots:
        return UncertainDate.parse(_iso(words))
    bounds = {"earliest": _iso(first.strip()), "latest": _iso(last.strip())}
    return UncertainDate.parse({name: day for name, day in bounds.items() if day})


def _iso(words: str) -> str:
    """A day as it is written in the Nordic countries, in ISO 8601; anything else as it is."""
    found = _NORDIC_DAY.fullmatch(words)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else words
