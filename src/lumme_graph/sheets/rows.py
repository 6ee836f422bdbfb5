"""The rows of tables: what plain elements say, item by item, each with where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.meta.walk import PathIn, Walk
from lumme_graph.reading.document import Data, is_map
from lumme_graph.sheets.columns import SheetTable

Elements = Mapping[str, dict[str, Data]]
"""Plain elements by their ids."""


class ItemRow(NamedTuple):
    """An item of a table: its element, the part of it that owns the list, the list, and the place in it.

    For a table of a kind the item is the element itself. `owner` is what has the list, and `way`
    leads to it.
    """

    element: str
    part: str
    field: str
    place: int
    item: dict[str, Data]
    owner: dict[str, Data]
    way: PathIn = ()


def item_rows(table: SheetTable, elements: Elements) -> Iterator[ItemRow]:
    """What elements have for a table, in their order."""
    prefixes = tuple(f"{kind.kind.prefix}-" for kind in table.kinds)
    for id_, element in elements.items():
        if id_.startswith(prefixes):
            if table.is_kind:
                yield ItemRow(id_, "", "", 0, element, element)
            else:
                yield from _items(table, id_, element)


def _items(table: SheetTable, id_: str, element: dict[str, Data]) -> Iterator[ItemRow]:
    for part, owner, way in owners(table, element):
        for field in table.fields:
            for place, item in enumerate(owner.get(field) or ()):
                yield ItemRow(id_, part, field, place, as_item(table, item), owner, way)


def owners(
    table: SheetTable, element: dict[str, Data]
) -> Iterator[tuple[str, dict[str, Data], PathIn]]:
    """What has the lists of a table in an element: its local id (an element has none), and the way."""
    found: list[tuple[str, dict[str, Data], PathIn]] = [("", element, ())]
    for alias in table.way:
        found = [
            (str(part.get("id", "")), part, (*way, alias, at))
            for _, owner, way in found
            for at, part in enumerate(owner.get(alias) or ())
            if is_map(part)
        ]
    yield from found


def as_item(table: SheetTable, item: Data) -> dict[str, Data]:
    """An item as a mapping of the columns of its table: a text has its words below `text`."""
    if table.item is not None:
        return item if is_map(item) else {}
    return item if is_map(item) and is_map(item.get("text")) else {"text": item}


def as_listed(table: SheetTable, item: dict[str, Data]) -> Data:
    """An item as it stands in its list."""
    if table.item is not None or item.get("id"):
        return item
    return item.get("text")


def value_at(item: Data, path: Iterable[str]) -> Data:
    """What is at the end of a path of fields, if anything."""
    for name in path:
        if not is_map(item):
            return None
        item = item.get(name)
    return item


_TEXTS = Walk(lambda spec: spec.datatype is Text)


def tags_used(elements: Iterable[KeptElement]) -> set[str]:
    """The languages in which elements say anything."""
    return {tag for element in elements for text in _TEXTS.values(element) for tag in text}
