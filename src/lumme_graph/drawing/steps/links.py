"""The arrows of a sheet: at right angles, in gaps and channels, with their plates over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.scene import Paint, Rect, Shape, ShapeGroup, Stroke, polyline
from lumme_graph.drawing.steps.channels import Channels
from lumme_graph.drawing.steps.gaps import BAR, DIAMOND
from lumme_graph.drawing.steps.routes import BoxAt, Route
from lumme_graph.drawing.steps.rows import BoxPlace, SheetOf
from lumme_graph.drawing.steps.stacks import End, Plate
from lumme_graph.views.shapes import BoxLink

_THIN: Final = 0.35
_ASIDE: Final = (0.9, 8.0)
"""How far right of the path's own ways, and how far below, one of another line leaves a card."""
_PLATE: Final = Paint(fill=palette.PAPER, stroke=palette.MUTED, width=0.25)
_SOLID: Final = Paint(fill=palette.INK)

Point: TypeAlias = tuple[float, float]


def links(sheet: SheetOf, of: Channels, places: Mapping[str, BoxPlace]) -> tuple[Shape, ...]:
    """All arrows, then where ways part, meet, begin and end, then the plates on the arrows."""
    drawn = _Links(sheet, of, places)
    return (*drawn.arrows(), *drawn.marks(), *drawn.plates())


class _Links:
    """The arrows of a sheet, now that its boxes have their places."""

    def __init__(self, sheet: SheetOf, of: Channels, places: Mapping[str, BoxPlace]) -> None:
        self._sheet = sheet
        self._of = of
        self._places = places

    def arrows(self) -> Iterator[ShapeGroup]:
        """The line of each link with its head; those of other lines than the path's lie below."""
        routes = enumerate(self._of.of.routes)
        for place, route in sorted(routes, key=lambda one: not one[1].link.line):
            points = list(self._points(place, route))
            link = route.link
            data = [("source", link.source), ("target", link.target), ("route", route.kind)]
            if link.told and route.kind != "enter":
                data.append(("fact", link.told.id))
            name = self._sheet.frame.group_id(f"{link.source}--{link.target}")
            shapes = tuple(arrow(points, link, head=route.kind != "leave"))
            yield ShapeGroup(shapes, name, tuple(data))

    def marks(self) -> Iterator[Shape]:
        """Bars where parallel ways part and meet, diamonds of choices, starts and ends."""
        of = self._of.of
        joins = {route.link.target for route in of.routes if route.link.joins}
        for spot in of.cards.values():
            before, after = self._of.gaps[spot.column], self._of.gaps[spot.column + 1]
            place = self._places[spot.box.id]
            middle = _middle(place)
            ends = {sign.value: sign for sign in spot.box.ends}
            if spot.box.id in joins:
                yield _bar(before.into, middle, "join")
            if spot.box.id in of.splits and "end" not in ends:
                yield _bar(after.out, middle, "split")
            if spot.box.id in of.choices:
                yield _diamond(after.out, middle)
            if "start" in ends:
                stub = arrow([(before.into, middle), (place.x, middle)], head=False)
                mark = signs.end("start", before.into, middle)
                yield ShapeGroup(
                    (*stub, *mark), data=(("role", "start"),), title=ends["start"].words.shown
                )
            if "end" in ends:
                stub = arrow([(place.right, middle), (after.out - 1.7, middle)])
                mark = signs.end("end", after.out, middle)
                yield ShapeGroup(
                    (*stub, *mark), data=(("role", "end"),), title=ends["end"].words.shown
                )

    def plates(self) -> Iterator[ShapeGroup]:
        """The words on the arrows."""
        for (place, end), plate in self._of.plates.items():
            route = self._of.of.routes[place]
            spot = route.source if end == "source" else route.target
            if spot is None:
                continue
            if route.kind == "direct":
                middle = _middle(self._places[spot.box.id])
            else:
                middle = self._level(place, end, spot)
            fact = route.link.told.id if route.link.told else ""
            yield _plate(plate, middle, fact)

    def _level(self, place: int, end: End, spot: BoxAt) -> float:
        return self._places[spot.box.id].y - self._of.rises[place, end]

    def _points(self, place: int, route: Route) -> Iterator[Point]:
        match route:
            case Route(kind="direct", source=BoxAt() as source, target=BoxAt() as target):
                yield from self._direct(source, target)
            case Route(kind="over", source=BoxAt() as source, target=BoxAt() as target):
                yield from self._over(place, route, source, target)
            case Route(kind="loop", source=BoxAt() as source, target=BoxAt() as target):
                yield from self._loop(place, source, target)
            case Route(kind="bow", source=BoxAt() as source):
                level = self._level(place, "target", source)
                top = self._places[source.box.id].y
                begin, end = self._of.ports[place, "source"], self._of.ports[place, "target"]
                yield from ((begin, top), (begin, level), (end, level), (end, top))
            case Route(kind="leave", source=BoxAt() as source):
                x, level = self._of.ports[place, "source"], self._level(place, "source", source)
                half = self._of.plates[place, "source"].height / 2
                yield from ((x, self._places[source.box.id].y), (x, level + half))
            case Route(kind="enter", target=BoxAt() as target):
                x, level = self._of.ports[place, "target"], self._level(place, "target", target)
                half = self._of.plates[place, "target"].height / 2
                yield from ((x, level + half), (x, self._places[target.box.id].y))
            case Route(source=BoxAt() as source, target=BoxAt() as target):
                yield from self._post(place, source, target)
            case _:
                pass

    def _direct(self, source: BoxAt, target: BoxAt) -> Iterator[Point]:
        begin, end = self._places[source.box.id], self._places[target.box.id]
        yield begin.right, _middle(begin)
        if abs(_middle(begin) - _middle(end)) > _THIN:
            out = self._of.gaps[source.column + 1].out
            yield from ((out, _middle(begin)), (out, _middle(end)))
        yield end.x, _middle(end)

    def _over(self, place: int, route: Route, source: BoxAt, target: BoxAt) -> Iterator[Point]:
        begin, end = self._places[source.box.id], self._places[target.box.id]
        out, leaves = self._of.gaps[source.column + 1].out, _middle(begin)
        if route.link.line:
            out, leaves = out + _ASIDE[0], leaves + min(_ASIDE[1], begin.height / 2 - _ASIDE[0])
        level = self._level(place, "target", target)
        yield from ((begin.right, leaves), (out, leaves), (out, level))
        if route.link.joins:
            into = self._of.gaps[target.column].into
            yield from ((into, level), (into, _middle(end)), (end.x, _middle(end)))
        else:
            port = self._of.ports[place, "target"]
            yield from ((port, level), (port, end.y))

    def _loop(self, place: int, source: BoxAt, target: BoxAt) -> Iterator[Point]:
        begin, end = self._of.ports[place, "source"], self._of.ports[place, "target"]
        level = self._level(place, "source", source)
        yield from ((begin, self._places[source.box.id].y), (begin, level))
        if place in self._of.tracks:
            track = self._of.tracks[place]
            other = self._level(place, "target", target)
            yield from ((track, level), (track, other))
            level = other
        yield from ((end, level), (end, self._places[target.box.id].y))

    def _post(self, place: int, source: BoxAt, target: BoxAt) -> Iterator[Point]:
        x = self._of.posts[place]
        begin, end = self._places[source.box.id], self._places[target.box.id]
        if begin.y < end.y:
            yield from ((x, begin.bottom), (x, end.y))
        else:
            yield from ((x, begin.y), (x, end.bottom))


