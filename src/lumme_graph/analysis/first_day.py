"""The earliest day of which a model records anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lumme_graph.base.dates import UncertainDate
from lumme_graph.elements.evidence import Source
from lumme_graph.graph.day import Day, once
from lumme_graph.meta.spec import Spec
from lumme_graph.meta.walk import Walk

_ABOUT_THE_RECORD = frozenset({"as_of", "review", "reviewed", "until"})


def _is_a_fact(spec: Spec) -> bool:
    return spec.name not in _ABOUT_THE_RECORD


_DAYS = Walk(lambda spec: spec.datatype is UncertainDate and _is_a_fact(spec), into=_is_a_fact)


@once
def earliest(day: Day) -> date | None:
    """The earliest day that an element speaks of; days of documents and reviews are no facts."""
    elements = (element for element in day.graph if not isinstance(element, Source))
    said: Iterator[UncertainDate] = (when for one in elements for when in _DAYS.values(one))
    days = (when.earliest or when.latest for when in said)
    return min((one for one in days if one is not None), default=None)
