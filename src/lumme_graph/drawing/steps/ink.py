"""The curves of a plot at their heights: lines first, then their marks, then words where it is free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lumme_graph.drawing import icons, palette
from lumme_graph.drawing.lettering import Lettering, one_line
from lumme_graph.drawing.markers import SERIES, around, marker
from lumme_graph.drawing.scene import Disc, Paint, Shape, ShapeGroup, Stroke, line, polyline
from lumme_graph.drawing.steps.heads import numbers
from lumme_graph.drawing.steps.labels import Free, LabelArea, Segment
from lumme_graph.drawing.steps.points import Curve, CurvePoint, Cut
from lumme_graph.drawing.steps.rows import SheetOf

FACE = 3.7
LOWEST = 4.6
_RING = Paint(palette.PAPER, palette.HURT, 0.7)
_TO_RING = 1.2
_TO_FRAME = 0.9
"""Between a face, or its ring, and the hollow mark around it."""
_MARK = 2.3
"""Half the width of the marks of other curves."""
_TIE = Paint(stroke=palette.GAIN, width=0.5, dash=(0.5, 0.9))
_APART = 2
"""So many levels apart, what is and what is to be are tied."""
_TICK = 1.6
_TO_TICK = 1.8
_NEAR_ZERO = 2.6
_NUMBERS = {2: "+2", 1: "+1", 0: "0", -1: "−1", -2: "−2"}


@dataclass(frozen=True, slots=True)
class Ink:
    """The curves of a sheet; `ys` are the heights of the levels.

    The first curve has faces. What is to be has a hollow mark, around the face where both are one.
    """

    curves: tuple[Curve, ...]
    sheet: SheetOf
    ys: Mapping[int, float]

    def shapes(self) -> Iterator[Shape]:
        """All that is drawn of the curves."""
        segments = [curve.segments(self.sheet, self.ys) for curve in self.curves]
        for curve, lines in reversed(list(zip(self.curves, segments, strict=True))):
            paint = SERIES[curve.row.tone]
            yield from (Stroke(polyline(_ends(one)), paint) for one in lines)
        yield from self._ties()
        for curve in reversed(self.curves):
            yield from (self._mark(curve, point) for point in curve.here if point.value is not None)
        yield from self._words([one for lines in segments for one in lines])

    @property
    def _first(self) -> dict[int, CurvePoint]:
        """The points of the first curve by their column."""
        return {point.place: point for point in self.curves[0].here}

    def _is_one(self, curve: Curve, point: CurvePoint) -> bool:
        """Whether what is to be is what is."""
        first = self._first.get(point.place)
        return curve.row.tone == "to-be" and first is not None and first.value == point.value

    def _radius(self, point: CurvePoint) -> float:
        """What the face of a point takes, with all that is drawn around it."""
        radius = LOWEST + _TO_RING if _is_lowest(point) else FACE
        others = ((c, p) for c in self.curves[1:] for p in c.here if p.place == point.place)
        return radius + (_TO_FRAME if any(self._is_one(c, p) for c, p in others) else 0.0)

    def _y(self, point: CurvePoint) -> float:
        return self.ys[point.value or 0]

    def _mark(self, curve: Curve, point: CurvePoint) -> ShapeGroup:
        x, y = point.x, self._y(point)
        shapes: tuple[Shape, ...]
        if curve.order == 0:
            shapes = _face(point, x, y)
        elif self._is_one(curve, point):
            shapes = (around(x, y, self._radius(self._first[point.place])),)
        else:
            shapes = (marker(curve.row.tone, x, y),)
        name = self.sheet.frame.group_id(f"{curve.row.id}.{point.box}")
        data = (("id", point.box), ("fact", point.fact.id))
        return ShapeGroup(shapes, name, data, point.fact.words.shown)

    def _ties(self) -> Iterator[Shape]:
        """Between what is and what is to be, where they are far apart."""
        first = self._first
        for curve in self.curves:
            for point in curve.here if curve.row.tone == "to-be" else ():
                now = first.get(point.place)
                if now is None or now.value is None or point.value is None:
                    continue
                if abs(now.value - point.value) >= _APART:
                    yield line(point.x, self._y(now), point.x, self._y(point), _TIE)

    def _words(self, lines: Sequence[Segment]) -> Iterator[Shape]:
        """Values at the faces, what has no data, and what comes on the sheets beside."""
        taken = [
            LabelArea.around(
                point.x, self._y(point), self._radius(point) if curve.order == 0 else _MARK
            )
            for curve in self.curves
            for point in curve.here
            if point.value is not None
        ]
        free = Free(self.sheet.left, self.sheet.frame.right, lines, taken)
        for curve in self.curves:
            for point in curve.here:
                if point.value is None or curve.order == 0:
                    words, x, radius, y = self._label(curve, point)
                    area = free.beside(words, x, y, radius)
                    fact = point.fact.id if point.value is None else ""
                    yield words.centred(area.x, area.middle, fact=fact)
            for cut in curve.cuts(self.sheet, self.ys):
                yield from self._cut(curve, cut, free)

    def _label(self, curve: Curve, point: CurvePoint) -> tuple[Lettering, float, float, float]:
        """The words of a point, and beside what they stand: an x, a radius and a y."""
        size = self.sheet.frame.paper.size("content")
        if point.value is None:
            words = one_line(point.fact.words, size, colour=_ink(curve))
            down = -_NEAR_ZERO if curve.order == 0 else _NEAR_ZERO
            return words, point.x - words.width / 2, 0.0, self.ys[0] + down
        low = _is_lowest(point)
        ink = palette.HURT if low else palette.INK
        words = one_line(_NUMBERS[point.value], size, bold=low, colour=ink)
        return words, point.x, self._radius(point), self._y(point)

    def _cut(self, curve: Curve, cut: Cut, free: Free) -> Iterator[Shape]:
        """A tick where a curve leaves the sheet, and what its next step has."""
        tick = Paint(stroke=_ink(curve), width=0.6)
        yield line(cut.x, cut.y - _TICK, cut.x, cut.y + _TICK, tick)
        column = self.sheet.grid.columns[cut.to.place].id
        said = f"{numbers(self.sheet.grid)[column]}: {_NUMBERS[cut.to.value or 0]}"
        words = one_line(said, self.sheet.frame.paper.size("note"), colour=_ink(curve), note=True)
        x = cut.x - words.width - _TO_TICK if cut.to.x > cut.x else cut.x
        area = free.beside(words, x, cut.y, 0.0)
        yield words.centred(area.x, area.middle)


def _face(point: CurvePoint, x: float, y: float) -> tuple[Shape, ...]:
    """The face of a level, larger and in a ring where it is the lowest."""
    face = next(sign for sign in point.fact.signs if sign.family == "level")
    if not _is_lowest(point):
        return icons.face(face.value, x, y, FACE, is_open=face.is_open)
    shapes = icons.face(face.value, x, y, LOWEST, is_open=face.is_open)
    return (Disc(x, y, LOWEST + _TO_RING, _RING), *shapes)


def _ink(curve: Curve) -> str:
    return SERIES[curve.row.tone].stroke or palette.INK


def _ends(segment: Segment) -> tuple[tuple[float, float], tuple[float, float]]:
    return (segment.x1, segment.y1), (segment.x2, segment.y2)


def _is_lowest(point: CurvePoint) -> bool:
    return any(sign.family == "mark" and sign.value == "lowest" for sign in point.fact.signs)
