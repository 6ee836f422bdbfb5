"""Ways of arrows between boxes that stand anywhere: right-angled, through no box, seldom together.

A way is sought on the lines that run beside and between the boxes, the shortest with the fewest
bends; a line that another arrow has taken already costs more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from lumme_graph.drawing.nets.blocks import BlockGaps
from lumme_graph.drawing.scene import number
from lumme_graph.drawing.steps.rows import BoxPlace
from lumme_graph.views.shapes import BoxLink

Point: TypeAlias = tuple[float, float]
_Node: TypeAlias = tuple[int, int]
_Edge: TypeAlias = tuple[_Node, _Node]
_Bundle: TypeAlias = tuple[str, str]
_CLEAR = 1.5
"""Between an arrow and a box that it passes."""
_CLOSE = 0.3
"""The same where there is no other way."""
_OUT = 3.2
"""How far an arrow runs straight out of a box and into one: its head has room there."""
_TRACK = 1.5
"""Between two arrows beside each other."""
_NEAR = 1.3
"""Nearer than this, two arrows look like one."""
_BEND = 5.0
_SHARED = 40.0
_CROSSED = 6.0
_ASIDE = 8.0
_OWN = 0.35
"""What a line costs, beside its length: a bend, another's line, a crossing, a port aside, one's own."""


class _Port(NamedTuple):
    """Where an arrow may leave or enter a box, and the point straight outside it."""

    edge: Point
    outside: Point
    is_upright: bool


def routes(
    links: Sequence[BoxLink],
    places: Mapping[str, BoxPlace],
    taken: Sequence[BoxPlace],
    gaps: BlockGaps,
) -> list[list[Point] | None]:
    """The corners of each link's way; None where there is none."""
    grids = [_Grid(places, taken, gaps, clear) for clear in (_CLEAR, _CLOSE)]
    found: list[list[Point] | None] = []
    for link in links:
        ends = places[link.source], places[link.target]
        ways = (grid.way(*ends, (link.source, link.line)) for grid in grids)
        found.append(next((way for way in ways if way), None))
    return found


def _ports(place: BoxPlace) -> Iterator[_Port]:
    x, y = place.x + place.width / 2, place.y + place.height / 2
    for off in (0.0, -2 * _TRACK, 2 * _TRACK):
        if abs(off) < place.height / 2 - 1:
            yield _Port((place.right, y + off), (place.right + _OUT, y + off), False)
            yield _Port((place.x, y + off), (place.x - _OUT, y + off), False)
        yield _Port((x + off, place.y), (x + off, place.y - _OUT), True)
        yield _Port((x + off, place.bottom), (x + off, place.bottom + _OUT), True)


