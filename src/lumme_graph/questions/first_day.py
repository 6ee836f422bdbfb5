"""The earliest day of which a model records anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from lumme_graph.base.dates import UncertainDate
from lumme_graph.elements.evidence import Source
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import Spec, specs

_ABOUT_THE_RECORD = frozenset({"as_of", "review", "reviewed", "until"})


def first_fact(graph: ServiceGraph) -> date | None:
    """The earliest day that an element speaks of; days of documents and reviews are no facts."""
    days = (day for element in graph if not isinstance(element, Source) for day in _days(element))
    return min(days, default=None)


@cache
def _plan(cls: type[Node]) -> tuple[Spec, ...]:
    return tuple(
        spec
        for spec in specs(cls)
        if spec.name not in _ABOUT_THE_RECORD
        and (spec.datatype is UncertainDate or (spec.record is not None and _plan(spec.record)))
    )


def _days(node: Node) -> Iterator[date]:
    for spec in _plan(type(node)):
        value = getattr(node, spec.name)
        if isinstance(value, UncertainDate):
            day = value.earliest or value.latest
            if day is not None:
                yield day
        elif value is not None:
            for record in value if spec.many else (value,):
                yield from _days(record)
