"""What has days in a model, and whether days that may be known only roughly surely clash."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, Protocol

from lumme_graph.base.dates import UncertainDate
from lumme_graph.elements.offer import Answer, Offer
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import specs
from lumme_graph.meta.walk import PathIn, Walk


class Period(NamedTuple):
    """From a first to a last day, each open where it is missing."""

    start: UncertainDate | None
    end: UncertainDate | None


class Dated(Protocol):
    """Whatever has a first and a last day."""

    @property
    def from_(self) -> UncertainDate | None:
        """Its first day."""

    @property
    def to(self) -> UncertainDate | None:
        """Its last day."""


def period(dated: Dated) -> Period:
    """The first and the last day of something."""
    return Period(dated.from_, dated.to)


def surely_before(a: UncertainDate | None, b: UncertainDate | None) -> bool:
    """Does the one day lie before the other, however roughly they are known?

    >>> day = UncertainDate.parse
    >>> surely_before(day("2018"), day("2019-01")), surely_before(day("2018"), day("2018-06"))
    (True, False)
    """
    if a is None or b is None or a.latest is None or b.earliest is None:
        return False
    return a.latest < b.earliest


def sticks_out(part: Period, whole: Period) -> bool:
    """Does a part surely begin before its whole, or end after it?

    A part with one day only is there on that day; an open end says nothing.
    """
    days = [day for day in part if day is not None]
    return any(surely_before(day, whole.start) or surely_before(whole.end, day) for day in days)


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
        holds = not isinstance(record, Offer) or record.is_ is Answer.YES
        yield record, outer if holds else None, path
