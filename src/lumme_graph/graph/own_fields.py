"""Which fields of a network's own elements have."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.base.extra import OwnValue
from lumme_graph.elements.evidence import KeptElement


def own_fields(elements: Iterable[KeptElement]) -> dict[str, list[OwnValue]]:
    """The own fields that elements have, by their names, each with all its values in order."""
    found: dict[str, list[OwnValue]] = {}
    for element in elements:
        if element.extra is not None:
            for name, value in element.extra.items():
                found.setdefault(name, []).append(value)
    return dict(sorted(found.items()))
