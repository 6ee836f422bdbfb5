"""Coverage over time as a chart: three lines, each mark with its number, and a table under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lumme_graph.base.amounts import Share
from lumme_graph.base.shown import as_lines
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.drawing import palette
from lumme_graph.drawing.frame import frame
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.paper import PAPERS
from lumme_graph.drawing.scene import Disc, Paint, Rect, Scene, Shape, ShapeGroup, Stroke, polyline
from lumme_graph.drawing.svg import svg
from lumme_graph.views.history import Chart, ChartLine, Value

KIND = "coverage-history"
LABEL, NAME, NARROWEST = 40.0, 44.0, 24.0
"""Widths of the row labels, of the names of lines, and of a day."""
HIGH = 82.0
"""Height of the scale from 0 to 100 %."""
AIR, ROW, APART = 4.0, 6.2, 5.0
"""Between parts; height of a row of numbers; least distance of two numbers beside marks."""
DASHES: dict[str, tuple[float, ...]] = {"solid": (), "dashed": (2.6, 1.3), "dotted": (0.7, 1.2)}
COLOURS = {"done": palette.ACCENT, "with-plans": palette.MUTED, "deep": palette.HURT}
CONTENT, SMALL = PAPERS["web"].size("content"), PAPERS["web"].size("content")
MARK = 1.5
BESIDE = 3.6
"""From the middle of a mark to that of its number."""
FULL = 1000
_AXIS = Paint(stroke=palette.MUTED, width=0.3)


def chart_svg(chart: Chart) -> str:
    """The chart on a sheet that is as wide as its days ask."""
    return svg(_scene(chart))


def chart_text(chart: Chart) -> str:
    """The same as plain text: for each day the value of each line."""
    told = [f"{day}: {label}: {value}" for day, label, value in chart_facts(chart)]
    return as_lines([chart.head.title.shown, "", *told])


def chart_facts(chart: Chart) -> tuple[tuple[str, str, str], ...]:
    """All that the chart says, day by day: the day, the line and its value in words."""
    return tuple(
        (day, line.label.shown, line.values[at].words)
        for at, day in enumerate(chart.days)
        for line in chart.lines
    )


@dataclass(frozen=True, slots=True)
class _Field:
    """Where the scale stands."""

    left: float
    top: float
    pitch: float

    def x(self, day: int) -> float:
        return self.left + (day + 0.5) * self.pitch

    def y(self, tenths: float) -> float:
        return self.top + HIGH * (1 - tenths / FULL)


def _scene(chart: Chart) -> Scene:
    days = len(chart.days)
    pitch = max(NARROWEST, 150.0 / days, _widest(chart))
    around = frame(
        chart.head, KIND, PAPERS["web"], notes=chart.notes, width=LABEL + pitch * days + NAME
    )
    field = _Field(around.left + LABEL, around.top + 2 * AIR, pitch)
    right = field.left + pitch * days
    shapes: list[Shape] = [*_scale(field, right, chart.head.speak)]
    shapes += [_line(chart, line, field) for line in chart.lines]
    shapes += [_numbers(chart, day, field) for day in range(days)]
    shapes += [_marks(line, field) for line in chart.lines]
    shapes += _names(chart, field, right)
    bottom = field.top + HIGH + 3 * AIR
    shapes += _table(chart, field, around.left, bottom)
    bottom += ROW + sum(_height(label) for label, _ in chart.rows)
    return around.scene(shapes, bottom)


def _id(name: str) -> str:
    return f"{KIND}--{name}"


def _scale(field: _Field, right: float, speak: Speaker) -> Iterator[Shape]:
    for percent in range(0, 101, 25):
        y = field.y(10 * percent)
        paint = _AXIS if percent in {0, 100} else palette.HAIRLINE
        yield Stroke(polyline([(field.left, y), (right, y)]), paint)
        words = lettering(speak(Share(10 * percent)), LABEL, SMALL, colour=palette.MUTED)
        yield words.at(field.left - 2, y - words.height / 2, anchor="end", fact="scale")


def _line(chart: Chart, line: ChartLine, field: _Field) -> ShapeGroup:
    paint = Paint(stroke=COLOURS[line.id], width=0.7, dash=DASHES[line.dash])
    shapes = tuple(
        Stroke(polyline(run), paint) for run in _runs(chart, line, field) if len(run) > 1
    )
    return ShapeGroup(shapes, _id("line." + line.id), (("line", line.id),))


def _marks(line: ChartLine, field: _Field) -> ShapeGroup:
    shapes = tuple(
        _mark(line, field.x(day), field.y(value.tenths))
        for day, value in enumerate(line.values)
        if value.tenths is not None
    )
    return ShapeGroup(shapes, _id(line.id), (("line", line.id),), line.label.shown)


def _runs(chart: Chart, line: ChartLine, field: _Field) -> Iterator[list[tuple[float, float]]]:
    """The pieces of a line: it breaks where there is no value, and where the count differs."""
    run: list[tuple[float, float]] = []
    for day, value in enumerate(line.values):
        if value.tenths is None or day in chart.breaks:
            yield run
            run = []
        if value.tenths is not None:
            run.append((field.x(day), field.y(value.tenths)))
    yield run


def _mark(line: ChartLine, x: float, y: float) -> Shape:
    colour = COLOURS[line.id]
    match line.mark:
        case "disc":
            return Disc(x, y, MARK, Paint(fill=colour))
        case "square":
            paint = Paint(fill=palette.PAPER, stroke=colour, width=0.6)
            return Rect(x - MARK, y - MARK, 2 * MARK, 2 * MARK, paint)
        case _:
            corners = [(x - MARK, y + MARK), (x, y - MARK), (x + MARK, y + MARK)]
            return Stroke(polyline(corners, close=True), Paint(fill=colour))


def _numbers(chart: Chart, day: int, field: _Field) -> ShapeGroup:
    """The numbers at the marks of a day: the highest above its mark, the others below theirs."""
    found = [(line, line.values[day]) for line in chart.lines]
    known = [(line, value) for line, value in found if value.tenths is not None]
    known.sort(key=lambda pair: -(pair[1].tenths or 0))
    sides = [-BESIDE, *[BESIDE] * len(known)]
    wanted = [field.y(v.tenths or 0) + side for (_, v), side in zip(known, sides, strict=False)]
    places = _apart(wanted, field)
    shapes: list[Shape] = []
    for (line, value), y in zip(known, places, strict=True):
        words = _number(value, field.pitch, COLOURS[line.id])
        top, x = y - words.height / 2, field.x(day)
        paper = Paint(fill=palette.PAPER)
        shapes.append(Rect(x - words.width / 2, top + 0.3, words.width, words.height - 0.6, paper))
        shapes.append(words.at(x, top, fact=line.id, anchor="middle"))
    return ShapeGroup(tuple(shapes), _id(f"day.{day}"), (("day", chart.days[day]),))


def _number(value: Value, width: float, colour: str) -> Lettering:
    return lettering(value.words, width, SMALL, bold=True, colour=colour)


def _apart(wanted: Sequence[float], field: _Field) -> list[float]:
    """Heights from the top down, each at least `APART` under the one before, none far below the scale."""
    made: list[float] = []
    for y in wanted:
        made.append(max(y, made[-1] + APART) if made else y)
    low = field.y(0) + BESIDE + APART
    for at in range(len(made) - 1, -1, -1):
        made[at] = min(made[at], low)
        low = made[at] - APART
    return made


def _names(chart: Chart, field: _Field, right: float) -> Iterator[Shape]:
    """The name of each line at its end, with its mark."""
    known = [line for line in chart.lines if line.values[-1].tenths is not None]
    known.sort(key=lambda line: -(line.values[-1].tenths or 0))
    places = _apart([field.y(line.values[-1].tenths or 0) for line in known], field)
    for line, y in zip(known, places, strict=True):
        words = lettering(line.label, NAME - 8, CONTENT, bold=True, colour=COLOURS[line.id])
        yield _mark(line, right + 3, y)
        yield words.at(right + 6.5, y - words.leading / 2, fact="line")


def _table(chart: Chart, field: _Field, left: float, top: float) -> Iterator[Shape]:
    for at, day in enumerate(chart.days):
        words = lettering(day, field.pitch, SMALL, bold=True)
        yield words.at(field.x(at), top, anchor="middle", fact="day")
    y = top + ROW
    for label, values in chart.rows:
        right = field.left + field.pitch * len(chart.days)
        yield Stroke(polyline([(left, y - 0.8), (right, y - 0.8)]), palette.HAIRLINE)
        yield lettering(label, LABEL - 2, SMALL).at(left, y, fact="row")
        for at, value in enumerate(values):
            words = lettering(value, field.pitch, SMALL)
            yield words.at(field.x(at), y, anchor="middle", fact="value")
        y += _height(label)


def _height(label: Said) -> float:
    """The height of a row of numbers: that of its label."""
    words = lettering(label, LABEL - 2, SMALL)
    return max(ROW, words.height + 1.8)


def _widest(chart: Chart) -> float:
    """The room that the longest number under the chart needs."""
    values = [value for _, row in chart.rows for value in row]
    return max((one_line(value, SMALL).width + 3 for value in values), default=0.0)
