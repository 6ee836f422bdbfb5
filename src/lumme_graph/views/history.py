"""Coverage over time: as tables, and as a chart with a number for every mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.baseline import Key
from lumme_graph.assessment.history import History, HistoryPoint
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.views import coverage as tables
from lumme_graph.views.cell_rows import cell_rows
from lumme_graph.views.drawn.parts import fact, head
from lumme_graph.views.shapes import DrawnFact, Head
from lumme_graph.views.table import Table, table

_TITLE = Label("Coverage over time")
_DAY = Label("Day")
_DONE = Label("Done")
_PLANS = Label("With plans")
_DEEP = Label("Deep")
_NEW = Label("New gaps")
_CLOSED = Label("Closed")
_OPEN = Label("Open gaps")
_OTHERWISE = Label("counted otherwise")
_MOVES = Label("What rose and what fell since {day}")
_GROUP = Label("Group")
_THEN = Label("Then")
_NOW = Label("Now")
_CHANGE = Label("Change")
_ROSE = Label("▲ rose")
_FELL = Label("▼ fell")
_GAPS = Label("Open gaps, the oldest first")
_SINCE = Label("Open since")
_AT_LEAST = Label("{day} or before")
_COVERAGE = Label("Coverage of the guide")
_UNKNOWN = Label("Unknown")
_MORE_UNKNOWN = Counted(
    "{day}: {n} more cell is of unknown offer and so left out of the count; a share may rise by that alone.",
    "{day}: {n} more cells are of unknown offer and so left out of the count; a share may rise by that alone.",
)
_LESS_UNKNOWN = Counted(
    "{day}: {n} fewer cell is of unknown offer and is counted now; a share may fall by that alone.",
    "{day}: {n} fewer cells are of unknown offer and are counted now; a share may fall by that alone.",
)
_NOTE = Label(
    "A break in a line: from there on counted otherwise (needs, languages or ways to count)."
)

Mark = Literal["disc", "square", "triangle"]
Dash = Literal["solid", "dashed", "dotted"]


@dataclass(frozen=True, slots=True)
class Value:
    """A mark of a line: the share in tenths of a percent (None: nothing to cover), and its words."""

    tenths: int | None
    words: str


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line of the chart; `mark` and `dash` tell it from the others without colour."""

    id: str
    label: Said
    mark: Mark
    dash: Dash
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over days, and rows of numbers under them; lines break before the days in `breaks`."""

    head: Head
    days: tuple[str, ...]
    breaks: frozenset[int]
    lines: tuple[ChartLine, ...]
    rows: tuple[tuple[Said, tuple[str, ...]], ...]
    notes: tuple[DrawnFact, ...]


def over_time(found: History, speak: Speaker) -> Table:
    """The points: done, with plans, deep, and how many gaps came and went."""
    heads = (_DAY, _DONE, _PLANS, _DEEP, _UNKNOWN, _OPEN, _NEW, _CLOSED)
    rows = (_row(found, number, speak) for number in range(len(found.points)))
    return table(speak, _TITLE, heads, rows, right=range(1, len(heads)))


def _row(found: History, number: int, speak: Speaker) -> tuple[Sayable | Said, ...]:
    point = found.points[number]
    shares = (value.whole for value in (point.done, point.with_plans, point.deep))
    return (
        speak.short(point.day),
        *shares,
        _known(point.unknown),
        len(point.gaps),
        *_came_and_went(found, number),
    )


def _known(n: int | None) -> Sayable:
    return "–" if n is None else n


def _came_and_went(found: History, number: int) -> tuple[Sayable, Sayable]:
    step = found.step(number)
    if step is not None:
        return len(step.new), len(step.closed)
    return ("–", "–") if number == 0 else (_OTHERWISE, "–")


def notes(found: History, speak: Speaker) -> list[Said]:
    """What must be known beside the shares: that the number of unknown cells has changed."""
    said: list[Said] = []
    for number, point in enumerate(found.points):
        more = found.unknown_change(number)
        if more and found.step(number) is not None:
            label = _MORE_UNKNOWN if more > 0 else _LESS_UNKNOWN
            said.append(speak(label, day=point.day, n=abs(more)))
    return said


def moves(found: History, coverage: Coverage, speak: Speaker) -> Table:
    """The groups whose share has changed, in the order of the groups."""
    rows = (
        (
            tables.named(coverage, move.by, move.group, speak),
            move.before.whole,
            move.after.whole,
            _ROSE if move.direction > 0 else _FELL,
        )
        for move in found.moves
    )
    title = _MOVES.fill(day=found.comparable[0].day)
    return table(speak, title, (_GROUP, _THEN, _NOW, _CHANGE), rows, right=(1, 2))


def open_gaps(found: History, coverage: Coverage, speak: Speaker) -> Table:
    """Since when each gap is open, the oldest first; gaps of one age share their rows."""
    cells = {(c.item.id, c.library.id, c.language): c for c in coverage.gaps}
    ages: dict[tuple[date, bool], list[Cell]] = {}
    for key, since in found.since.items():
        ages.setdefault((since.day, since.surely), []).append(cells[key])
    order = {key: at for at, key in enumerate(cells)}
    rows: list[tuple[Sayable, ...]] = []
    for (day, surely), same in sorted(ages.items(), key=lambda age: age[0][0]):
        same.sort(key=lambda cell: order[_key(cell)])
        short = speak.short(day).words
        said: Sayable = short if surely else _AT_LEAST.fill(day=short)
        rows += [(said, *tables.row_words(coverage, row)) for row in cell_rows(same)]
    return table(speak, _GAPS, (_SINCE, *tables.ROW_HEADS), rows)


def _key(cell: Cell) -> Key:
    return cell.item.id, cell.library.id, cell.language


def report(found: History, coverage: Coverage, speak: Speaker) -> list[Table]:
    """All tables of coverage over time that have something to say."""
    shown = (
        over_time(found, speak),
        moves(found, coverage, speak),
        open_gaps(found, coverage, speak),
    )
    return [table for table in shown if table.rows]


def chart(found: History, coverage: Coverage, speak: Speaker) -> Chart:
    """Done, with plans and deep over the days."""
    points = found.points
    breaks = [n for n in range(1, len(points)) if points[n].settings != points[n - 1].settings]
    lines = (
        _line("with-plans", _PLANS, "square", "dashed", (p.with_plans for p in points), speak),
        _line("done", _DONE, "disc", "solid", (p.done for p in points), speak),
        _line("deep", _DEEP, "triangle", "dotted", (p.deep for p in points), speak),
    )
    foot = [speak(_NOTE)] if breaks else []
    foot += notes(found, speak)
    last = ". ".join(f"{line.label.shown} {line.values[-1].words}" for line in lines)
    return Chart(
        head=head(coverage.graph, speak, "coverage-history", _COVERAGE, _TITLE, last),
        days=tuple(speak.short(point.day).words for point in points),
        breaks=frozenset(breaks),
        lines=lines,
        rows=tuple(_rows(found, points, speak)),
        notes=tuple(
            fact(speak, f"coverage-history/note-{n}", _TITLE, said) for n, said in enumerate(foot)
        ),
    )


def _line(
    id_: str, label: Message, mark: Mark, dash: Dash, values: Iterable[Ratio], speak: Speaker
) -> ChartLine:
    found = tuple(
        Value(value.tenths if value.d else None, speak(value.share).words) for value in values
    )
    return ChartLine(id_, speak(label), mark, dash, found)


def _rows(
    found: History, points: tuple[HistoryPoint, ...], speak: Speaker
) -> Iterable[tuple[Said, tuple[str, ...]]]:
    steps = [found.step(number) for number in range(len(points))]
    rows: tuple[tuple[Message, list[Sayable]], ...] = (
        (_PLANS, [point.with_plans.fraction for point in points]),
        (_DONE, [point.done.fraction for point in points]),
        (_DEEP, [point.deep.fraction for point in points]),
        (_UNKNOWN, [_known(point.unknown) for point in points]),
        (_OPEN, [len(point.gaps) for point in points]),
        (_NEW, ["–" if step is None else len(step.new) for step in steps]),
        (_CLOSED, ["–" if step is None else len(step.closed) for step in steps]),
    )
    for label, values in rows:
        yield speak(label), tuple(speak(value).words for value in values)
