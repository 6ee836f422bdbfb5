"""A sheet of a map in rings, drawn: the rings with their names, areas, arrows and boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lumme_graph.drawing import icons, palette, signs
from lumme_graph.drawing.card import Card
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.nets.blocks import BlockGaps
from lumme_graph.drawing.nets.middle import Framed, Middle
from lumme_graph.drawing.nets.ring import Ring
from lumme_graph.drawing.nets.routes import Point, routes
from lumme_graph.drawing.nets.widths import PERSON
from lumme_graph.drawing.scene import Paint, Rect, Scene, Shape, ShapeGroup, Stroke, polyline
from lumme_graph.drawing.steps.rows import BoxPlace
from lumme_graph.views.shapes import Box, BoxLink, Network

_INNER = Paint(fill=palette.RING, stroke=palette.ACCENT, width=0.6)
_OUTER = Paint(fill=palette.OUTER, stroke=palette.HAIR, width=0.4)
_FORMER = Paint("#f8e9e7", palette.HURT, 0.55, (1.6, 0.9))
_AREA = Paint(palette.AREA, palette.ACCENT, 0.4, (3.2, 1.6))
_ENABLES = Paint(palette.PAPER, palette.MUTED, 0.45)
_PRODUCES = Paint(palette.PAPER, palette.ACCENT, 0.55)
_CUSTOMER = Paint(palette.PAPER, palette.ACCENT, 0.9)
_PILL = 4.0
_NAME = 3.6
"""The size of the names of rings."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Where everything stands on a sheet."""

    inner: Ring
    outer: Ring
    middle: Middle
    places: Mapping[str, BoxPlace]
    former: frozenset[str]
    has_band: bool
    gaps: BlockGaps


def _ring_words(network: Network, ring: int) -> Lettering:
    words = network.lines[ring].words if len(network.lines) > ring else ""
    return one_line(words, _NAME, bold=True, colour=palette.ACCENT if ring == 1 else palette.MUTED)


def ring_name(network: Network, ring: int, ring_: Ring) -> BoxPlace:
    """Where the name of a ring stands: at its top, in the middle."""
    words = _ring_words(network, ring)
    return BoxPlace(
        ring_.x - words.width / 2, ring_.y - ring_.tall + 2.5, words.width, words.height
    )


def sheet(network: Network, cards: Mapping[str, Card], around: Frame, laid: Laid) -> Scene:
    """One sheet of a map."""
    shapes: list[Shape] = []
    rings = [(1, laid.inner, _INNER)]
    if laid.has_band:
        rings.insert(0, (2, laid.outer, _OUTER))
    for rank, ring_, paint in rings:
        shapes.append(Stroke(ring_.path, paint))
        place = ring_name(network, rank, ring_)
        shapes.append(_ring_words(network, rank).at(ring_.x, place.y, anchor="middle"))
    for number, framed in enumerate(laid.middle.areas):
        shapes.append(_area(around, framed, number))
    shapes += _arrows(network, laid)
    centre = network.boxes[0][1]
    shapes.append(_centre(centre, laid.places[centre.id], around))
    for _, box in network.boxes[1:]:
        if box.id in laid.places:
            shapes.append(_box(cards[box.id], laid.places[box.id], around, laid.former))
    bottom = max(place.bottom for place in laid.places.values())
    return around.scene(shapes, max(bottom, laid.outer.y + laid.outer.tall))


def _centre(box: Box, place: BoxPlace, around: Frame) -> ShapeGroup:
    """The middle: a person over its words."""
    words = lettering(box.facts[0].words, place.width - 6, around.paper.size("step"), bold=True)
    x = place.x + place.width / 2
    radius = min(place.height / 2, 10.0)
    return ShapeGroup(
        (
            Rect(place.x, place.y, place.width, place.height, _CUSTOMER, radius),
            *icons.person(x, place.y + 3 + PERSON, PERSON),
            words.at(x, place.y + 2 * PERSON + 4.4, fact=box.facts[0].id, anchor="middle"),
        ),
        around.group_id(box.id),
        (("id", box.id),),
    )


def _box(one: Card, place: BoxPlace, around: Frame, former: frozenset[str]) -> ShapeGroup:
    """A box at its place; of those outside the rings with a broken border."""
    group = one.draw(around, place.x, place.y, is_centred=True)
    is_pill = one.box.tone == "enables"
    paint = _FORMER if one.box.id in former else _ENABLES if is_pill else _PRODUCES
    border = Rect(place.x, place.y, place.width, place.height, paint, _PILL if is_pill else 1.6)
    return replace(group, children=(border, *group.children[1:]))


def _area(around: Frame, framed: Framed, number: int) -> ShapeGroup:
    """A broken line about boxes that belong together, with their name above them."""
    place = framed.place
    id_ = framed.area.id
    return ShapeGroup(
        (
            Rect(place.x, place.y, place.width, place.height, _AREA, 3.0),
            framed.title.at(
                place.x + place.width / 2, place.y + 1.6, fact=framed.area.fact.id, anchor="middle"
            ),
        ),
        around.group_id(f"{id_}.area-{number}"),
        (("id", id_),),
    )


def _arrows(network: Network, laid: Laid) -> Iterator[Shape]:
    """Who gives what to whom: right-angled ways past all boxes and names."""
    inside = {id_: place for id_, place in laid.places.items() if id_ in laid.middle.places}
    links = [
        link
        for link in network.links
        if link.source in inside and link.target in inside and link.source != link.target
    ]
    titles = [
        BoxPlace(
            framed.place.x + (framed.place.width - framed.title.width) / 2,
            framed.place.y + 1.6,
            framed.title.width,
            framed.title.height,
        )
        for framed in laid.middle.areas
    ]
    taken = [*titles, ring_name(network, 1, laid.inner)]
    names = {box.id: box.facts[0].words.shown for _, box in network.boxes}
    for link, way in zip(links, routes(links, inside, taken, laid.gaps), strict=True):
        if way:
            yield _arrow(link, way, names)


def _arrow(link: BoxLink, way: Sequence[Point], names: Mapping[str, str]) -> ShapeGroup:
    (x0, y0), (x, y) = way[-2], way[-1]
    to = ("right" if x > x0 else "left") if y == y0 else ("down" if y > y0 else "up")
    dx, dy = {"right": (-1.2, 0), "left": (1.2, 0), "up": (0, 1.2), "down": (0, -1.2)}[to]
    paint = signs.LINES[link.line or "always"]
    flow = f": {link.flow.shown}" if link.flow else ""
    return ShapeGroup(
        (Stroke(polyline([*way[:-1], (x + dx, y + dy)]), paint), signs.head(x, y, to)),
        data=(("source", link.source), ("target", link.target)),
        title=f"{names[link.source]} → {names[link.target]}{flow}",
    )
