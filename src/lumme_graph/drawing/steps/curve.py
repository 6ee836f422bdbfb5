"""The plot of a sheet: curves over five levels, and the strip that tells of the lowest point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lumme_graph.drawing import icons, palette
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.markers import SERIES, around, marker
from lumme_graph.drawing.scene import Disc, Group, Paint, Rect, Shape, Stroke, line, polyline
from lumme_graph.drawing.steps.callout import Callout, callout
from lumme_graph.drawing.steps.columns import LABELS
from lumme_graph.drawing.steps.heads import numbers
from lumme_graph.drawing.steps.labels import Area, Segment, beside
from lumme_graph.drawing.steps.points import LEVELS, Curve, Point, curve
from lumme_graph.drawing.steps.rows import HERO, PAD, Drawn, RowName, SheetOf, row_name
from lumme_graph.views.shapes import Row, Sign

LEAST = {"a4": 45.0}
LEAST_ELSEWHERE = 58.0
FACE = 3.7
LOWEST = 4.6
_RING = 1.2
_BELOW = 7.2
"""Under the lowest level: the ring of the lowest point stands there."""
_ABOVE = 5.2
"""Over the highest level: a face and its value."""
_TIE = Paint(stroke=palette.GAIN, width=0.5, dash=(0.5, 0.9))
_APART = 2
"""So many levels apart, what is and what is to be are tied."""
_TICK = 1.6
_TO_CALLOUT = 2.8
_NUMBERS = {2: "+2", 1: "+1", 0: "0", -1: "−1", -2: "−2"}


@dataclass(frozen=True, slots=True)
class Plot:
    """The curves of a sheet, measured, with their callout."""

    name: RowName
    scale: tuple[tuple[int, Sign, Lettering], ...]
    curves: tuple[Curve, ...]
    callout: Callout | None
    floor: float
    hunger: float = HERO
    gap: float = 1.6

    @property
    def _above(self) -> float:
        return max(_ABOVE, self.name.height + FACE - 0.4)

    @property
    def least(self) -> float:
        """The least height of the plot, with its callout."""
        words = max(words.height for _, _, words in self.scale)
        own = max(self.floor, self._above + 4 * (words + 0.6) + _BELOW)
        return own + self._under

    @property
    def _under(self) -> float:
        return _TO_CALLOUT + self.callout.least if self.callout else 0.0

    def draw(self, sheet: SheetOf, y: float, height: float) -> Drawn:
        """The plot from y on, its callout at the lower end."""
        bottom = y + height - self._under
        level = (bottom - y - self._above - _BELOW) / 4
        ys = {value: y + self._above + n * level for n, value in enumerate(LEVELS)}
        shapes = [
            *self._axis(sheet, y, bottom, ys),
            *_field(sheet, bottom, ys),
            *_Ink(self.curves, sheet, ys).shapes(),
        ]
        if self.callout:
            shapes += self.callout.draw(sheet, bottom + _TO_CALLOUT)
        return Drawn(tuple(shapes))

    def _axis(
        self, sheet: SheetOf, y: float, bottom: float, ys: Mapping[int, float]
    ) -> Iterator[Shape]:
        left = sheet.frame.left
        yield from self.name.at(left, y, bottom - y)
        for value, sign, words in self.scale:
            yield from icons.face(sign.value, left + PAD + 2, ys[value], 2.0, is_open=sign.is_open)
            yield words.centred(left + PAD + 4.6, ys[value])


def curves(rows: Sequence[Row], sheet: SheetOf) -> Iterator[Plot]:
    """All curves that follow each other as one plot, with the callout after them."""
    paper = sheet.frame.paper
    drawn = [row for row in rows if row.look == "curve"]
    told = (callout(row, sheet) for row in rows if row.look == "callout")
    room = LABELS - PAD - 4.4
    yield Plot(
        row_name(drawn[0], paper),
        tuple(
            (int(sign.value), sign, lettering(sign.words, room, paper.size("content")))
            for sign in drawn[0].scale
        ),
        tuple(curve(row, order, sheet) for order, row in enumerate(drawn)),
        next((one for one in told if one), None),
        LEAST.get(paper.name, LEAST_ELSEWHERE),
    )


def _field(sheet: SheetOf, bottom: float, ys: Mapping[int, float]) -> Iterator[Shape]:
    """The levels; what is below zero is tinted."""
    left, right = sheet.left, sheet.frame.right
    yield Rect(left, ys[0], right - left, bottom - ys[0], Paint(fill=palette.BELOW_ZERO))
    for value, y in ys.items():
        paint = Paint(stroke=palette.MUTED, width=0.45) if value == 0 else palette.HAIRLINE
        yield line(left, y, right, y, paint)


@dataclass(frozen=True, slots=True)
class _Ink:
    """The curves at their heights: lines first, then markers, then words where they are free."""

    curves: tuple[Curve, ...]
    sheet: SheetOf
    ys: Mapping[int, float]

    def shapes(self) -> Iterator[Shape]:
        """All that is drawn of the curves."""
        lines = [curve.segments(self.sheet, self.ys) for curve in self.curves]
        for one, segments in reversed(list(zip(self.curves, lines, strict=True))):
            paint = SERIES[one.row.tone]
            yield from (Stroke(polyline(_ends(segment)), paint) for segment in segments)
        yield from self._ties()
        for one in reversed(self.curves):
            yield from (self._mark(one, point) for point in one.here)
        yield from self._words([segment for segments in lines for segment in segments])

    def _mark(self, one: Curve, point: Point) -> Group:
        name = self.sheet.frame.group_id(f"{one.row.id}.{point.box}")
        data = (("id", point.box), ("fact", point.fact.id))
        if point.value is None:
            return Group((), name, data, point.fact.words.shown)
        x, y = point.x, self.ys[point.value]
        face = next((sign for sign in point.fact.signs if sign.family == "level"), None)
        shapes: tuple[Shape, ...]
        if one.order == 0 and face:
            radius = FACE
            ring: tuple[Shape, ...] = ()
            if _is_lowest(point):
                radius = LOWEST
                paint = Paint(palette.PAPER, palette.HURT, 0.7)
                ring = (Disc(x, y, LOWEST + _RING, paint),)
            shapes = (*ring, *icons.face(face.value, x, y, radius, is_open=face.is_open))
        elif one.row.tone == "to-be" and self._first_at(point.place) == point.value:
            shapes = (around(x, y, LOWEST + _RING + 0.4),)
        else:
            shapes = (marker(one.row.tone, x, y),)
        return Group(shapes, name, data, point.fact.words.shown)

    def _first_at(self, place: int) -> int | None:
        return next((p.value for p in self.curves[0].here if p.place == place), None)

    def _ties(self) -> Iterator[Shape]:
        """Between what is and what is to be, where they are far apart."""
        for one in self.curves:
            for point in one.here if one.row.tone == "to-be" else ():
                first = self._first_at(point.place)
                if first is None or point.value is None or abs(first - point.value) < _APART:
                    continue
                yield line(point.x, self.ys[first], point.x, self.ys[point.value], _TIE)

    def _words(self, lines: Sequence[Segment]) -> Iterator[Shape]:
        taken = [
            Area.around(p.x, self.ys[p.value], FACE)
            for one in self.curves
            for p in one.here
            if p.value is not None
        ]
        size = self.sheet.frame.paper.size("content")
        for one in self.curves:
            colour = SERIES[one.row.tone].stroke or palette.INK
            for point in one.here:
                if point.value is None:
                    words = one_line(point.fact.words, size, colour=colour)
                    y = self.ys[0] + (-2.6 if one.order == 0 else 2.6)
                    area = beside(words, point.x - words.width / 2, y, 0.0, lines, taken)
                elif one.order == 0:
                    low = _is_lowest(point)
                    ink = palette.HURT if low else palette.INK
                    words = one_line(_NUMBERS[point.value], size, bold=low, colour=ink)
                    radius = LOWEST + _RING if low else FACE
                    area = beside(words, point.x, self.ys[point.value], radius, lines, taken)
                else:
                    continue
                taken.append(area)
                yield words.centred(area.x, area.middle)
            yield from self._cut(one, lines, taken)

    def _cut(self, one: Curve, lines: Sequence[Segment], taken: list[Area]) -> Iterator[Shape]:
        """A tick where a curve leaves the sheet, and what its next step has."""
        paint = SERIES[one.row.tone]
        tick = Paint(stroke=paint.stroke, width=0.6)
        size = self.sheet.frame.paper.size("note")
        known = numbers(self.sheet.grid)
        for cut in one.cuts(self.sheet, self.ys):
            yield line(cut.x, cut.y - _TICK, cut.x, cut.y + _TICK, tick)
            number = known.get(self.sheet.grid.columns[cut.to.place].id, 0)
            said = f"{number}: {_NUMBERS[cut.to.value or 0]}"
            words = one_line(said, size, colour=paint.stroke or palette.INK, note=True)
            is_right = cut.to.x > cut.x
            x = cut.x - words.width - 1.8 if is_right else cut.x
            area = beside(words, x, cut.y, 0.0, lines, taken)
            taken.append(area)
            yield words.centred(area.x, area.middle)


def _ends(segment: Segment) -> tuple[tuple[float, float], tuple[float, float]]:
    return (segment.x1, segment.y1), (segment.x2, segment.y2)


def _is_lowest(point: Point) -> bool:
    return any(sign.family == "mark" and sign.value == "lowest" for sign in point.fact.signs)
