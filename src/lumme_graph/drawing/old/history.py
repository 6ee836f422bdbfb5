"""Coverage over time as a chart: three lines, each mark with its number, and a table under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lumme_graph.base.amounts import Share
from lumme_graph.base.shown import as_lines
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.blocks import Block, block, said_block
from lumme_graph.drawing.old.facts import DrawnFact
from lumme_graph.drawing.old.header import header
from lumme_graph.drawing.old.picture import Picture
from lumme_graph.drawing.old.scene import Box, Curve, Disc, Paint, Scene, Shape, ShapeGroup, points
from lumme_graph.drawing.old.svg import svg
from lumme_graph.views.history import Chart, ChartLine, Value

LABEL, NAME, NARROWEST = 40.0, 44.0, 24.0
"""Widths of the row labels, of the names of lines, and of a day."""
HIGH = 82.0
"""Height of the scale from 0 to 100 %."""
AIR, ROW, APART = 4.0, 6.2, 5.0
"""Between parts; height of a row of numbers; least distance of two numbers beside marks."""
DASHES: dict[str, tuple[float, ...]] = {"solid": (), "dashed": (2.6, 1.3), "dotted": (0.7, 1.2)}
COLOURS = {"done": theme.ACCENT, "with-plans": theme.MUTED, "deep": theme.HURT}
MARK = 1.5
BESIDE = 3.6
"""From the middle of a mark to that of its number."""
FULL = 1000


@dataclass(frozen=True, slots=True)
class ChartDrawing(Picture):
    """One chart, drawn."""

    chart: Chart
    sheets: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of what is drawn."""
        return self.chart.id

    @property
    def lang(self) -> str:
        """The language that it speaks."""
        return self.chart.lang

    @property
    def title(self) -> Said:
        """What it shows, in words."""
        return self.chart.title

    @property
    def text(self) -> str:
        """The same facts as plain text."""
        told = [f"{fact.id}: {fact.label}: {fact.value}" for fact in chart_facts(self.chart)]
        return as_lines([self.chart.title.shown, "", *told])


def render_chart(chart: Chart) -> ChartDrawing:
    """Draw a chart on a sheet that is as wide as its days ask."""
    return ChartDrawing(chart, (svg(_scene(chart)),))


def chart_facts(chart: Chart) -> tuple[DrawnFact, ...]:
    """All that the picture says, day by day."""
    return tuple(
        DrawnFact(day, line.label.shown, line.values[at].words)
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
    width = 2 * theme.MARGIN + LABEL + pitch * days + NAME
    room = width - 2 * theme.MARGIN
    head = header(chart, room, (1, 1), None)
    field = _Field(theme.MARGIN + LABEL, theme.MARGIN + head.height + 2 * AIR, pitch)
    right = field.left + pitch * days
    shapes: list[Shape] = [
        ShapeGroup(f"{chart.id}--header", tuple(head.draw(theme.MARGIN, theme.MARGIN)))
    ]
    shapes += _scale(field, right, chart.speak)
    shapes += [_line(chart, line, field) for line in chart.lines]
    shapes += [_numbers(chart, day, field) for day in range(days)]
    shapes += [_marks(chart, line, field) for line in chart.lines]
    shapes += _names(chart, field, right)
    bottom = field.top + HIGH + 3 * AIR
    shapes += _table(chart, field, bottom)
    bottom += ROW + sum(_height(label) for label, _ in chart.rows) + AIR
    for words in chart.footer:
        foot = said_block(words, room, size=theme.SMALL, colour=theme.MUTED)
        shapes.append(foot.at(theme.MARGIN, bottom, fact="footer"))
        bottom += foot.height
    said = ". ".join(f"{line.label.shown} {line.values[-1].words}" for line in chart.lines)
    return Scene(
        chart.id, chart.lang, width, bottom + theme.MARGIN, chart.title.shown, said, tuple(shapes)
    )


def _scale(field: _Field, right: float, speak: Speaker) -> Iterator[Shape]:
    for percent in range(0, 101, 25):
        y = field.y(10 * percent)
        paint = theme.ZERO if percent in {0, 100} else theme.HAIRLINE
        yield Curve(points([(field.left, y), (right, y)]), paint)
        words = said_block(speak(Share(10 * percent)), LABEL, size=theme.SMALL, colour=theme.MUTED)
        yield words.at(field.left - 2, y - words.height / 2, anchor="end", fact="scale")


def _line(chart: Chart, line: ChartLine, field: _Field) -> ShapeGroup:
    paint = Paint(stroke=COLOURS[line.id], width=0.7, dash=DASHES[line.dash])
    shapes = tuple(Curve(points(run), paint) for run in _runs(chart, line, field) if len(run) > 1)
    return ShapeGroup(f"{chart.id}--line.{line.id}", shapes, (("line", line.id),))


def _marks(chart: Chart, line: ChartLine, field: _Field) -> ShapeGroup:
    shapes = tuple(
        _mark(line, field.x(day), field.y(value.tenths))
        for day, value in enumerate(line.values)
        if value.tenths is not None
    )
    return ShapeGroup(f"{chart.id}--{line.id}", shapes, (("line", line.id),), line.label.shown)


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
            paint = Paint(fill=theme.PAPER, stroke=colour, width=0.6)
            return Box(x - MARK, y - MARK, 2 * MARK, 2 * MARK, paint)
        case _:
            corners = [(x - MARK, y + MARK), (x, y - MARK), (x + MARK, y + MARK)]
            return Curve(points(corners, close=True), Paint(fill=colour))


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
        paper = Paint(fill=theme.PAPER)
        shapes.append(Box(x - words.width / 2, top + 0.3, words.width, words.height - 0.6, paper))
        shapes.append(words.at(x, top, fact=line.id, anchor="middle"))
    return ShapeGroup(f"{chart.id}--day.{day}", tuple(shapes), (("day", chart.days[day]),))


def _number(value: Value, width: float, colour: str) -> Block:
    return block(value.words, width, "", size=theme.SMALL, bold=True, colour=colour)


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
        words = said_block(line.label, NAME - 8, bold=True, colour=COLOURS[line.id])
        yield _mark(line, right + 3, y)
        yield words.at(right + 6.5, y - words.leading / 2, fact="line")


def _table(chart: Chart, field: _Field, top: float) -> Iterator[Shape]:
    for at, day in enumerate(chart.days):
        words = block(day, field.pitch, "", size=theme.SMALL, bold=True)
        yield words.at(field.x(at), top, anchor="middle", fact="day")
    y = top + ROW
    for label, values in chart.rows:
        right = field.left + field.pitch * len(chart.days)
        yield Curve(points([(theme.MARGIN, y - 0.8), (right, y - 0.8)]), theme.HAIRLINE)
        yield said_block(label, LABEL - 2, size=theme.SMALL).at(theme.MARGIN, y, fact="row")
        for at, value in enumerate(values):
            words = block(value, field.pitch, "", size=theme.SMALL)
            yield words.at(field.x(at), y, anchor="middle", fact="value")
        y += _height(label)


def _height(label: Said) -> float:
    """The height of a row of numbers: that of its label."""
    words = said_block(label, LABEL - 2, size=theme.SMALL)
    return max(ROW, words.height + 1.8)


def _widest(chart: Chart) -> float:
    """The room that the longest number under the chart needs."""
    values = [value for _, row in chart.rows for value in row]
    return max((block(value, 1e6, "", size=theme.SMALL).width + 3 for value in values), default=0.0)
