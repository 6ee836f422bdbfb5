"""The earliest day of which a model records anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lumme_graph.base.dates import UncertainDate
from lumme_graph.elements.evidence import Source
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.spec import Spec
from lumme_graph.meta.walk import Walk

_ABOUT_THE_RECORD = frozenset({"as_of", "review", "reviewed", "until"})


def _is_a_fact(spec: Spec) -> bool:
    return spec.name not in _ABOUT_THE_RECORD


_DAYS = Walk(lambda spec: spec.datatype is UncertainDate and _is_a_fact(spec), into=_is_a_fact)


def first_fact(graph: ServiceGraph) -> date | None:
    """The earliest day that an element speaks of; days of documents and reviews are no facts."""
    elements = (element for element in graph if not isinstance(element, Source))
    said: Iterator[UncertainDate] = (day for one in elements for day in _DAYS.values(one))
    days = (day.earliest or day.latest for day in said)
    return min((day for day in days if day is not None), default=None)