class _Grid:
    """The lines beside and between the boxes, and who runs where."""

    def __init__(
        self,
        places: Mapping[str, BoxPlace],
        taken: Sequence[BoxPlace],
        gaps: BlockGaps,
        clear: float,
    ) -> None:
        xs: set[float] = set()
        ys: set[float] = set()
        for place in places.values():
            for port in _ports(place):
                xs.add(_exact(port.outside[0]))
                ys.add(_exact(port.outside[1]))
            for track in (-_TRACK, 0.0, _TRACK):
                xs |= {
                    _exact(place.x - gaps.across / 2 + track),
                    _exact(place.right + gaps.across / 2 + track),
                }
                ys |= {
                    _exact(place.y - gaps.down / 2 + track),
                    _exact(place.bottom + gaps.down / 2 + track),
                }
        self.xs, self.ys = sorted(xs), sorted(ys)
        self.used: dict[_Edge, set[_Bundle]] = {}
        self.met: dict[_Node, set[_Bundle]] = {}
        self.blocked_x: set[_Node] = set()
        self.blocked_y: set[_Node] = set()
        for place in (*places.values(), *taken):
            self._block(place, clear)

    def _block(self, place: BoxPlace, clear: float) -> None:
        """Marks the lines that cross a box: from each marked node to the next one right or below."""
        left, right = place.x - clear, place.right + clear
        top, bottom = place.y - clear, place.bottom + clear
        columns = range(bisect_right(self.xs, left), bisect_left(self.xs, right))
        rows = range(bisect_right(self.ys, top), bisect_left(self.ys, bottom))
        first, last = bisect_right(self.xs, left) - 1, bisect_left(self.xs, right)
        self.blocked_x |= {(i, j) for i in range(first, last) for j in rows}
        first, last = bisect_right(self.ys, top) - 1, bisect_left(self.ys, bottom)
        self.blocked_y |= {(i, j) for i in columns for j in range(first, last)}

    def way(self, source: BoxPlace, target: BoxPlace, bundle: _Bundle) -> list[Point] | None:
        """The cheapest way from one box to another, which is marked as taken."""
        starts = {self._node(port): port for port in reversed(list(_ports(source)))}
        ends = {self._node(port): port for port in reversed(list(_ports(target)))}
        best: dict[tuple[_Node, bool], float] = {}
        before: dict[tuple[_Node, bool], tuple[_Node, bool]] = {}
        heap: list[tuple[float, _Node, bool]] = []
        for node, port in starts.items():
            cost = self._off(port, source) + self._busy(node, bundle)
            best[node, port.is_upright] = cost
            heappush(heap, (cost, node, port.is_upright))
        while heap:
            cost, node, upright = heappop(heap)
            state = (node, upright)
            if cost > best[state]:
                continue
            end = ends.get(node)
            if end and end.is_upright == upright and self._enters(before, state, end, starts):
                return self._taken(before, state, starts, end, bundle)
            for following, turned, length in self._next(node):
                last = ends.get(following)
                if last and last.is_upright == turned and not self._leads(node, last):
                    continue
                bends = _BEND if turned != upright else 0.0
                own = self.used.get(_edge(node, following), set())
                share = _OWN * length if bundle in own else length
                share += _SHARED if own - {bundle} else 0.0
                new = cost + share + bends + self._busy(following, bundle)
                new += self._off(ends[following], target) if following in ends else 0.0
                if new < best.get((following, turned), float("inf")):
                    best[following, turned] = new
                    before[following, turned] = state
                    heappush(heap, (new, following, turned))
        return None

    def _leads(self, node: _Node, port: _Port) -> bool:
        """Does a step from a node to a port run towards the box?"""
        at = 1 if port.is_upright else 0
        came = self._point(node)[at]
        return (port.edge[at] - port.outside[at]) * (port.outside[at] - came) > 0

    def _enters(
        self,
        before: Mapping[tuple[_Node, bool], tuple[_Node, bool]],
        state: tuple[_Node, bool],
        port: _Port,
        starts: Mapping[_Node, _Port],
    ) -> bool:
        """Does the way run towards the box, not away from it?"""
        last = before.get(state)
        came = self._point(last[0]) if last else starts[state[0]].edge
        at = 1 if port.is_upright else 0
        return (port.edge[at] - port.outside[at]) * (port.outside[at] - came[at]) > 0

    def _off(self, port: _Port, place: BoxPlace) -> float:
        """Ports in the middle of a side come first."""
        x, y = place.x + place.width / 2, place.y + place.height / 2
        return _ASIDE if port.edge[0] != x and port.edge[1] != y else 0.0

    def _busy(self, node: _Node, bundle: _Bundle) -> float:
        return _CROSSED if self.met.get(node, set()) - {bundle} else 0.0

    def _next(self, node: _Node) -> Iterator[tuple[_Node, bool, float]]:
        i, j = node
        if i + 1 < len(self.xs) and node not in self.blocked_x:
            yield (i + 1, j), False, self.xs[i + 1] - self.xs[i]
        if i and (i - 1, j) not in self.blocked_x:
            yield (i - 1, j), False, self.xs[i] - self.xs[i - 1]
        if j + 1 < len(self.ys) and node not in self.blocked_y:
            yield (i, j + 1), True, self.ys[j + 1] - self.ys[j]
        if j and (i, j - 1) not in self.blocked_y:
            yield (i, j - 1), True, self.ys[j] - self.ys[j - 1]

    def _taken(
        self,
        before: Mapping[tuple[_Node, bool], tuple[_Node, bool]],
        state: tuple[_Node, bool],
        starts: Mapping[_Node, _Port],
        end: _Port,
        bundle: _Bundle,
    ) -> list[Point]:
        nodes = [state[0]]
        while state in before:
            state = before[state]
            nodes.append(state[0])
        nodes.reverse()
        for node in nodes:
            self.met.setdefault(node, set()).add(bundle)
        for a, b in pairwise(nodes):
            for edge in self._beside(_edge(a, b)):
                self.used.setdefault(edge, set()).add(bundle)
        return _straight([starts[nodes[0]].edge, *map(self._point, nodes), end.edge])

    def _beside(self, edge: _Edge) -> Iterator[_Edge]:
        """A piece of a line, and those that run so near beside it that they would look like one."""
        (i, j), (k, m) = edge
        if j == m:
            for row in _near(self.ys, j):
                yield (i, row), (k, row)
        else:
            for column in _near(self.xs, i):
                yield (column, j), (column, m)

    def _node(self, port: _Port) -> _Node:
        x, y = port.outside
        return bisect_left(self.xs, _exact(x)), bisect_left(self.ys, _exact(y))

    def _point(self, node: _Node) -> Point:
        return self.xs[node[0]], self.ys[node[1]]


def _near(values: Sequence[float], place: int) -> range:
    low = bisect_right(values, values[place] - _NEAR)
    return range(low, bisect_left(values, values[place] + _NEAR))


def _edge(a: _Node, b: _Node) -> _Edge:
    return (a, b) if a < b else (b, a)


def _exact(value: float) -> float:
    """A length as it is written, so that lines that lie on each other are one."""
    return float(number(value))


def _straight(points: Sequence[Point]) -> list[Point]:
    """The corners only: no point between two of one line."""
    found: list[Point] = []
    for x, y in points:
        point = (_exact(x), _exact(y))
        if found and point == found[-1]:
            continue
        if len(found) > 1 and _in_line(found[-2], found[-1], point):
            found[-1] = point
        else:
            found.append(point)
    return found


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return a[0] == b[0] == c[0] or a[1] == b[1] == c[1]
