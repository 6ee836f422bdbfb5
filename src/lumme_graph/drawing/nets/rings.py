"""Rings about a middle: the customer, who produces, who enables, and outside who was there before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.card import Card, card
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.frame import Frame, frame
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.nets.slots import (
    RATIO,
    Ring,
    Slot,
    Slots,
    between,
    overlap,
    stacked,
)
from lumme_graph.drawing.nets.units import Unit, packed, shared, units
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Group, Paint, Rect, Scene, Shape, Stroke, polyline
from lumme_graph.drawing.steps.rows import Place
from lumme_graph.views.shapes import Box, Link, Network, key

MOST = 25
"""Boxes of one sheet."""
_WIDE, _TALL = 396.0, 220.0
"""The room on the web."""
_SLOTS = {"a4": (32.0, 6.0, 4.6)}
_SLOT = (39.0, 9.0, 6.4)
"""The width of a box, and the ways between two boxes across and down."""
_AIRY = (2.4, 1.7, 1.3, 1.0)
"""How much wider the ways between rows may be: as wide as there is room."""
_FEW = 12
"""Of those who enable, on a sheet of their own."""
_SHARES = [share / 100 for share in range(54, 87, 2)]
"""How wide the inner ring may be beside the outer one."""
_AREA = 3.0
"""From the boxes of an area to its border."""
_INNER = Paint(fill="#e3eef5", stroke=palette.ACCENT, width=0.6)
_OUTER = Paint(fill="#f4f5f7", stroke=palette.HAIR, width=0.4)
_FORMER = Paint("#f8e9e7", palette.HURT, 0.55, (1.6, 0.9))
_PILL = 4.0
_TITLE = 3.2
"""The size of the names of areas."""
_NAME = 3.6
"""The size of the names of rings."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The boxes of one sheet: the middle, units that produce, those who enable, those outside."""

    units: list[Unit]
    enables: list[Box]
    former: list[Box]


@dataclass(frozen=True, slots=True)
class _Laid:
    """Where everything stands on a sheet."""

    inner: Ring
    outer: Ring
    slots: Slots
    at: Mapping[str, Slot]
    places: dict[str, Place]


def scenes(network: Network, paper: Paper) -> list[Scene]:
    """The sheets of a network in rings: as few as hold all boxes without one upon another."""
    cards = _cards(network, paper)
    rings = [[box for line, box in network.boxes if line == ring.id] for ring in network.lines[1:]]
    while len(rings) < 3:  # noqa: PLR2004 - produces, enables, former
        rings.append([])
    together = units([box.id for box in rings[0]], network.links, network.areas)
    for parts in _shared_out(together, rings[1], rings[2]):
        frames = [_frame(network, paper, (i, len(parts))) for i in range(1, len(parts) + 1)]
        laid = [
            one
            for part, around in zip(parts, frames, strict=True)
            if (one := _laid(network, part, cards, around))
        ]
        if len(laid) == len(parts):
            found = zip(parts, frames, laid, strict=True)
            return [_sheet(network, part, cards, around, one) for part, around, one in found]
    raise DrawError(f"{network.head.id}: a name is too long for a box of the map")


