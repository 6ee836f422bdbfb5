"""Coverage over time, from saved results: what rose, what fell, since when each gap is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, NamedTuple, Self

from pydantic import Field, model_validator

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.baseline import Key, key_of, settings_hash
from lumme_graph.assessment.saved import Saved, SavedGap, read_saved, states_of
from lumme_graph.base.error import KnownError
from lumme_graph.base.ratio import Ratio

VERSION = 1
GROUPS = ("kind", "library", "language", "profile")


class HistoryError(KnownError):
    """A saved result cannot be used; the message says which, why, and what to do."""


class HistoryPoint(NamedTuple):
    """The result on one day, as it was saved."""

    day: date
    settings: str
    done: Ratio
    with_plans: Ratio
    deep: Ratio
    by: Mapping[str, Mapping[str, Ratio]]
    gaps: Mapping[Key, str]
    unknown: int | None = None


class _Count(Saved):
    """A count: n of d."""

    n: Annotated[int, Field(ge=0)]
    d: int

    @model_validator(mode="after")
    def _is_part_of_whole(self) -> Self:
        if self.n > self.d:
            raise ValueError(f"{self.n} of {self.d} is no count")
        return self

    @property
    def ratio(self) -> Ratio:
        """The same as a ratio."""
        return Ratio(self.n, self.d)


_By = dict[str, _Count]


class _Groups(Saved):
    """The counts by group."""

    kind: _By
    library: _By
    language: _By
    profile: _By


class _States(Saved):
    """How many cells are in which state, as far as it is read."""

    unknown: Annotated[int, Field(ge=0)]


class _Saved(Saved):
    """A saved result in its file."""

    version: int
    as_of: str
    settings: str
    part: object = None
    states: _States | None = None
    done: _Count
    with_plans: _Count
    deep: _Count
    by: _Groups
    gaps: list[SavedGap]


class HistoryStep(NamedTuple):
    """From one point to the next: gaps that are new, and closed; None where they count otherwise."""

    new: tuple[Key, ...]
    closed: tuple[Key, ...]


class HistoryMove(NamedTuple):
    """How the share of a group has changed between two points."""

    by: str
    group: str
    before: Ratio
    after: Ratio

    @property
    def direction(self) -> int:
        """1 where the share rose, -1 where it fell; compared as whole numbers."""
        left, right = self.after.n * self.before.d, self.before.n * self.after.d
        return (left > right) - (left < right)


class HistorySince(NamedTuple):
    """The first day on which a gap was open; `surely` where the day before it was not a gap."""

    day: date
    surely: bool


@dataclass(frozen=True)
class History:
    """Points by day; the last one is today's."""

    points: tuple[HistoryPoint, ...]

    @property
    def now(self) -> HistoryPoint:
        """The last point."""
        return self.points[-1]

    def step(self, number: int) -> HistoryStep | None:
        """What has changed since the point before; None for the first, and where the count differs."""
        if number == 0 or self.points[number].settings != self.points[number - 1].settings:
            return None
        before, after = self.points[number - 1].gaps, self.points[number].gaps
        new = tuple(key for key in sorted(after) if key not in before)
        return HistoryStep(new, tuple(key for key in sorted(before) if key not in after))

    def unknown_change(self, number: int) -> int:
        """How many more cells are of unknown offer than at the point before; they change the share.

        A cell that becomes unknown leaves the count, so that a share may rise with nothing done.
        """
        now = self.points[number].unknown
        before = self.points[number - 1].unknown if number else None
        return 0 if now is None or before is None else now - before

    @cached_property
    def comparable(self) -> tuple[HistoryPoint, ...]:
        """The last points that count as the last one does, without a break."""
        found: list[HistoryPoint] = []
        for point in reversed(self.points):
            if point.settings != self.now.settings:
                break
            found.append(point)
        return tuple(reversed(found))

    @cached_property
    def moves(self) -> tuple[HistoryMove, ...]:
        """The groups whose share has changed since the first comparable point."""
        first = self.comparable[0]
        found = [
            HistoryMove(by, group, first.by[by][group], after)
            for by in GROUPS
            for group, after in self.now.by[by].items()
            if group in first.by[by]
        ]
        return tuple(move for move in found if move.direction)

    @cached_property
    def since(self) -> dict[Key, HistorySince]:
        """Since when each gap of the last point is open without a break."""
        found: dict[Key, HistorySince] = {}
        points = self.comparable
        for key in sorted(self.now.gaps):
            at = len(points) - 1
            while at and key in points[at - 1].gaps:
                at -= 1
            found[key] = HistorySince(points[at].day, at > 0)
        return found


def history(points: Iterable[HistoryPoint]) -> History:
    """The points by day; of two of one day the later given comes later.

    Raises `HistoryError` where there is none.
    """
    found = sorted(points, key=lambda point: point.day)
    if not found:
        raise HistoryError("there is nothing to compare: name saved results of lumme coverage")
    return History(tuple(found))


def point_of(coverage: Coverage, deep: Ratio) -> HistoryPoint:
    """The result of today as a point."""
    by = {
        "kind": coverage.by_kind(),
        "library": coverage.by_library(),
        "language": coverage.by_language(),
        "profile": coverage.by_profile(),
    }
    gaps = {key_of(cell): cell.state.word for cell in coverage.gaps}
    done, plans = coverage.done, coverage.with_plans
    unknown = coverage.states[CellState.UNKNOWN]
    return HistoryPoint(coverage.day, settings_hash(coverage), done, plans, deep, by, gaps, unknown)


def from_json(text: str, name: str) -> HistoryPoint:
    """A point from what `lumme coverage --format json` has saved.

    Raises `HistoryError` for anything else, naming the file and the fault.
    """
    try:
        saved = read_saved(_Saved, text)
        gaps = states_of(saved.gaps, name, HistoryError)
        if saved.version != VERSION:
            raise HistoryError(f"{name}: version {saved.version} of coverage is not known here")
        if saved.part is not None:
            raise HistoryError(f"{name} is about a part of the guide only, not the whole")
        return HistoryPoint(
            date.fromisoformat(saved.as_of),
            saved.settings,
            saved.done.ratio,
            saved.with_plans.ratio,
            saved.deep.ratio,
            {by: {key: one.ratio for key, one in getattr(saved.by, by).items()} for by in GROUPS},
            gaps,
            None if saved.states is None else saved.states.unknown,
        )
    except ValueError as error:
        raise HistoryError(
            f"{name} is no saved coverage: {error}; save one with --format json"
        ) from None


def with_now(saved: Sequence[HistoryPoint], now: HistoryPoint) -> History:
    """Saved points and today's, which is left out where the last saved one says the same.

    Raises `HistoryError` where a saved one is of a later day.
    """
    later = max((point.day for point in saved), default=now.day)
    if later > now.day:
        raise HistoryError(
            f"a saved result is of {later}, after the day of the model, {now.day}; say --as-of {later}"
        )
    found = history([*saved, now])
    same = len(found.points) > 1 and found.points[-2] == now
    return History(found.points[:-1]) if same else found
