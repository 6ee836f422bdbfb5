"""What stands inside the inner ring: the middle, blocks at its sides, rows above and below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lumme_graph.drawing.card import Card
from lumme_graph.drawing.lettering import Lettering
from lumme_graph.drawing.nets.blocks import BlockGaps, NetBlock, Unit, block
from lumme_graph.drawing.nets.ring import Ring, overlap
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.steps.rows import BoxPlace
from lumme_graph.views.shapes import Area

_STEP = 2.0
"""How far a row that does not fit moves outwards at a time."""
_BESIDE = 3
"""Single boxes that stand under each other beside the middle, at most."""


@dataclass(frozen=True, slots=True)
class Framed:
    """An area with the place of its frame and its name."""

    area: Area
    place: BoxPlace
    title: Lettering


@dataclass(frozen=True, slots=True)
class Middle:
    """Where everything stands inside the ring."""

    places: Mapping[str, BoxPlace]
    areas: tuple[Framed, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What all is laid out about: the ring, the box in its middle, and what must stay free."""

    ring: Ring
    middle: BoxPlace
    taken: tuple[BoxPlace, ...]
    gaps: BlockGaps
    paper: Paper


def arranged(units: Sequence[Unit], cards: Mapping[str, Card], around: Around) -> Middle | None:
    """A layout that is even about the middle: sellers left, areas right, the rest above and below.

    None where something does not fit.
    """
    left, right, rest = _sides(units)
    columns = [
        (
            side,
            [
                block(one, cards, around.gaps, around.paper, is_left=side < 0)
                for one in (left if side < 0 else right)
            ],
        )
        for side in (-1, 1)
    ]
    half = max((one.width for _, column in columns for one in column), default=0.0)
    set_: list[tuple[NetBlock, BoxPlace]] = []
    for side, column in columns:
        set_ += _column(column, side, half, around)
    taken = [place for _, place in set_]
    if not all(around.ring.holds(place) for place in taken):
        return None
    if any(overlap(place, other, 1.0) for place in taken for other in around.taken):
        return None
    above = rest[: len(rest) // 2]
    for some, way in ((above, -1), (rest[len(above) :], 1)):
        found = _rows([cards[unit.ids[0]] for unit in some], way, taken, around)
        if found is None:
            return None
        single = dict(zip((unit.ids[0] for unit in some), some, strict=True))
        set_ += [
            (
                NetBlock(
                    single[id_], place.width, place.height, {id_: BoxPlace(0, 0, *_size(place))}
                ),
                place,
            )
            for id_, place in found.items()
        ]
    return _middle(set_)


def _size(place: BoxPlace) -> tuple[float, float]:
    return place.width, place.height


def _middle(blocks: Sequence[tuple[NetBlock, BoxPlace]]) -> Middle:
    places = {
        id_: BoxPlace(at.x + one.x, at.y + one.y, one.width, one.height)
        for block_, at in blocks
        for id_, one in block_.places.items()
    }
    areas = tuple(
        Framed(block_.unit.area, at, block_.title)
        for block_, at in blocks
        if block_.unit.area and block_.title
    )
    return Middle(places, areas)


def _sides(units: Sequence[Unit]) -> tuple[list[Unit], list[Unit], list[Unit]]:
    """What stands left of the middle, right of it, and above and below."""
    left = [unit for unit in units if unit.is_fan]
    right = [unit for unit in units if unit.area]
    rest = [unit for unit in units if not unit.is_fan and not unit.area]
    if not left and len(right) > 1:
        left, right = right[1::2], right[::2]
    elif not right and len(left) > 1:
        left, right = left[::2], left[1::2]
    for side, other in ((left, right), (right, left)):
        if not side and len(rest) > 1:
            count = _height(other) if other else min(_BESIDE, (len(rest) + 2) // 4)
            count = max(1, min(_BESIDE, count, len(rest) // (1 if other else 2)))
            side += [rest.pop(0) for _ in range(count)]
    return left, right, rest


def _height(units: Sequence[Unit]) -> int:
    """How many boxes are about as high as these units."""
    return sum(max(1, len(unit.ids) // 2) for unit in units)


def _column(
    blocks: Sequence[NetBlock], side: int, half: float, around: Around
) -> Iterator[tuple[NetBlock, BoxPlace]]:
    """Blocks under each other on one side of the middle, about its height."""
    down = around.gaps.down
    high = sum(one.height for one in blocks) + down * max(0, len(blocks) - 1)
    middle = around.middle
    x = middle.x + middle.width / 2 + side * (middle.width / 2 + around.gaps.across + half / 2)
    y = middle.y + middle.height / 2 - high / 2
    for one in blocks:
        yield one, BoxPlace(x - one.width / 2, y, one.width, one.height)
        y += one.height + down


def _rows(
    cards: Sequence[Card], way: int, taken: Sequence[BoxPlace], around: Around
) -> dict[str, BoxPlace] | None:
    """Boxes in the fewest centred rows that fit above (way −1) or below (1) the middle."""
    if not cards:
        return {}
    for count in range(1, len(cards) + 1):
        sizes = [len(cards) // count + (i < len(cards) % count) for i in range(count)]
        found: dict[str, BoxPlace] = {}
        start = around.middle.bottom if way > 0 else around.middle.y
        begin = 0
        for size in sizes:
            row = _row(cards[begin : begin + size], start, way, taken, around)
            if row is None:
                break
            found |= row
            begin += size
            start = (
                max(p.bottom for p in row.values()) if way > 0 else min(p.y for p in row.values())
            )
        else:
            return found
    return None


def _row(
    cards: Sequence[Card], start: float, way: int, taken: Sequence[BoxPlace], around: Around
) -> dict[str, BoxPlace] | None:
    """A centred row as near to the middle as it fits."""
    across, down = around.gaps
    wide = sum(one.width for one in cards) + across * (len(cards) - 1)
    high = max(one.height for one in cards)
    left = around.ring.x - wide / 2
    y = start + way * down + (0.0 if way > 0 else -high)
    while around.ring.y - around.ring.tall <= y <= around.ring.y + around.ring.tall:
        whole = BoxPlace(left, y, wide, high)
        if not any(overlap(whole, place, min(across, down)) for place in taken):
            places: dict[str, BoxPlace] = {}
            x = left
            for one in cards:
                places[one.box.id] = BoxPlace(x, y + (high - one.height) / 2, one.width, one.height)
                x += one.width + across
            fits = all(around.ring.holds(place) for place in places.values())
            free = not any(
                overlap(place, other, 1.0) for place in places.values() for other in around.taken
            )
            return places if fits and free else None
        y += way * _STEP
    return None
