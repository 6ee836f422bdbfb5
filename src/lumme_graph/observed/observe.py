"""From a path and a log of what was observed to what became of it: counts, waits, ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from lumme_graph.analysis.privacy.keys import personal_in
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.shown import shown
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.journeys import Path
from lumme_graph.graph.countries import countries
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId
from lumme_graph.observed.bad_rows import MOST, TIME_FORM, bad_rows, set_aside
from lumme_graph.observed.columns import LogColumns, columns
from lumme_graph.observed.engine import Engine, TimeForm, engine
from lumme_graph.observed.follow import follow
from lumme_graph.observed.log_file import LogFile, log_file
from lumme_graph.observed.names import Meanings, meanings
from lumme_graph.observed.plan import PathPlan, bits, plan
from lumme_graph.observed.result import (
    LEAST,
    BadRow,
    CaseCount,
    Clock,
    Observed,
    ObservedError,
    ObservedStep,
    ObservedWay,
    UnknownName,
    UnsureName,
    Wait,
)
from lumme_graph.observed.tally import (
    CASES,
    ELSEWHERE,
    FINISHED,
    LEFT,
    ROWS,
    Tally,
    TallyKey,
    ToldCounts,
)

_NAMES: Final = 10_000
"""A column with more different names than these is none of steps."""
_KEYS: Final = 500
"""How many cases are looked at, twice over, for what is about persons."""
_CLOCKS: Final = {
    TimeForm.DAY: Clock.DAYS,
    TimeForm.LOCAL: Clock.LOCAL,
    TimeForm.ZONED: Clock.ZONED,
}
_MICRO: Final = 1_000_000


def silent(_: str) -> None:
    """Say nothing."""


def observe(
    graph: ServiceGraph,
    path: AnyId,
    file: AnyPath,
    *,
    case: str | None = None,
    step: str | None = None,
    time: str | None = None,
    say: Callable[[str], None] = silent,
) -> Observed:
    """What customers were seen to do on a path, from a log with a row for each step of each case.

    The file is CSV (also packed with gzip) or Parquet, with a column for the case, the step or
    touchpoint, and the time; where they are not called so, name them. `say` is told what is being
    done. Raises `ObservedError` where the file cannot be read, holds none of the path's steps, or
    tells its cases apart by what looks as if it were about persons.
    """
    need_graph(graph)
    drawn = graph[Path, path]
    if not drawn.steps:
        raise ObservedError(f"the path {drawn.id} has no steps to compare with")
    log = log_file(path_of(file))
    with engine(log) as rows:
        if log.sort == "parquet":
            log = replace(log, columns=rows.parquet_columns())
        wanted = columns(log, case, step, time)
        say(f"reading {log.name}")
        rows.read(wanted)
        return _Observing(graph, drawn, log, wanted, rows, say).observed()


class _Observing:
    """A log, read, on its way to what it says of a path."""

    def __init__(
        self,
        graph: ServiceGraph,
        path: Path,
        log: LogFile,
        wanted: LogColumns,
        rows: Engine,
        say: Callable[[str], None],
    ) -> None:
        self._graph = graph
        self._path = path
        self._log = log
        self._columns = wanted
        self._rows = rows
        self._say = say

    def observed(self) -> Observed:
        """What it says."""
        aside = set_aside(self._log, self._rows)
        forms = self._rows.forms()
        bad, bad_number = self._bad(aside, forms)
        clock = self._clock(forms)
        left_out = self._rows.leave_out() if forms.get(TimeForm.BAD) else 0
        self._refuse_persons(self._rows.some_cases(_KEYS), "case", self._columns.case)
        meant = self._meanings()
        span = self._rows.span()
        named = self._rows.cases_with(list(meant.nearest))
        way_on = plan(self._path, meant.logged)
        self._say("following the cases")
        copies = self._rows.gather(dict(meant.of), are_moments=clock is not Clock.DAYS)
        tally, waits = self._counted(way_on, meant)
        tally.add_names([named.get(name, 0) for name in meant.nearest])
        told = tally.told()
        return Observed(
            path=self._path.id,
            file=shown(self._log.name),
            columns=tuple(shown(self._log.columns[at]) for at in self._columns),
            clock=clock,
            first=_day(span[0]),
            last=_day(span[1]),
            cases=told(CASES),
            finished=told(FINISHED),
            left=told(LEFT),
            elsewhere=told(ELSEWHERE),
            rows=told(ROWS),
            steps=tuple(self._step(way_on, told, place) for place in range(way_on.steps)),
            ways=tuple(self._ways(way_on, tally, told, waits)),
            unknown=tuple(
                UnknownName(shown(name), told(TallyKey("unknown", at)), guess)
                for at, (name, guess) in enumerate(meant.nearest.items())
            ),
            unsure=tuple(self._unsure(meant, told)),
            bad=tuple(bad),
            bad_rows=bad_number,
            left_out=left_out,
            has_copies=copies,
        )

    def _bad(self, aside: Sequence[BadRow], forms: dict[int, int]) -> tuple[list[BadRow], int]:
        """The first rows that cannot be read, and how many there are; refused where they are most."""
        found = forms.get(TimeForm.BAD, 0)
        total = len(aside) + sum(forms.values())
        if not total:
            raise ObservedError(f"{self._log.path}: there is no row below the column names")
        first = list(aside[:MOST])
        if found:
            first = sorted([*first, *bad_rows(self._log, self._columns, self._rows)])[:MOST]
        number = len(aside) + found
        if 2 * number > total:
            say = Speaker("en")
            lines = (f"{self._log.path}:{one.line}: {say(one.why).words}" for one in first)
            raise ObservedError(
                f"{self._log.path}: {number} of {total} rows cannot be read", *lines
            )
        return first, number

    def _clock(self, forms: dict[int, int]) -> Clock:
        """How all times are written; refused where they are written in several ways."""
        good = {form: rows for form, rows in forms.items() if form != TimeForm.BAD}
        if len(good) > 1:
            rare = min(good, key=lambda form: good[form])
            rows = self._rows.first_row(rare)
            ways = " and ".join(
                f"{_FORMS[form]} in {number}" for form, number in sorted(good.items())
            )
            raise ObservedError(
                f"{self._log.path}: times are written in different ways, {ways} rows, so that they"
                f" cannot be put in order; the first with {_FORMS[rare]} is row {rows}; {TIME_FORM},"
                " all in one way"
            )
        return _CLOCKS[next(iter(good))]

    def _meanings(self) -> Meanings:
        """What the names of the log mean; refused where none is of the path."""
        names = self._rows.names(_NAMES)
        column = self._log.columns[self._columns.step]
        if len(names) > _NAMES:
            raise ObservedError(
                f"{self._log.path}: the column {column} has more than {_NAMES} different names; say"
                " which column is the step: --step COLUMN"
            )
        meant = meanings(self._graph, self._path, names)
        self._refuse_persons(list(meant.nearest), "step", self._columns.step)
        if not meant.logged:
            shown = ", ".join(f"“{name[:40]}”" for name in names[:3])
            steps = ", ".join(one.id for one in self._path.steps)
            raise ObservedError(
                f"{self._log.path}: no name in the column {column} is a step or touchpoint of"
                f" {self._path.id}; the first are {shown}; its steps are {steps}"
            )
        return meant

    def _refuse_persons(self, keys: Sequence[str], what: str, column: int) -> None:
        known = countries(self._graph)
        found = personal_in(keys, known, are_words=what == "step") if keys else None
        if found:
            words = Speaker("en")(found).words
            raise ObservedError(
                f"{self._log.path}: the column {self._log.columns[column]}, which says the {what},"
                f" holds what looks like {words}; a log of journeys holds no persons: replace each"
                f" by a number of its own that tells nobody who it is (pseudonymise), and try again"
            )

    def _counted(
        self, way_on: PathPlan, meant: Meanings
    ) -> tuple[Tally, dict[tuple[int, int], Wait]]:
        """Follow every journey: the counts, and the waits on the ways of five cases or more."""
        tally = Tally(way_on)
        code_of: dict[tuple[int, int], int] = {}
        paces: list[tuple[int, int, int, int]] = []
        for journey in self._rows.journeys():
            did = follow(way_on, meant.symbols, journey.symbols)
            tally.add(did, len(journey.symbols), journey.cases)
            for pace in did.paces:
                code = code_of.setdefault((pace.source, pace.target), len(code_of))
                paces.append((journey.id, pace.at, pace.to, code))
        enough = {
            code: way
            for way, code in code_of.items()
            if tally.counts[TallyKey("way", *way)] >= LEAST
        }
        self._say("measuring the waits")
        self._rows.add_paces([one for one in paces if one[3] in enough])
        waits = self._rows.waits() if enough else {}
        return tally, {enough[code]: Wait(*map(_length, found)) for code, found in waits.items()}

    def _step(self, way_on: PathPlan, told: ToldCounts, place: int) -> ObservedStep:
        def of(what: str) -> CaseCount:
            return told(TallyKey(what, place))

        return ObservedStep(
            id=self._path.steps[place].id,
            number=place + 1,
            is_logged=bool(way_on.logged >> place & 1),
            is_start=bool(way_on.starts >> place & 1),
            is_end=bool(way_on.ends >> place & 1),
            is_on_round=bool(way_on.back >> place & 1),
            cases=of("seen"),
            began=of("began"),
            ended=of("ended"),
            skipped=of("skipped"),
            repeated=of("repeated"),
        )

    def _ways(
        self,
        way_on: PathPlan,
        tally: Tally,
        told: ToldCounts,
        waits: dict[tuple[int, int], Wait],
    ) -> Iterable[ObservedWay]:
        """The planned ways between logged steps, and all others that were taken, in order."""
        planned = [
            (source, target) for source in bits(way_on.logged) for target in bits(way_on.on[source])
        ]
        taken = [] if told.all_hidden else tally.ways()
        for source, target in sorted({*planned, *taken}):
            yield ObservedWay(
                self._path.steps[source].id,
                self._path.steps[target].id,
                is_planned=way_on.is_planned(source, target),
                over=tuple(self._path.steps[step].id for step in way_on.over(source, target)),
                cases=told(TallyKey("way", source, target)),
                wait=waits.get((source, target)),
            )

    def _unsure(self, meant: Meanings, told: ToldCounts) -> Iterable[UnsureName]:
        """The names of several steps that could not be told in some cases; of many alike the first."""
        first = {code: name for name, code in reversed(list(meant.of.items()))}
        for code, name in sorted(first.items(), key=lambda one: one[1]):
            cases = told(TallyKey("unsure", code))
            if cases and meant.symbols[code].steps.bit_count() > 1:
                steps = tuple(self._path.steps[step].id for step in bits(meant.symbols[code].steps))
                yield UnsureName(shown(name), steps, cases)


_FORMS: Final = {
    TimeForm.DAY: "days alone",
    TimeForm.LOCAL: "times without a zone",
    TimeForm.ZONED: "times with a zone",
}


def _day(micro: int) -> date:
    return datetime.fromtimestamp(micro // _MICRO, UTC).date()


def _length(micro: float) -> timedelta:
    return timedelta(seconds=int(micro / _MICRO + 0.5))
