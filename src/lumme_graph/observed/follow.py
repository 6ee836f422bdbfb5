"""One way through a path, as it was observed, followed along the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lumme_graph.observed.plan import PathPlan


class Symbol(NamedTuple):
    """What a name in a log means: a step, one of several, or none of the path.

    `steps` are those that it names, `perhaps` those that it may be a misspelling of.
    """

    steps: int
    perhaps: int = 0

    @property
    def step(self) -> int | None:
        """The only step that it names."""
        return self.steps.bit_length() - 1 if self.steps.bit_count() == 1 else None


class Pace(NamedTuple):
    """A move from one step to another, by their places in the journey and on the path."""

    at: int
    to: int
    source: int
    target: int


class Followed(NamedTuple):
    """What one journey did; sets of steps are whole numbers.

    `begin` and `last` are None where the log does not name a step of the path; `unsure` are the
    symbols that name several steps of which none is certain.
    """

    begin: int | None
    last: int | None
    seen: int
    skipped: int
    repeated: int
    paces: tuple[Pace, ...]
    unsure: frozenset[int]


def follow(plan: PathPlan, symbols: Sequence[Symbol], journey: Sequence[int]) -> Followed:
    """What a journey did, given as symbols in the order of time.

    Where a step stands in a parallel branch, it is followed from the step before it in its own
    branch, and where branches meet, from the last one of each.
    """
    return _Journey(plan, symbols).follow(journey)


class _Journey:
    """A journey that is being followed."""

    def __init__(self, plan: PathPlan, symbols: Sequence[Symbol]) -> None:
        self._plan = plan
        self._symbols = symbols
        self._places: list[int | None] = []
        self._front: list[int] = []
        """The places of the steps at which the journey stands, one in each branch."""

    def follow(self, journey: Sequence[int]) -> Followed:
        """What it did."""
        seen = repeated = perhaps = 0
        paces: list[Pace] = []
        unsure: set[int] = set()
        for at, code in enumerate(journey):
            symbol = self._symbols[code]
            step = self._step(symbol)
            if step is None:
                self._places.append(None)
                self._front = []
                perhaps |= symbol.perhaps | symbol.steps
                if symbol.steps:
                    unsure.add(code)
                continue
            for before in self._before(step):
                source = self._places[before]
                if source is not None:
                    paces.append(Pace(before, at, source, step))
            front = [one for one in self._front if self._is_beside(one, step)]
            self._front = [*front, at]
            self._places.append(step)
            repeated |= seen & 1 << step
            seen |= 1 << step
        skipped = self._required(seen) & ~seen & ~perhaps
        begin, last = (self._places[0], self._places[-1]) if self._places else (None, None)
        return Followed(begin, last, seen, skipped, repeated, tuple(paces), frozenset(unsure))

    def _step(self, symbol: Symbol) -> int | None:
        """The step that a symbol means: of several, the only one to which a planned way leads."""
        if symbol.steps.bit_count() <= 1:
            return symbol.step
        able = [
            step
            for step in range(self._plan.steps)
            if symbol.steps >> step & 1 and self._leads(step)
        ]
        return able[0] if len(able) == 1 else None

    def _leads(self, step: int) -> bool:
        """Does a planned way lead from where the journey stands to a step?"""
        if not self._places:
            return bool(self._plan.starts >> step & 1)
        sources = (self._places[before] for before in self._before(step))
        return any(one is not None and self._plan.is_planned(one, step) for one in sources)

    def _before(self, step: int) -> list[int]:
        """The places of the steps from which a step is reached."""
        found = [one for one in self._front if not self._is_beside(one, step)]
        if found or not self._front:
            return found
        for at in range(len(self._places) - 1, -1, -1):
            if self._places[at] is None:
                return []
            if not self._is_beside(at, step):
                return [at]
        return []

    def _is_beside(self, at: int, step: int) -> bool:
        place = self._places[at]
        return place is not None and self._plan.are_beside(place, step)

    def _required(self, seen: int) -> int:
        """All steps without which none of the steps that were seen is reached from the first one."""
        begin = next((one for one in self._places if one is not None), None)
        if begin is None:
            return 0
        must, required = self._plan.must(begin), 0
        for step in range(self._plan.steps):
            if seen >> step & 1:
                required |= must[step]
        return required