def _shared_out(
    together: Sequence[Unit], enables: Sequence[Box], former: Sequence[Box]
) -> Iterator[list[_Part]]:
    """What may stand on which sheet: all on one; those who enable apart; ever fewer on a sheet."""
    count = sum(len(unit.ids) for unit in together)
    if count + len(enables) + len(former) < MOST:
        yield [_Part(list(together), list(enables), list(former))]
    for sheets in range(1, max(2, count + len(enables) + len(former)) + 1):
        most = -(-(count + len(former)) // sheets)
        if most <= MOST:
            yield [
                *(
                    _Part(some, [], list(former[i::sheets]))
                    for i, some in enumerate(shared(together, sheets))
                ),
                *(_Part([], list(enables[i : i + _FEW]), []) for i in range(0, len(enables), _FEW)),
            ]


def _frame(network: Network, paper: Paper, place: tuple[int, int]) -> Frame:
    return frame(
        network.head,
        network.kind,
        paper,
        keys=key(network),
        notes=network.notes if place[0] == place[1] else (),
        width=_WIDE,
        sheet=place,
    )


def _cards(network: Network, paper: Paper) -> dict[str, Card]:
    width = _SLOTS.get(paper.name, _SLOT)[0]
    return {box.id: card(box, width, paper, "content") for _, box in network.boxes}


def _laid(network: Network, part: _Part, cards: Mapping[str, Card], around: Frame) -> _Laid | None:
    """A layout in which all fits, the inner ring as small as it can be; None where there is none."""
    room = _room(around)
    strip = max((cards[box.id].width + 5 for box in part.former), default=0.0)
    tall = min(room.height, (room.width - strip) / 1.5) / 2 - 0.5
    wide = min(room.width - strip - 1, tall * 2 * RATIO) / 2
    x, y = room.x + (room.width - strip) / 2, room.y + room.height / 2
    outer = Ring(x, y, wide, tall)
    for share in _SHARES if part.enables else (1.0,):
        inner = Ring(x, y, outer.wide * share, outer.tall * share)
        for airy in _AIRY:
            if found := _within(network, part, cards, (inner, outer), around, airy):
                return found
    return None


def _room(around: Frame) -> Place:
    return Place(around.left, around.top, around.width, around.height or _TALL)


def _within(
    network: Network,
    part: _Part,
    cards: Mapping[str, Card],
    rings: tuple[Ring, Ring],
    around: Frame,
    airy: float,
) -> _Laid | None:
    ids = [id_ for unit in part.units for id_ in unit.ids]
    middle = network.boxes[0][1].id if network.boxes else ""
    inner, outer = rings
    room = _room(around)
    high = max((cards[id_].height for id_ in (*ids, middle) if id_ in cards), default=12.0)
    wide, across, down = _SLOTS.get(around.paper.name, _SLOT)
    titles = [_title(unit, wide, across).height for unit in part.units if unit.area]
    over = max((height + 2.6 for height in titles), default=0.0)
    slots = Slots(inner, wide, high, across, airy * max(down, over))
    name = _ring_name(network, 1, inner)
    free = slots.free(lambda place: not overlap(place, name, 1.0))
    framed = slots.free(lambda place: not overlap(place, name, 1.0), over, _AREA)
    at = packed(part.units, free, framed)
    if at is None:
        return None
    title = _ring_name(network, 2, outer)
    enables = between(inner, outer, [_size(cards[box.id]) for box in part.enables], [title])
    strip = Place(outer.x + outer.wide + 5, room.y, 0, room.height)
    former = stacked(strip, [_size(cards[box.id]) for box in part.former])
    if enables is None or former is None:
        return None
    places = {id_: slots.place(slot, cards[id_].height) for id_, slot in at.items()}
    places |= {box.id: place for box, place in zip(part.enables, enables, strict=True)}
    places |= {box.id: place for box, place in zip(part.former, former, strict=True)}
    if middle:
        places[middle] = slots.place((0, 0), cards[middle].height)
    return _Laid(inner, outer, slots, at, places)


def _size(one: Card) -> tuple[float, float]:
    return one.width, one.height


def _ring_words(network: Network, ring: int) -> Lettering:
    words = network.lines[ring].words if len(network.lines) > ring else ""
    return one_line(words, _NAME, bold=True, colour=palette.ACCENT if ring == 1 else palette.MUTED)


def _ring_name(network: Network, ring: int, ring_: Ring) -> Place:
    """Where the name of a ring stands: at its top, in the middle."""
    words = _ring_words(network, ring)
    return Place(ring_.x - words.width / 2, ring_.y - ring_.tall + 2.5, words.width, words.height)


def _sheet(
    network: Network, part: _Part, cards: Mapping[str, Card], around: Frame, laid: _Laid
) -> Scene:
    shapes: list[Shape] = []
    if network.head.lacks:
        words = lettering(network.head.lacks, around.width, around.paper.size("value"))
        shapes.append(words.at(around.left, around.top, fact="lacks"))
        return around.scene(shapes, around.top + words.height)
    rings = [(1, laid.inner, _INNER)]
    if part.enables:
        rings.insert(0, (2, laid.outer, _OUTER))
    for rank, ring_, paint in rings:
        shapes.append(Stroke(ring_.path, paint))
        place = _ring_name(network, rank, ring_)
        shapes.append(_ring_words(network, rank).at(ring_.x, place.y, anchor="middle"))
    for unit in part.units:
        if unit.area:
            shapes += _area(around, unit, laid)
    shapes += _links(network.links, laid)
    former = {box.id for box in part.former}
    for _, box in network.boxes:
        if box.id in laid.places:
            shapes.append(
                _box(cards[box.id], laid.places[box.id], around, is_former=box.id in former)
            )
    return around.scene(shapes, around.top + (around.height or _TALL))


def _box(one: Card, place: Place, around: Frame, *, is_former: bool) -> Group:
    """A box at its place; of those outside the rings with a broken border."""
    group = one.draw(around, place.x, place.y)
    paint = _FORMER if is_former else None
    if one.box.tone == "enables":
        paint = Paint(palette.PAPER, palette.MUTED, 0.45)
    if one.box.tone == "customer":
        paint = Paint(palette.PAPER, palette.ACCENT, 0.9)
    if paint is None:
        paint = Paint(palette.PAPER, palette.ACCENT, 0.55)
    radius = _PILL if one.box.tone in {"enables", "customer"} else 1.6
    border = Rect(place.x, place.y, place.width, place.height, paint, radius)
    return replace(group, children=(border, *group.children[1:]))


def _title(unit: Unit, width: float, across: float) -> Lettering:
    """The name of an area, as wide as its boxes."""
    columns = 1 + max(column for column, _ in unit.slots)
    room = columns * (width + across) - across + 2 * _AREA - 2
    words = unit.area.fact.words if unit.area else ""
    return lettering(words, room, _TITLE, bold=True, colour=palette.ACCENT)


def _area(around: Frame, unit: Unit, laid: _Laid) -> Iterator[Shape]:
    """A broken line about boxes that belong together, with their name above them."""
    if unit.area is None:
        return
    places = [laid.places[id_] for id_ in unit.ids]
    left = min(place.x for place in places) - _AREA
    right = max(place.right for place in places) + _AREA
    words = _title(unit, laid.slots.width, laid.slots.across)
    top = min(place.y for place in places) - words.height - 1.4
    bottom = max(place.bottom for place in places) + _AREA
    paint = Paint("#d3e4ee", palette.ACCENT, 0.4, (3.2, 1.6))
    yield Group(
        (
            Rect(left, top - 0.6, right - left, bottom - top + 0.6, paint, 3.0),
            words.at((left + right) / 2, top, fact=unit.area.fact.id, anchor="middle"),
        ),
        around.group_id(unit.area.id),
        (("id", unit.area.id),),
    )


def _links(links: Sequence[Link], laid: _Laid) -> Iterator[Shape]:
    """Who gives what to whom: right-angled, in the ways between the slots."""
    for link in links:
        if link.source in laid.at and link.target in laid.at:
            corners_ = _way(laid, link)
            x, y = corners_[-1]
            before = corners_[-2]
            to = "right" if before[0] < x else "left"
            short = (x - 1.2 if to == "right" else x + 1.2, y)
            paint = palette.ARROW_IF if link.when else palette.ARROW
            yield Group(
                (Stroke(polyline([*corners_[:-1], short]), paint), signs.head(x, y, to)),
                data=(("source", link.source), ("target", link.target)),
            )


def _way(laid: _Laid, link: Link) -> list[tuple[float, float]]:
    (c1, _), (c2, r2) = laid.at[link.source], laid.at[link.target]
    start, end = laid.places[link.source], laid.places[link.target]
    y1, y2 = start.y + start.height / 2, end.y + end.height / 2
    leftward = c2 < c1
    x1, x2 = (start.x, end.right) if leftward else (start.right, end.x)
    half = laid.slots.across / 2
    if abs(c1 - c2) == 1:
        bus = x1 - half if leftward else x1 + half
        return [(x1, y1), (bus, y1), (bus, y2), (x2, y2)]
    if c1 == c2:
        bus = start.right + half
        return [(start.right, y1), (bus, y1), (bus, y2), (end.right, y2)]
    near = x1 - half if leftward else x1 + half
    far = x2 + half if leftward else x2 - half
    below = laid.slots.place((c2, r2), laid.slots.height).bottom + laid.slots.down / 2
    return [(x1, y1), (near, y1), (near, below), (far, below), (far, y2), (x2, y2)]