def _middle(place: BoxPlace) -> float:
    return place.y + place.height / 2


def arrow(
    points: Sequence[Point], link: BoxLink | None = None, *, head: bool = True
) -> Iterator[Shape]:
    """A line through points, with a head at its end; on both ends where it goes both ways."""
    paint = palette.ARROW
    if link and link.thin:
        paint = palette.THIN
    elif link and link.line:
        paint = signs.LINES[link.line]
    elif link and link.when:
        paint = palette.ARROW_IF
    yield Stroke(polyline(points), paint)
    heads = [(points[-2], points[-1])] if head else []
    if link and link.both:
        heads.append((points[1], points[0]))
    for before, tip in heads:
        yield signs.head(*tip, _towards(before, tip), paint.stroke or palette.INK)


def _towards(before: Point, tip: Point) -> str:
    if abs(before[0] - tip[0]) > abs(before[1] - tip[1]):
        return "right" if tip[0] > before[0] else "left"
    return "down" if tip[1] > before[1] else "up"


def _bar(x: float, y: float, role: str) -> ShapeGroup:
    width, height = BAR
    rect = Rect(x - width / 2, y - height / 2, width, height, _SOLID)
    return ShapeGroup((rect,), data=(("role", role),))


def _diamond(x: float, y: float) -> ShapeGroup:
    half = DIAMOND / 2
    corners = [(x - half, y), (x, y - half), (x + half, y), (x, y + half)]
    paint = Paint(fill=palette.PAPER, stroke=palette.INK, width=0.45)
    return ShapeGroup((Stroke(polyline(corners, close=True), paint),), data=(("role", "choice"),))


def _plate(plate: Plate, middle: float, fact: str) -> ShapeGroup:
    box = Rect(plate.x, middle - plate.height / 2, plate.width, plate.height, _PLATE, 0.8)
    words = plate.words.centred(plate.x + plate.width / 2, middle, fact=fact, anchor="middle")
    return ShapeGroup((box, words), data=(("role", "plate"),))
