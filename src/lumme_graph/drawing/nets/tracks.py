"""Links between ranks: right-angled, their upright parts on tracks of their own between two ranks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.scene import Paint, Shape, ShapeGroup, Stroke, polyline
from lumme_graph.drawing.steps.rows import BoxPlace
from lumme_graph.views.shapes import BoxLink

_SAME = 0.3
"""Ends that are nearer to a height than this lie on it."""
_TO_GAP = Paint(stroke=palette.HURT, width=0.45, dash=(0.65, 1.1))


def ways(
    links: Sequence[BoxLink], places: Mapping[str, BoxPlace], gaps: Collection[str], gap: float
) -> Iterator[Shape]:
    """The links between boxes that stand on the sheet; a link to what is missing is dotted."""
    there = [link for link in links if link.source in places and link.target in places]
    tracks = _tracks(there, places)
    for link in there:
        start, end = places[link.source], places[link.target]
        y1, y2 = start.y + start.height / 2, end.y + end.height / 2
        of, most = tracks[link.source]
        track = start.right + (gap - 3.5) * (of + 1) / (most + 1)
        corners = [(start.right, y1), (track, y1), (track, y2), (end.x, y2)]
        if abs(y1 - y2) < _SAME:
            corners = [(start.right, y1), (end.x, y1)]
        yield ShapeGroup(
            tuple(_drawn(link, corners, is_gap=link.target in gaps)),
            data=(("source", link.source), ("target", link.target)),
        )


def _drawn(link: BoxLink, corners: list[tuple[float, float]], *, is_gap: bool) -> Iterator[Shape]:
    paint = _TO_GAP if is_gap else palette.THIN if link.thin else palette.ARROW
    if link.when:
        paint = replace(paint, dash=palette.ARROW_IF.dash)
    has_head = not (link.thin or is_gap)
    x, y = corners[-1]
    shown = [*corners[:-1], (x - 1.2, y)] if has_head else corners
    yield Stroke(polyline(shown), paint)
    if has_head:
        yield signs.head(x, y, "right")


def _tracks(links: Sequence[BoxLink], places: Mapping[str, BoxPlace]) -> dict[str, tuple[int, int]]:
    """For each source its track in the gap right of it, and how many there are.

    The links of one source share a track; sources whose upright parts would lie on each other do not.
    """
    spans: dict[str, tuple[float, float]] = {}
    for link in links:
        start, end = places[link.source], places[link.target]
        ys = (start.y + start.height / 2, end.y + end.height / 2)
        low, high = spans.get(link.source, (min(ys), max(ys)))
        spans[link.source] = (min(low, *ys), max(high, *ys))
    found: dict[str, tuple[int, int]] = {}
    for rank in sorted({places[source].band for source in spans}):
        tracks: list[float] = []
        mine: dict[str, int] = {}
        here = [source for source in spans if places[source].band == rank]
        for source in sorted(here, key=lambda source: spans[source]):
            low, high = spans[source]
            free = next((i for i, end in enumerate(tracks) if end < low - 0.5), len(tracks))
            tracks[free : free + 1] = [high]
            mine[source] = free
        found |= {source: (track, len(tracks)) for source, track in mine.items()}
    return found
