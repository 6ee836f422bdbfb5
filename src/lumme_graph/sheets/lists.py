"""The items of one list, and the rows that somebody gave of it: which is which, which is new or gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lumme_graph.base.speaker import Speaker
from lumme_graph.meta.element import Record
from lumme_graph.meta.spec import specs
from lumme_graph.reading.document import Data, is_map
from lumme_graph.sheets.columns import SheetTable
from lumme_graph.sheets.layout import NUMBER
from lumme_graph.sheets.read_back import ReadRow
from lumme_graph.sheets.values import BookNames, CellRefused, Number

Item = dict[str, Data]


@dataclass(frozen=True)
class MatchedRows:
    """Items with their rows, rows of no item, and items without a row, by their places in the list."""

    pairs: tuple[tuple[int, ReadRow], ...]
    news: tuple[ReadRow, ...]
    gone: tuple[int, ...]


def matched(
    table: SheetTable, items: Sequence[Item], rows: Sequence[tuple[ReadRow, Item]]
) -> MatchedRows:
    """Which row is of which item: by place and key, then by key, then by place.

    A row comes with what it says of the item's key. So rows may be sorted, and a key changed.
    """
    keys = [key_of(table, item) for item in items]
    free = set(range(len(items)))
    pairs: dict[int, ReadRow] = {}
    left = list(enumerate(rows))
    places = [place_of(row) for row, _ in rows]
    wanted = [key_of(table, said) for _, said in rows]

    def take(fits: Callable[[int], int | None]) -> None:
        nonlocal left
        still: list[tuple[int, tuple[ReadRow, Item]]] = []
        for at, (row, said) in left:
            place = fits(at)
            if place is None or place not in free:
                still.append((at, (row, said)))
            else:
                free.discard(place)
                pairs[place] = row
        left = still

    def by_both(at: int) -> int | None:
        place = places[at]
        fits = place is not None and place < len(keys) and keys[place] == wanted[at]
        return place if fits else None

    waiting: dict[tuple[object, ...], list[int]] = {}

    def by_key(at: int) -> int | None:
        there = waiting.get(wanted[at])
        return there.pop(0) if there else None

    take(by_both)
    for place in sorted(free):
        waiting.setdefault(keys[place], []).append(place)
    take(by_key)
    take(lambda at: places[at])
    return MatchedRows(
        tuple(sorted(pairs.items())), tuple(row for _, (row, _) in left), tuple(sorted(free))
    )


def key_of(table: SheetTable, item: Item) -> tuple[object, ...]:
    """What tells an item apart from the others of its list, as far as it says it."""
    if item.get("id"):
        return ("id", str(item["id"]))
    if table.item is None:
        return _frozen(item.get("text"))
    assert issubclass(table.item, Record)  # noqa: S101 - lists are of records or of texts
    aliases = {spec.name: spec.alias for spec in specs(table.item)}
    return tuple(_frozen(item.get(aliases.get(name, name))) for name in table.item.key)


def _frozen(value: Data) -> tuple[object, ...]:
    if is_map(value):
        return tuple(sorted((key, _frozen(inner)) for key, inner in value.items()))
    return (str(value) if value is not None else "",)


def place_of(row: ReadRow) -> int | None:
    """The place in its list that a row says, counted from 0; none where it is no whole number."""
    number = number_of(row)
    return int(number) - 1 if number is not None and number >= 1 and number == int(number) else None


_NO_NAMES = BookNames(Speaker("en"))


def number_of(row: ReadRow) -> float | None:
    """The number of a row, if it is one."""
    cell = row.cells.get(NUMBER)
    try:
        said = Number().read(cell.value, _NO_NAMES) if cell is not None else None
    except CellRefused:
        return None
    return float(said) if isinstance(said, str) else None


def in_order(
    table: SheetTable, items: list[Item], found: MatchedRows, new: Sequence[tuple[ReadRow, Item]]
) -> list[Item]:
    """The items and the new ones in their order: where it means something, that of the numbers.

    A new row without a number follows the row above it, of the same owner; else it is the last.
    """
    if not table.ordered:
        return [*items, *(item for _, item in new)]
    numbers: dict[int, float] = {place: float(place + 1) for place in range(len(items))}
    for place, row in found.pairs:
        said = number_of(row)
        if said is not None:
            numbers[place] = said
    placed = [(numbers[place], 0, items[place]) for place in range(len(items))]
    above = sorted((row.sheet, row.number, numbers[place]) for place, row in found.pairs)
    for row, item in new:
        said = number_of(row)
        if said is None:
            before = [
                at for sheet, number, at in above if sheet == row.sheet and number < row.number
            ]
            said = before[-1] if before else float("inf")
        placed.append((said, row.number, item))
    return [item for _, _, item in sorted(placed, key=lambda one: one[:2])]
