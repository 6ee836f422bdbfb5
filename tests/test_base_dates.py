from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from lumme_graph.base.dates import DateError, UncertainDate, holds
from lumme_graph.base.given_day import DayError, day_of, plain_day
from lumme_graph.base.truth import Truth

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "plain", "short"),
    [
        ("2019", (2019, 1, 1), (2019, 12, 31), "2019", "2019"),
        ("2019-02", (2019, 2, 1), (2019, 2, 28), "2019-02", "2019-02"),
        ("2020-02", (2020, 2, 1), (2020, 2, 29), "2020-02", "2020-02"),
        ("2019-12", (2019, 12, 1), (2019, 12, 31), "2019-12", "2019-12"),
        ("9999", (9999, 1, 1), (9999, 12, 31), "9999", "9999"),
        ("2017-10-16", (2017, 10, 16), (2017, 10, 16), "2017-10-16", "2017-10-16"),
        ({"latest": "2017-12-31"}, None, (2017, 12, 31), {"latest": "2017-12-31"}, "..2017-12-31"),
        ({"latest": "2021-01"}, None, (2021, 1, 31), {"latest": "2021-01-31"}, "..2021-01-31"),
        ({"earliest": "2021"}, (2021, 1, 1), None, {"earliest": "2021-01-01"}, "2021-01-01.."),
        (
            {"earliest": "2021-02-01", "latest": "2021-05-31"},
            (2021, 2, 1),
            (2021, 5, 31),
            {"earliest": "2021-02-01", "latest": "2021-05-31"},
            "2021-02-01..2021-05-31",
        ),
        ({"earliest": "2021", "latest": "2021"}, (2021, 1, 1), (2021, 12, 31), "2021", "2021"),
        (date(2026, 8, 22), (2026, 8, 22), (2026, 8, 22), "2026-08-22", "2026-08-22"),
        (datetime(2026, 8, 22), (2026, 8, 22), (2026, 8, 22), "2026-08-22", "2026-08-22"),  # noqa: DTZ001
        (
            UncertainDate(datetime(2026, 8, 22), None),  # noqa: DTZ001
            (2026, 8, 22),
            None,
            {"earliest": "2026-08-22"},
            "2026-08-22..",
        ),
    ],
)
def test_reading_and_writing(
    written: Any,
    earliest: tuple[int, int, int] | None,
    latest: tuple[int, int, int] | None,
    plain: object,
    short: str,
) -> None:
    read = UncertainDate.parse(written)
    assert read.earliest == (date(*earliest) if earliest else None)
    assert read.latest == (date(*latest) if latest else None)
    assert read.plain() == plain
    assert str(read) == short


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2019-02-29", "2019-02-29 is not a day of the calendar"),
        ("2019-13", "2019-13 is not a day of the calendar"),
        ("0000", "0000 is not a day of the calendar"),
        ("19", "'19' is not a date: write 2019, 2019-01 or 2019-01-31"),
        ("2019-1", "'2019-1' is not a date: write 2019, 2019-01 or 2019-01-31"),
        ("2019-01-31\n", "'2019-01-31\\n' is not a date: write 2019, 2019-01 or 2019-01-31"),
        ("٢٠١٩", "'٢٠١٩' is not a date: write 2019, 2019-01 or 2019-01-31"),
        ("", "'' is not a date: write 2019, 2019-01 or 2019-01-31"),
        (2019, "2019 is not a date: write 2019, 2019-01 or 2019-01-31"),
        ({}, "an uncertain date has earliest, latest or both"),
        ({"first": "2019"}, "an uncertain date has earliest, latest or both"),
        ({"earliest": "2020", "latest": "2019"}, "earliest lies after latest"),
        (UncertainDate(None, None), "an uncertain date has earliest, latest or both"),
        (UncertainDate(date(2020, 1, 1), date(2019, 1, 1)), "earliest lies after latest"),
    ],
)
def test_what_is_no_date(written: object, why: str) -> None:
    with pytest.raises(ValueError, match=r".") as error:
        UncertainDate.parse(written)
    assert str(error.value) == why
    with pytest.raises(ValidationError) as invalid:
        TypeAdapter(UncertainDate).validate_python(written)
    assert [(e["type"], e["msg"]) for e in invalid.value.errors()] == [("date", why)]


NO_DAYS = [
    "20260822",
    "2026-W34-6",
    "2026-08",
    "2026-02-30",
    "2026-08-22T00:00:00",
    "2026-08-22\n",
    "٢٠٢٦-٠٨-٢٢",
    "",
    "once",
    0,
    1756080000,
    True,
    datetime(2026, 8, 22, 12),  # noqa: DTZ001
    datetime(2026, 8, 22, microsecond=1),  # noqa: DTZ001
    datetime(2026, 8, 22, tzinfo=UTC),
]


