"""An arrow along the points of its way: round corners, and a head that touches its goal."""

from __future__ import annotations

from math import dist

from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.scene import Curve, Paint, Shape, number, points
from lumme_graph.views.network import ArrowKind

Point = tuple[float, float]
Way = tuple[Point, ...]

HEAD, HALF = 2.4, 1.1
BEND = 1.8


def arrow_shapes(way: Way, kind: ArrowKind) -> tuple[Shape, ...]:
    """The line and the head of an arrow."""
    paint = theme.ARROWS[kind]
    tip, base = way[-1], _towards(way[-1], way[-2], HEAD)
    across = ((tip[1] - base[1]) / HEAD * HALF, (base[0] - tip[0]) / HEAD * HALF)
    wings = [(base[0] + side * across[0], base[1] + side * across[1]) for side in (-1, 1)]
    head = points([wings[0], tip, wings[1]], close=True)
    stop = _towards(way[-1], way[-2], HEAD * 0.7)
    return (Curve(_line((*way[:-1], stop)), paint), Curve(head, Paint(fill=paint.stroke)))


def _line(way: Way) -> str:
    """A path whose corners are rounded as far as its legs allow."""
    parts = [f"M{_pair(way[0])}"]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        bend = min(BEND, dist(before, corner) / 2, dist(corner, after) / 2)
        start, end = _towards(corner, before, bend), _towards(corner, after, bend)
        parts.append(f"L{_pair(start)} Q{_pair(corner)} {_pair(end)}")
    return " ".join([*parts, f"L{_pair(way[-1])}"])


def _towards(start: Point, goal: Point, length: float) -> Point:
    share = length / max(dist(start, goal), 1e-9)
    return (start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share)


def _pair(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"
