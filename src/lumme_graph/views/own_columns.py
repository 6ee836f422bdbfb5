"""A network's own fields as columns of flat rows, each of one type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from lumme_graph.base.extra import OwnValue, spelled
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.own_fields import own_fields
from lumme_graph.views.flat import Flat, FlatRow


def own_cells(elements: Sequence[KeptElement]) -> Iterable[FlatRow]:
    """The own fields of each element under `extra.` and their names, None where it has not got one.

    Numbers are numbers, days days; a list is one text, and so is a field of values of several types.
    """
    types = {name: _type_of(values) for name, values in own_fields(elements).items()}
    for element in elements:
        own: Mapping[str, OwnValue] = element.extra or {}
        yield {
            f"extra.{name}": _flat(own[name], kind) if name in own else None
            for name, kind in types.items()
        }


def _type_of(values: Iterable[OwnValue]) -> type:
    """The type that all values have; text where they have none in common."""
    found = {type(value) for value in values}
    if len(found) == 1:
        return found.pop()
    return Decimal if found == {int, Decimal} else str


def _flat(value: OwnValue, kind: type) -> Flat:
    if isinstance(value, tuple):
        return ", ".join(map(str, spelled(value)))
    if kind is Decimal and isinstance(value, int | Decimal):
        return float(value)
    return (
        value
        if kind in {bool, int, date} and not isinstance(value, Decimal)
        else str(spelled(value))
    )
