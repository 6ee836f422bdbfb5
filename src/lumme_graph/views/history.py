"""Coverage over time: as tables, and as a chart with a number for every mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.baseline import Key
from lumme_graph.assessment.history import History, Point
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.tags import serves
from lumme_graph.views import coverage as tables
from lumme_graph.views.cell_rows import cell_rows
from lumme_graph.views.network import Words
from lumme_graph.views.table import Column, Table

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
_MODEL = Label("Model")
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
class Line:
    """A line of the chart; `mark` and `dash` tell it from the others without colour."""

    id: str
    label: Words
    mark: Mark
    dash: Dash
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over days, and rows of numbers under them; lines break before the days in `breaks`."""

    id: str
    lang: str
    title: Words
    facts: tuple[tuple[Words, Words], ...]
    days: tuple[str, ...]
    breaks: frozenset[int]
    lines: tuple[Line, ...]
    rows: tuple[tuple[Words, tuple[str, ...]], ...]
    footer: tuple[Words, ...]


def over_time(found: History, lang: str) -> Table:
    """The points: done, with plans, deep, and how many gaps came and went."""
    heads = (_DONE, _PLANS, _DEEP, _UNKNOWN, _OPEN, _NEW, _CLOSED)
    columns = (Column(_DAY.say(lang)), *(Column(head.say(lang), "right") for head in heads))
    rows = tuple(_row(found, number, lang) for number in range(len(found.points)))
    return Table(_TITLE.say(lang), lang, columns, rows)


def _row(found: History, number: int, lang: str) -> tuple[str, ...]:
    point = found.points[number]
    shares = (str(value) for value in (point.done, point.with_plans, point.deep))
    return (
        point.day.isoformat(),
        *shares,
        _known(point.unknown),
        str(len(point.gaps)),
        *_came_and_went(found, number, lang),
    )


def _known(n: int | None) -> str:
    return "–" if n is None else str(n)


def _came_and_went(found: History, number: int, lang: str) -> tuple[str, str]:
    step = found.step(number)
    if step is not None:
        return str(len(step.new)), str(len(step.closed))
    return ("–", "–") if number == 0 else (_OTHERWISE.say(lang), "–")


def notes(found: History, lang: str) -> list[str]:
    """What must be known beside the shares: that the number of unknown cells has changed."""
    said: list[str] = []
    for number, point in enumerate(found.points):
        more = found.unknown_change(number)
        if more and found.step(number) is not None:
            label = _MORE_UNKNOWN if more > 0 else _LESS_UNKNOWN
            said.append(label.say(lang, day=point.day.isoformat(), n=abs(more)))
    return said


def moves(found: History, coverage: Coverage, lang: str) -> Table:
    """The groups whose share has changed, in the order of the groups."""
    rows = tuple(
        (
            tables.named(coverage, move.by, move.group, lang),
            str(move.before),
            str(move.after),
            (_ROSE if move.direction > 0 else _FELL).say(lang),
        )
        for move in found.moves
    )
    right: Literal["right"] = "right"
    columns = (
        Column(_GROUP.say(lang)),
        Column(_THEN.say(lang), right),
        Column(_NOW.say(lang), right),
        Column(_CHANGE.say(lang)),
    )
    day = found.comparable[0].day
    return Table(_MOVES.say(lang, day=day), lang, columns, rows)


def open_gaps(found: History, coverage: Coverage, lang: str) -> Table:
    """Since when each gap is open, the oldest first; gaps of one age share their rows."""
    cells = {(c.item.id, c.library.id, c.language): c for c in coverage.gaps}
    ages: dict[tuple[str, str], list[Cell]] = {}
    for key, since in found.since.items():
        day = since.day.isoformat()
        said = day if since.surely else _AT_LEAST.say(lang, day=day)
        ages.setdefault((day, said), []).append(cells[key])
    order = {key: at for at, key in enumerate(cells)}
    rows: list[tuple[str, ...]] = []
    for (_, said), same in sorted(ages.items(), key=lambda age: age[0][0]):
        same.sort(key=lambda cell: order[_key(cell)])
        rows += [(said, *tables.row_words(coverage, row, lang)) for row in cell_rows(same)]
    columns = (Column(_SINCE.say(lang)), *tables.row_columns(lang))
    return Table(_GAPS.say(lang), lang, columns, tuple(rows))


def _key(cell: Cell) -> Key:
    return cell.item.id, cell.library.id, cell.language


def report(found: History, coverage: Coverage, lang: str) -> list[Table]:
    """All tables of coverage over time that have something to say."""
    shown = [over_time(found, lang), moves(found, coverage, lang), open_gaps(found, coverage, lang)]
    return [table for table in shown if table.rows]


def chart(found: History, coverage: Coverage, lang: str) -> Chart:
    """Done, with plans and deep over the days."""
    points = found.points
    breaks = [n for n in range(1, len(points)) if points[n].settings != points[n - 1].settings]
    lines = (
        _line("with-plans", _PLANS, "square", "dashed", (p.with_plans for p in points), lang),
        _line("done", _DONE, "disc", "solid", (p.done for p in points), lang),
        _line("deep", _DEEP, "triangle", "dotted", (p.deep for p in points), lang),
    )
    settings = coverage.graph.settings
    name = settings.name.say(lang, settings.languages.all)
    statement = settings.statement.say(lang, ("en", "fi")) if settings.statement else None
    foot = [Words(_NOTE.say(lang), lang)] if breaks else []
    foot += [Words(note, lang) for note in notes(found, lang)]
    foot += (
        [Words(statement.words, statement.lang, not serves(statement.lang, lang))]
        if statement
        else []
    )
    return Chart(
        id="coverage-history",
        lang=lang,
        title=Words(_TITLE.say(lang), lang),
        facts=(
            (
                Words(_MODEL.say(lang), lang),
                Words(name.words, name.lang, not serves(name.lang, lang)),
            ),
        ),
        days=tuple(point.day.isoformat() for point in points),
        breaks=frozenset(breaks),
        lines=lines,
        rows=tuple(_rows(found, points, lang)),
        footer=tuple(foot),
    )


def _line(
    id_: str, label: Message, mark: Mark, dash: Dash, values: Iterable[Ratio], lang: str
) -> Line:
    found = tuple(Value(_tenths(value), tables.percent(value)) for value in values)
    return Line(id_, Words(label.say(lang), lang), mark, dash, found)


def _tenths(value: Ratio) -> int | None:
    """The share as it is printed, in tenths of a percent."""
    return None if value.d == 0 else int(value.percent.replace(".", ""))


def _rows(
    found: History, points: tuple[Point, ...], lang: str
) -> Iterable[tuple[Words, tuple[str, ...]]]:
    for label, values in (
        (_PLANS, [point.with_plans for point in points]),
        (_DONE, [point.done for point in points]),
        (_DEEP, [point.deep for point in points]),
    ):
        yield Words(label.say(lang), lang), tuple(map(tables.fraction, values))
    yield Words(_UNKNOWN.say(lang), lang), tuple(_known(point.unknown) for point in points)
    yield Words(_OPEN.say(lang), lang), tuple(str(len(point.gaps)) for point in points)
    steps = [found.step(number) for number in range(len(points))]
    new = tuple("–" if step is None else str(len(step.new)) for step in steps)
    yield Words(_NEW.say(lang), lang), new
    closed = tuple("–" if step is None else str(len(step.closed)) for step in steps)
    yield Words(_CLOSED.say(lang), lang), closed