@pytest.mark.parametrize("value", NO_DAYS)
def test_what_is_no_day(value: Any) -> None:
    assert plain_day(value) is None
    with pytest.raises(DayError, match="is no day: write it as 2026-08-22"):
        day_of(value)


def test_a_day_is_a_plain_date_whatever_it_was_given_as() -> None:
    class Own(date):
        pass

    for value in ("2026-08-22", date(2026, 8, 22), Own(2026, 8, 22), datetime(2026, 8, 22)):  # noqa: DTZ001
        day = day_of(value)
        assert type(day) is date
        assert day == date(2026, 8, 22)


def test_days_of_data_frames() -> None:
    pandas = pytest.importorskip("pandas")
    assert type(plain_day(pandas.Timestamp("2026-08-22"))) is date
    assert UncertainDate.parse(pandas.Timestamp("2026-08-22")).plain() == "2026-08-22"
    nothing = (pandas.NaT, pandas.Timestamp("2026-08-22 12:00"), pandas.Timestamp(1))
    for value in nothing:
        assert plain_day(value) is None
        for written in (value, {"latest": value}, UncertainDate(value, None)):
            with pytest.raises(DateError, match="is not a date: write 2019"):
                UncertainDate.parse(written)


def test_exact_only_where_the_day_is_known() -> None:
    assert UncertainDate.parse("2017-10-16").exact == date(2017, 10, 16)
    assert UncertainDate.parse("2017-10").exact is None
    assert UncertainDate.parse({"latest": "2017-10-16"}).exact is None


@pytest.mark.parametrize(
    ("day", "member"),
    [
        (date(2017, 12, 30), None),
        (date(2017, 12, 31), True),
        (date(2021, 2, 1), True),
        (date(2021, 2, 2), None),
        (date(2021, 5, 31), None),
        (date(2021, 6, 1), False),
    ],
)
def test_a_membership_with_rough_ends(day: date, member: Truth) -> None:
    """From the end of 2017 at the latest until some day of spring 2021, that day included."""
    start = UncertainDate.parse({"latest": "2017-12-31"})
    end = UncertainDate.parse({"earliest": "2021-02-01", "latest": "2021-05-31"})
    assert holds(start, end, day) is member


def test_open_ends_hold_for_ever() -> None:
    assert holds(None, None, date.min) is True
    assert holds(UncertainDate.parse("2019"), None, date(2019, 1, 1)) is None
    assert holds(UncertainDate.parse("2019"), None, date(2019, 12, 31)) is True
    assert holds(None, UncertainDate.parse("2019"), date(2019, 12, 31)) is None
    assert holds(None, UncertainDate.parse("2019"), date(2019, 1, 1)) is True


days = st.dates(date(2020, 1, 1), date(2020, 3, 1))


@st.composite
def spans(draw: st.DrawFn) -> tuple[UncertainDate, list[date]]:
    """An uncertain date, and every day that it may be; far away stands for an open side."""
    first, last = sorted(draw(st.tuples(days, days)))
    side = draw(st.sampled_from(["both", "earliest", "latest"]))
    before = date(2000, 1, 1) if side == "latest" else first
    after = date(2040, 1, 1) if side == "earliest" else last
    candidates = [first + DAY * n for n in range((last - first).days + 1)]
    bounds = UncertainDate(
        None if side == "latest" else first, None if side == "earliest" else last
    )
    return bounds, sorted({before, after, *candidates})


def _agreed(answers: set[bool]) -> Truth:
    return answers.pop() if len(answers) == 1 else None


@given(spans(), days)
def test_reached_and_passed_against_every_day_that_it_may_be(
    span: tuple[UncertainDate, list[date]], day: date
) -> None:
    uncertain, candidates = span
    assert uncertain.reached(day) is _agreed({candidate <= day for candidate in candidates})
    assert uncertain.passed(day) is _agreed({candidate < day for candidate in candidates})


@given(spans(), spans(), days)
def test_holds_against_every_pair_of_days(
    start: tuple[UncertainDate, list[date]], end: tuple[UncertainDate, list[date]], day: date
) -> None:
    answers = {first <= day <= last for first in start[1] for last in end[1]}
    assert holds(start[0], end[0], day) is _agreed(answers)


@given(strategies.uncertain_dates())
def test_what_is_written_is_read_back(uncertain: UncertainDate) -> None:
    assert UncertainDate.parse(uncertain.plain()) == uncertain
