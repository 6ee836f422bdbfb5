"""What stands together in the ring of those who produce: areas, sellers with their buyers, the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from lumme_graph.drawing.nets.slots import Slot
from lumme_graph.views.shapes import Area, Link

Side = Literal["left", "right", "any"]


@dataclass(frozen=True, slots=True)
class Unit:
    """Boxes that keep together, each at a slot from the unit's first; `side` is where it would stand."""

    ids: tuple[str, ...]
    slots: tuple[Slot, ...]
    side: Side = "any"
    area: Area | None = None

    @property
    def room(self) -> tuple[Slot, ...]:
        """The slots that it fills: of an area the whole block, with the empty ones."""
        if self.area is None:
            return self.slots
        columns = 1 + max(column for column, _ in self.slots)
        rows = 1 + max(row for _, row in self.slots)
        return tuple((column, row) for row in range(rows) for column in range(columns))


def units(ids: Sequence[str], links: Sequence[Link], areas: Sequence[Area]) -> list[Unit]:
    """Areas first, then sellers with those who buy from them, then each of the rest."""
    left = dict.fromkeys(ids)
    made: list[Unit] = []
    for area in areas:
        members = [id_ for id_ in area.boxes if id_ in left]
        if members:
            made.append(_block(members, area))
            _take(left, members)
    buyers: dict[str, list[str]] = {}
    for link in links:
        if link.source in left and link.target in left and link.source != link.target:
            buyers.setdefault(link.source, []).append(link.target)
    for seller, found in buyers.items():
        free = [id_ for id_ in dict.fromkeys(found) if id_ in left]
        if seller in left and free:
            made.append(_fan(seller, free))
            _take(left, [seller, *free])
    return [*made, *(Unit((id_,), ((0, 0),)) for id_ in left)]


def _take(left: dict[str, None], ids: Collection[str]) -> None:
    for id_ in ids:
        left.pop(id_)


def _block(members: Sequence[str], area: Area) -> Unit:
    """An area as a block about twice as high as wide in boxes."""
    columns = ceil((len(members) / 1.6) ** 0.5)
    slots = tuple((i % columns, i // columns) for i in range(len(members)))
    return Unit(tuple(members), slots, "right", area)


def _fan(seller: str, buyers: Sequence[str]) -> Unit:
    """A seller at the left, its buyers in a column right of it."""
    middle = (len(buyers) - 1) // 2
    return Unit((seller, *buyers), ((0, middle), *((1, row) for row in range(len(buyers)))), "left")


def packed(
    units_: Sequence[Unit], free: Sequence[Slot], framed: Collection[Slot]
) -> Mapping[str, Slot] | None:
    """A slot for each box, units whole; None where there are too few.

    `framed` are the slots that have room for the line about an area.
    """
    left = dict.fromkeys(free)
    found: dict[str, Slot] = {}
    reach = max((abs(column) for column, _ in free), default=0)
    for unit in units_:
        allowed = left if unit.area is None else {slot: None for slot in left if slot in framed}
        starts = [start for start in left if _fits(unit, start, allowed)]
        if not starts:
            return None
        start = min(starts, key=lambda start: _cost(unit, start, reach))
        for id_, slot in zip(unit.ids, unit.slots, strict=True):
            at = (start[0] + slot[0], start[1] + slot[1])
            found[id_] = at
        for slot in unit.room:
            del left[start[0] + slot[0], start[1] + slot[1]]
    return found


def _fits(unit: Unit, start: Slot, left: Mapping[Slot, None]) -> bool:
    return all((start[0] + column, start[1] + row) in left for column, row in unit.room)


def _cost(unit: Unit, start: Slot, reach: int) -> tuple[float, int, int]:
    """How far the middle of a unit is from where it would stand."""
    x = start[0] + sum(column for column, _ in unit.slots) / len(unit.slots)
    y = start[1] + sum(row for _, row in unit.slots) / len(unit.slots)
    wanted = {"left": -reach * 0.7, "right": reach * 0.7, "any": 0.0}[unit.side]
    return (((x - wanted) / 1.6) ** 2 + y**2, start[1], start[0])


def shared(units_: Sequence[Unit], sheets: int) -> list[list[Unit]]:
    """The units of each sheet, in order, each sheet with about as many boxes."""
    total = sum(len(unit.ids) for unit in units_)
    most = ceil(total / sheets) if sheets else total
    made: list[list[Unit]] = [[]]
    count = 0
    for unit in units_:
        if made[-1] and count + len(unit.ids) > most and len(made) < sheets:
            made.append([])
            count = 0
        made[-1].append(unit)
        count += len(unit.ids)
    return made + [[] for _ in range(sheets - len(made))]
