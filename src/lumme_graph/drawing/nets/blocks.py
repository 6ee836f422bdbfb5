"""What stands together about the middle of the rings: areas, sellers with their buyers, the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from lumme_graph.drawing import palette
from lumme_graph.drawing.card import Card
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.steps.rows import BoxPlace
from lumme_graph.views.shapes import Area, BoxLink

FRAME = 3.0
"""From the boxes of an area to its border."""
_LARGEST_AREA = 9
"""Boxes of an area that stand in one frame."""
_LARGEST_FAN = 5
"""Buyers that stand in one column beside their seller."""


class BlockGaps(NamedTuple):
    """The ways between two boxes, across and down."""

    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Unit:
    """Boxes that keep together, by their ids: an area, a seller before its buyers, or one box."""

    ids: tuple[str, ...]
    area: Area | None = None

    @property
    def is_fan(self) -> bool:
        """Is it a seller with its buyers?"""
        return self.area is None and len(self.ids) > 1


@dataclass(frozen=True, slots=True)
class NetBlock:
    """A unit that is laid out: its boxes from its upper left corner, and the name of its area."""

    unit: Unit
    width: float
    height: float
    places: Mapping[str, BoxPlace]
    title: Lettering | None = None


def units(ids: Sequence[str], links: Sequence[BoxLink], areas: Sequence[Area]) -> list[Unit]:
    """Areas first, then sellers with those who buy from them, then each of the rest."""
    left = dict.fromkeys(ids)
    made: list[Unit] = []
    for area in areas:
        members = [id_ for id_ in area.boxes if id_ in left]
        made += [Unit(some, area) for some in _parts(members, _LARGEST_AREA)]
        _take(left, members)
    buyers: dict[str, list[str]] = {}
    for link in links:
        if link.source in left and link.target in left and link.source != link.target:
            buyers.setdefault(link.source, []).append(link.target)
    for seller, found in buyers.items():
        free = [id_ for id_ in dict.fromkeys(found) if id_ in left][:_LARGEST_FAN]
        if seller in left and free:
            made.append(Unit((seller, *free)))
            _take(left, [seller, *free])
    return [*made, *(Unit((id_,)) for id_ in left)]


def loosened(units_: Sequence[Unit]) -> list[Unit]:
    """The same boxes in smaller units, where whole ones do not fit: two of an area, single ones."""
    return [
        Unit(some, unit.area) for unit in units_ for some in _parts(unit.ids, 2 if unit.area else 1)
    ]


def _parts(ids: Sequence[str], most: int) -> Iterator[tuple[str, ...]]:
    size = ceil(len(ids) / ceil(len(ids) / most)) if ids else 1
    for start in range(0, len(ids), size):
        yield tuple(ids[start : start + size])


def _take(left: dict[str, None], ids: Collection[str]) -> None:
    for id_ in ids:
        left.pop(id_)


def block(
    unit: Unit, cards: Mapping[str, Card], gaps: BlockGaps, paper: Paper, *, is_left: bool
) -> NetBlock:
    """A unit laid out; a seller stands on the side of the middle."""
    if unit.area:
        return _framed(unit, cards, gaps, paper)
    if unit.is_fan:
        return _fan(unit, cards, gaps, is_left=is_left)
    one = cards[unit.ids[0]]
    return NetBlock(
        unit, one.width, one.height, {unit.ids[0]: BoxPlace(0.0, 0.0, one.width, one.height)}
    )


def _fan(unit: Unit, cards: Mapping[str, Card], gaps: BlockGaps, *, is_left: bool) -> NetBlock:
    """The buyers in a column, their seller beside the middle of it."""
    seller, *buyers = (cards[id_] for id_ in unit.ids)
    column = max(one.width for one in buyers)
    places: dict[str, BoxPlace] = {}
    y = 0.0
    outer, inner = (0.0, column + gaps.across) if is_left else (seller.width + gaps.across, 0.0)
    for one in buyers:
        places[one.box.id] = BoxPlace(outer + (column - one.width) / 2, y, one.width, one.height)
        y += one.height + gaps.down
    height = max(y - gaps.down, seller.height)
    stacked = height - (y - gaps.down)
    moved = {id_: _down(place, stacked / 2) for id_, place in places.items()}
    middle = height / 2
    if len(buyers) % 2:
        about = moved[buyers[len(buyers) // 2].box.id]
        middle = about.y + about.height / 2
    top = min(max(0.0, middle - seller.height / 2), height - seller.height)
    moved[seller.box.id] = BoxPlace(inner, top, seller.width, seller.height)
    return NetBlock(unit, column + gaps.across + seller.width, height, moved)


def _down(place: BoxPlace, by: float) -> BoxPlace:
    return BoxPlace(place.x, place.y + by, place.width, place.height)


def _framed(unit: Unit, cards: Mapping[str, Card], gaps: BlockGaps, paper: Paper) -> NetBlock:
    """The boxes of an area in centred rows of two or three, under the area's name."""
    found = [cards[id_] for id_ in unit.ids]
    columns = 1 if len(found) <= 2 else 2 if len(found) <= 6 else 3  # noqa: PLR2004 - about square
    rows = [found[i : i + columns] for i in range(0, len(found), columns)]
    gap = BlockGaps(min(gaps.across, 8.0), min(gaps.down, 8.0))
    wide = max(sum(one.width for one in row) + gap.across * (len(row) - 1) for row in rows)
    words = unit.area.fact.words if unit.area else ""
    title = lettering(words, wide, paper.size("content"), bold=True, colour=palette.ACCENT)
    y = 1.6 + title.height + 2.4
    places: dict[str, BoxPlace] = {}
    for row in rows:
        high = max(one.height for one in row)
        x = FRAME + (wide - sum(one.width for one in row) - gap.across * (len(row) - 1)) / 2
        for one in row:
            places[one.box.id] = BoxPlace(x, y + (high - one.height) / 2, one.width, one.height)
            x += one.width + gap.across
        y += high + gap.down
    return NetBlock(unit, wide + 2 * FRAME, y - gap.down + FRAME, places, title)
