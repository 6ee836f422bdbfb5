"""What has days in a model, each with the dated owner around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from lumme_graph.elements.offer import Offer, YesNo
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import specs
from lumme_graph.meta.walk import PathIn, Walk


@cache
def _has_days(cls: type[Node]) -> bool:
    return {"from_", "to"} <= {spec.name for spec in specs(cls)}


_DATED = Walk(lambda spec: spec.record is not None and _has_days(spec.record))


def dated(element: Node) -> Iterator[tuple[Any, Any, PathIn]]:
    """What has days in an element: itself and its records, each with the dated owner around it."""
    found: dict[PathIn, Any] = {}
    if _has_days(type(element)):
        found[()] = element
        yield element, None, ()
    for _, _, record, path in _DATED.of(element):
        outer = next(
            (found[path[:at]] for at in range(len(path))[::-1] if path[:at] in found), None
        )
        found[path] = record
        holds = not isinstance(record, Offer) or record.is_ is YesNo.YES
        yield record, outer if holds else None, path
