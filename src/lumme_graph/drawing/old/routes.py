"""The ways of arrows, read from what the engine answered."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.arrows import Point, Way
from lumme_graph.drawing.old.dot_text import ends, sheet_dot
from lumme_graph.drawing.old.engine import EngineError, Routed, route
from lumme_graph.drawing.old.places import Places

SAME = 0.05
"""Two coordinates nearer than this, in millimetres, are one."""


def ways(sheets: Sequence[Places]) -> list[tuple[Way, ...]]:
    """For each sheet the ways of its arrows, in the order of `ends`; all in one run of the engine."""
    answers = route([sheet_dot(places) for places in sheets])
    return [_read(places, routed) for places, routed in zip(sheets, answers, strict=True)]


def _read(places: Places, routed: Routed) -> tuple[Way, ...]:
    splines = {edge["id"]: edge["pos"] for edge in routed.get("edges", [])}
    wanted = [str(i) for i, _ in enumerate(ends(places))]
    if set(wanted) != set(splines):
        raise EngineError(f"the engine routed {len(splines)} of {len(wanted)} arrows")
    return tuple(_way(splines[name], places.page.height) for name in wanted)


def _way(spline: str, height: float) -> Way:
    """The corners of a right-angled spline: its curves are straight, so every third point counts."""
    parts = spline.split()
    tip = _point(parts[0].removeprefix("e,"), height)
    corners = [_point(part, height) for part in parts[1::3]]
    return _tidy([*corners, tip])


def _point(text: str, height: float) -> Point:
    x, y = text.split(",")
    return float(x) * theme.POINT, height - float(y) * theme.POINT


def _tidy(corners: list[Point]) -> Way:
    """Leave out points that are no corner: doubled ones, and those on a straight line."""
    way = corners[:1]
    for point, after in [*pairwise(corners[1:]), (corners[-1], None)]:
        if after is not None and (_same(way[-1], point) or _straight(way[-1], point, after)):
            continue
        way.append(point)
    return tuple(way)


def _same(one: Point, two: Point) -> bool:
    return abs(one[0] - two[0]) < SAME and abs(one[1] - two[1]) < SAME


def _straight(one: Point, two: Point, three: Point) -> bool:
    return any(abs(one[i] - two[i]) < SAME and abs(two[i] - three[i]) < SAME for i in (0, 1))
