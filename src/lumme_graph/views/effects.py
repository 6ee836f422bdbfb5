"""What changes do to coverage and findings, in words: before and after, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.assessment.effects import DiffEffects
from lumme_graph.assessment.history import HistoryPoint
from lumme_graph.base.finding import Finding
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.views.table import Table, table
from lumme_graph.views.values import name_of

TITLE: Final = Label("What it does to coverage and findings")
NEW_FINDINGS: Final = Label("New findings")
SOLVED: Final = Label("Solved")
_COVERAGE: Final = Label("Coverage of the guide")
_CELLS: Final = Label("Cells whose state is another")
_MEASURE: Final = Label("Measure")
BEFORE: Final = Label("Before")
AFTER: Final = Label("After")
_CHANGE: Final = Label("Change")
_DONE: Final = Label("Done")
_PLANS: Final = Label("With plans")
_DEEP: Final = Label("Deep")
_UNKNOWN: Final = Label("Unknown")
_OPEN: Final = Label("Open gaps")
_SAME: Final = Label("as before")
_POINTS: Final = Label("{n} points", "percentage points")
_OTHERWISE: Final = Label(
    "The two states are counted otherwise (needs, languages or ways to count), so that their "
    "shares cannot be compared."
)
_MORE_UNKNOWN: Final = Counted(
    "{n} more cell is of unknown offer and so left out of the count; a share may rise by that alone.",
    "{n} more cells are of unknown offer and so left out of the count; a share may rise by that "
    "alone.",
)
_LESS_UNKNOWN: Final = Counted(
    "{n} fewer cell is of unknown offer and is counted now; a share may fall by that alone.",
    "{n} fewer cells are of unknown offer and are counted now; a share may fall by that alone.",
)
_FINDINGS: Final = Label("Findings: {new} new, {solved} solved, {still} as before.")
_ITEM: Final = Label("Item")
_LANGUAGE: Final = Label("Language")
_AT: Final = Label("Libraries")
_NONE: Final = Label("not counted", "a cell that is not there")
_NAMED: Final = 3
"""As many libraries are named."""
_AND_MORE: Final = Counted("{names} and {n} more", "{names} and {n} more")


def totals(found: DiffEffects, speak: Speaker) -> Table:
    """What is covered, planned, deep and unknown, before and after."""
    before, after = found.history.points
    shares = (
        (_DONE, before.done, after.done),
        (_PLANS, before.with_plans, after.with_plans),
        (_DEEP, before.deep, after.deep),
    )
    rows: list[tuple[Sayable, Sayable, Sayable, Sayable]] = [
        (label, was.whole, is_.whole, _difference(was, is_)) for label, was, is_ in shares
    ]
    counts = (
        (_UNKNOWN, _unknown(before), _unknown(after)),
        (_OPEN, len(before.gaps), len(after.gaps)),
    )
    rows += [(label, was, is_, _signed(is_ - was)) for label, was, is_ in counts]
    return table(speak, _COVERAGE, (_MEASURE, BEFORE, AFTER, _CHANGE), rows, right=(1, 2, 3))


def notes(found: DiffEffects, speak: Speaker) -> list[Said]:
    """What must be known beside the shares."""
    said: list[Said] = []
    if found.history.step(1) is None:
        said.append(speak(_OTHERWISE))
    elif more := found.history.unknown_change(1):
        said.append(speak(_MORE_UNKNOWN if more > 0 else _LESS_UNKNOWN, n=abs(more)))
    return said


def findings_line(found: DiffEffects, speak: Speaker) -> Said:
    """How many findings are new, solved, and found still."""
    n = {"new": len(found.new), "solved": len(found.solved), "still": found.still}
    return speak(_FINDINGS, **n)


def cells(found: DiffEffects, speak: Speaker) -> Table:
    """The cells that are in another state: a row for those that go the same way at once."""
    heads = (_ITEM, _LANGUAGE, BEFORE, AFTER, _AT)
    return table(speak, _CELLS, heads, _cells(found, speak))


def problem(finding: Finding, speak: Speaker) -> Said:
    """A finding in words."""
    return speak(finding.problem)


def _cells(found: DiffEffects, speak: Speaker) -> Iterator[tuple[Sayable, ...]]:
    old, new = (Day.of(one.graph) for one in (found.before, found.after))
    ways: dict[tuple[str, str, CellState | None, CellState | None], list[str]] = {}
    for one in found.cells:
        key = one.item, one.language, one.before, one.after
        ways.setdefault(key, []).append(one.library)
    for (item, language, before, after), libraries in ways.items():
        named = name_of(new if new.graph.find(item) else old, item)
        yield (
            named,
            speak.language(language).words,
            _state(before),
            _state(after),
            _libraries(new, libraries),
        )


def _state(state: CellState | None) -> Message:
    return state.label if state is not None else _NONE


def _libraries(day: Day, ids: list[str]) -> Message:
    names = joined([name_of(day, id_) for id_ in ids[:_NAMED]])
    rest = len(ids) - _NAMED
    return _AND_MORE.fill(names=names, n=rest) if rest > 0 else names


def _unknown(point: HistoryPoint) -> int:
    return point.unknown or 0


def _difference(was: Ratio, is_: Ratio) -> Sayable:
    """How much a share has changed, in percentage points."""
    tenths = is_.tenths - was.tenths
    if was == is_:
        return _SAME
    points = joined(["+" if tenths >= 0 else "−", Decimal(abs(tenths)) / 10], "")
    return _POINTS.fill(n=points)


def _signed(n: int) -> Sayable:
    return _SAME if n == 0 else f"{'+' if n > 0 else '−'}{abs(n)}"
