"""All that is counted over the journeys of a log, and the sums in which the counts stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from lumme_graph.observed.follow import Followed
from lumme_graph.observed.hiding import hide
from lumme_graph.observed.plan import PathPlan, bits
from lumme_graph.observed.result import LEAST, CaseCount, Hidden

NOWHERE: Final = -1
"""The place of a name that is no step of the path."""


class TallyKey(NamedTuple):
    """What a count is of: a sort of it, and up to two steps by their places."""

    what: str
    step: int = NOWHERE
    target: int = NOWHERE


CASES: Final = TallyKey("cases")
FINISHED: Final = TallyKey("finished")
LEFT: Final = TallyKey("left")
ELSEWHERE: Final = TallyKey("elsewhere")
ROWS: Final = TallyKey("rows")
_RATHER: Final = (
    ("rows", "unknown", "unsure"),
    ("way", "skipped", "repeated"),
    ("began", "seen"),
    ("ended",),
    ("elsewhere", "finished", "left"),
    ("cases",),
)
"""What is hidden rather than others: the whole last, since it is asked for first."""


class ToldCounts(NamedTuple):
    """Counts of which some are hidden, or all."""

    counts: Mapping[TallyKey, int]
    hidden: Mapping[TallyKey, Hidden]
    all_hidden: Hidden | None = None

    def __call__(self, key: TallyKey) -> CaseCount:
        """A count, or why it is hidden."""
        return self.all_hidden or self.hidden.get(key) or self.counts.get(key, 0)


class Tally:
    """The counts of the cases of a log by what they did."""

    def __init__(self, plan: PathPlan) -> None:
        self._plan = plan
        self.counts: Counter[TallyKey] = Counter()

    def add(self, did: Followed, journey: int, cases: int) -> None:
        """Count cases that did the same, each in so many rows."""
        plan, counts = self._plan, self.counts
        counts[CASES] += cases
        counts[ROWS] += cases * journey
        began = NOWHERE if did.begin is None else did.begin
        ended = NOWHERE if did.last is None else did.last
        counts[TallyKey("began", began)] += cases
        counts[TallyKey("ended", ended)] += cases
        finished = did.last is not None and plan.ends >> did.last & 1
        counts[FINISHED if finished else LEFT] += cases
        if did.begin is not None and not plan.starts >> did.begin & 1:
            counts[ELSEWHERE] += cases
        for what, steps in (
            ("seen", did.seen),
            ("skipped", did.skipped),
            ("repeated", did.repeated),
        ):
            for step in bits(steps):
                counts[TallyKey(what, step)] += cases
        for way in {(pace.source, pace.target) for pace in did.paces}:
            counts[TallyKey("way", *way)] += cases
        for code in did.unsure:
            counts[TallyKey("unsure", code)] += cases

    def add_names(self, cases: Sequence[int]) -> None:
        """Count the cases with each name that the path does not have, in the order of names."""
        self.counts.update({TallyKey("unknown", at): found for at, found in enumerate(cases)})

    def ways(self) -> list[tuple[int, int]]:
        """The ways that were taken, by the places of their steps."""
        return sorted((key.step, key.target) for key in self.counts if key.what == "way")

    def told(self) -> ToldCounts:
        """The counts as they may be told: none of fewer than five cases in all.

        Nor of so few that their number would tell of a group: each word for a hidden count says
        how large it may be, which together with so few others is too much.
        """
        if self.counts[CASES] < LEAST:
            return ToldCounts({}, {}, Hidden.FEW)
        groups = [[key for key in self.counts if key.what in sorts] for sorts in _RATHER]
        hidden = hide(self.counts, self._sums(), groups)
        if CASES in hidden:
            return ToldCounts({}, {}, Hidden.KEPT)
        return ToldCounts(self.counts, hidden)

    def _sums(self) -> Iterator[dict[TallyKey, int]]:
        """What adds up: each sum is of counts, taken so many times, that are nothing together."""
        plan = self._plan
        places = (*range(plan.steps), NOWHERE)
        began = {TallyKey("began", step): 1 for step in places}
        ended = {TallyKey("ended", step): 1 for step in places}
        yield began | {CASES: -1}
        yield ended | {CASES: -1}
        yield {FINISHED: 1, LEFT: 1, CASES: -1}
        yield {TallyKey("ended", step): 1 for step in bits(plan.ends)} | {FINISHED: -1}
        others = bits((1 << plan.steps) - 1 & ~plan.starts)
        yield {TallyKey("began", step): 1 for step in others} | {ELSEWHERE: -1}
        names = {key: 1 for key in self.counts if key.what in {"unknown", "unsure"}}
        for edge in (TallyKey("began"), TallyKey("ended")):
            yield names | {edge: -1}
            for name in names:
                yield {name: 1, edge: -1}
        yield {ROWS: -1} | {
            TallyKey(what, step): 1 for what in ("seen", "repeated") for step in range(plan.steps)
        }
        into: dict[int, list[int]] = {step: [] for step in range(plan.steps)}
        out: dict[int, list[int]] = {step: [] for step in range(plan.steps)}
        over: dict[int, dict[TallyKey, int]] = {step: {} for step in range(plan.steps)}
        for source, target in self.ways():
            into[target].append(source)
            out[source].append(target)
            for step in bits(plan.must(source)[target] & ~(1 << source | 1 << target)):
                over[step][TallyKey("way", source, target)] = -1
        for step in range(plan.steps):
            came = {TallyKey("way", source, step): -1 for source in into[step]}
            went = {TallyKey("way", step, target): -1 for target in out[step]}
            yield from self._at(step, {TallyKey("began", step): -1}, came)
            yield from self._at(step, {TallyKey("ended", step): -1}, went)
            yield {TallyKey("skipped", step): 1} | over[step]
            for source in bits(plan.logged):
                if plan.is_planned(source, step):
                    yield {
                        TallyKey("seen", source): 1,
                        TallyKey("ended", source): -1,
                        TallyKey("seen", step): -1,
                        TallyKey("skipped", step): -1,
                    }

    def _at(
        self, step: int, edge: dict[TallyKey, int], ways: dict[TallyKey, int]
    ) -> Iterator[dict[TallyKey, int]]:
        """That as many come to a step, or go, as are seen there: by all ways, or by each of several."""
        seen, again = TallyKey("seen", step), TallyKey("repeated", step)
        yield {seen: 1} | edge | ways
        yield {seen: 1, again: 1} | edge | ways
        if len(ways) > 1:
            for way in ways:
                yield {seen: 1, way: -1} | edge
