"""What was observed of a path, as data: every number is a whole one, or is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, TypeAlias

from lumme_graph.base.by_name import ByName
from lumme_graph.base.error import KnownError
from lumme_graph.base.label import Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.meta.kind import Coded

LEAST: Final = 5
"""Fewer cases than these are never told in a number."""


class ObservedError(KnownError, ValueError):
    """A log of observed journeys cannot be read; the message says where and what to do."""


class Hidden(Coded):
    """Why a number is not told."""

    FEW = "fewer-than-5", Label("fewer than 5")
    KEPT = "not-shown", Label("not shown")


CaseCount: TypeAlias = int | Hidden
"""How many cases: a number, or why there is none. Few are hidden, and what would give them away."""


class Clock(Coded):
    """How the times of a log are written."""

    DAYS = "days", Label("days alone")
    LOCAL = "local", Label("times without a zone")
    ZONED = "zoned", Label("times with a zone")


class Wait(NamedTuple):
    """How long it takes from one step to the next: half of the times, and nine of ten, are shorter.

    As the functions MEDIAN and PERCENTILE of spreadsheets reckon them, in whole seconds.
    """

    median: timedelta
    ninetieth: timedelta


@dataclass(frozen=True, slots=True)
class ObservedStep:
    """A step of the path with the cases that were seen at it.

    `is_logged` says whether the log names it at all: one that it does not name was never taken, or
    is not recorded there. `skipped` are the cases that never came to it, though they came to a step
    that every planned way reaches through it.
    """

    id: str
    number: int
    is_logged: bool
    is_start: bool
    is_end: bool
    is_on_round: bool
    cases: CaseCount
    began: CaseCount
    ended: CaseCount
    skipped: CaseCount
    repeated: CaseCount

    @property
    def left(self) -> CaseCount:
        """The cases that ended here though the path goes on."""
        return 0 if self.is_end else self.ended

    def numbers(self) -> dict[str, int | str | None]:
        """Its counts as programs read them; None where the log does not name it: none is known."""
        counts = {
            "cases": self.cases,
            "began": self.began,
            "ended": self.ended,
            "skipped": self.skipped,
            "repeated": self.repeated,
        }
        return {what: plain(told) if self.is_logged else None for what, told in counts.items()}


@dataclass(frozen=True, slots=True)
class ObservedWay:
    """A way from one step to another that cases took, or that the path plans and none took.

    `over` are the steps that it leads through and that the log never names.
    """

    source: str
    target: str
    is_planned: bool
    over: tuple[str, ...]
    cases: CaseCount
    wait: Wait | None


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name in the log that the path does not have, and the nearest that it has."""

    name: str
    cases: CaseCount
    nearest: str | None


@dataclass(frozen=True, slots=True)
class UnsureName:
    """A name that several steps share, in cases where their order does not tell which is meant."""

    name: str
    steps: tuple[str, ...]
    cases: CaseCount


class BadRow(NamedTuple):
    """A row that could not be read: its line in the file, and why."""

    line: int
    why: Message


@dataclass(frozen=True, slots=True)
class Observed:
    """What was observed of a path.

    `columns` are those of the case, the step and the time; `cases` are all that could be read; `finished` came to an end of the path, `left` did not;
    `elsewhere` began at another step than the path does. `bad` are the first rows that could not be
    read, of `bad_rows`; the cases that they belong to are `left_out`. `has_copies` says that rows were there
    more than once, and are counted once.
    """

    path: str
    file: str
    columns: tuple[str, ...]
    clock: Clock
    first: date
    last: date
    cases: CaseCount
    finished: CaseCount
    left: CaseCount
    elsewhere: CaseCount
    rows: CaseCount
    steps: tuple[ObservedStep, ...]
    ways: tuple[ObservedWay, ...]
    unknown: tuple[UnknownName, ...]
    unsure: tuple[UnsureName, ...]
    bad: tuple[BadRow, ...]
    bad_rows: int
    left_out: int
    has_copies: bool = False

    @property
    def is_too_small(self) -> bool:
        """Are there so few cases that nothing can be told of them?"""
        return isinstance(self.cases, Hidden)

    def step(self, step: str) -> ObservedStep:
        """What was observed of a step, by its local id. Raises `UnknownNameError` where there is none."""
        return ByName("step", {one.id: one for one in self.steps})[step]

    @property
    def most_left(self) -> ObservedStep | None:
        """Where most cases end though the path goes on, as far as that is told.

        Of steps of which the number is kept back it can be told where it is the only one with five
        or more.
        """
        told = [one for one in self.steps if isinstance(one.left, int) and one.left]
        kept = [one for one in self.steps if one.left is Hidden.KEPT]
        if not told:
            return kept[0] if len(kept) == 1 else None
        return max(told, key=lambda one: (number(one.left), -one.number))

    @property
    def longest_wait(self) -> ObservedWay | None:
        """The planned way with the longest median wait, if it is longer than another's and than nothing."""
        timed = [(one.wait.median, one) for one in self.ways if one.wait and one.is_planned]
        longest = max((wait for wait, _ in timed), default=timedelta())
        if not longest or (len(timed) > 1 and all(wait == longest for wait, _ in timed)):
            return None
        return next(one for wait, one in timed if wait == longest)

    @property
    def unseen(self) -> tuple[ObservedStep, ...]:
        """The steps at which no case was seen."""
        return tuple(one for one in self.steps if one.cases == 0)

    def _rows(self) -> Iterator[dict[str, Any]]:
        """A flat row for each step, way and name."""
        for step in self.steps:
            yield {
                "part": "step",
                "step": step.id,
                "in_log": step.is_logged,
                **step.numbers(),
            }
        for way in self.ways:
            wait = way.wait
            yield {
                "part": "way",
                "step": way.source,
                "to": way.target,
                "planned": way.is_planned,
                "cases": plain(way.cases),
                "median_seconds": int(wait.median.total_seconds()) if wait else None,
                "p90_seconds": int(wait.ninetieth.total_seconds()) if wait else None,
            }
        for name in self.unknown:
            yield {
                "part": "unknown-name",
                "step": name.name,
                "to": name.nearest,
                "cases": plain(name.cases),
            }
        for shared in self.unsure:
            yield {"part": "unsure-name", "step": shared.name, "cases": plain(shared.cases)}

    def records(self) -> list[dict[str, Any]]:
        """The flat rows, all with the same fields, as pandas and polars take them."""
        rows = list(self._rows())
        heads = dict.fromkeys(head for row in rows for head in row)
        return [{head: row.get(head) for head in heads} for row in rows]


def plain(count: CaseCount) -> int | str:
    """A count as programs read it: a number, or the word why there is none."""
    return str(count) if isinstance(count, Hidden) else count


def number(count: CaseCount) -> int:
    """A count where it is told, else 0."""
    return 0 if isinstance(count, Hidden) else count


def share(part: CaseCount, of: CaseCount) -> Ratio | None:
    """How large a part is, where both numbers are told."""
    if isinstance(part, Hidden) or isinstance(of, Hidden) or not of:
        return None
    return Ratio(part, of)
