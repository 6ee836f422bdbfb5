"""Who belongs to which network: followed through sub-networks, however many lie between.

A library of a sub-network belongs to all that the sub-network belongs to, as long as each of these
memberships holds. A ring of memberships leads nowhere new.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.truth import Truth
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.service_graph import ServiceGraph

Bounds = tuple[UncertainDate | None, UncertainDate | None]
"""A first and a last day, each open where it is missing."""


def above(graph: ServiceGraph, organisation: Organisation, day: date) -> dict[str, Truth]:
    """What an organisation belongs to on a day, by id: True, or None where it is not sure."""
    surely = _reached(graph, organisation, day, perhaps=False)
    return {
        id_: True if id_ in surely else None
        for id_ in _reached(graph, organisation, day, perhaps=True)
    }


def _reached(
    graph: ServiceGraph, organisation: Organisation, day: date, *, perhaps: bool
) -> dict[str, None]:
    found: dict[str, None] = {}
    waiting = [organisation]
    while waiting:
        for membership in waiting.pop().memberships:
            truth = holds(membership.from_, membership.to, day)
            known = membership.of in found or membership.of == organisation.id
            if known or not (truth or (perhaps and truth is None)):
                continue
            found[str(membership.of)] = None
            whole = graph.get(membership.of)
            if whole is not None:
                waiting.append(whole)
    return found


def is_member(graph: ServiceGraph, organisation: Organisation, network: str, day: date) -> Truth:
    """Does an organisation belong to a network on a day, itself or through a sub-network?"""
    return above(graph, organisation, day).get(network, False)


def members(above: Mapping[str, Mapping[str, Truth]]) -> dict[str, dict[str, Truth]]:
    """For each organisation, those that are it or belong to it; `above` says what each belongs to."""
    made: dict[str, dict[str, Truth]] = {}
    for organisation, wholes in above.items():
        for id_, truth in {organisation: True, **wholes}.items():
            made.setdefault(id_, {})[organisation] = truth
    return made


def periods(graph: ServiceGraph, organisation: Organisation) -> Mapping[str, list[Bounds]]:
    """From when to when an organisation belongs to each network, by every way that leads there."""
    found: dict[str, list[Bounds]] = {}
    waiting: list[tuple[Organisation, Bounds]] = [(organisation, (None, None))]
    while waiting:
        here, span = waiting.pop(0)
        for membership in here.memberships:
            both = within(span, (membership.from_, membership.to))
            known = found.setdefault(str(membership.of), [])
            if membership.of == organisation.id or both in known or is_empty(both):
                continue
            known.append(both)
            whole = graph.get(membership.of)
            if whole is not None:
                waiting.append((whole, both))
    return found


def ways(graph: ServiceGraph, organisation: Organisation) -> dict[str, list[Bounds]]:
    """What an organisation belongs to, with the days on which each way leads there.

    A way surely leads there where each of its memberships surely holds, and perhaps where none
    surely does not: its bounds say both, of any day.
    """
    found: dict[str, list[Bounds]] = {}
    waiting: list[tuple[Organisation, Bounds]] = [(organisation, (None, None))]
    while waiting:
        here, span = waiting.pop(0)
        for membership in here.memberships:
            together = both(span, (membership.from_, membership.to))
            known = found.get(str(membership.of), [])
            if (
                membership.of != organisation.id
                and together not in known
                and not is_empty(together)
            ):
                found[str(membership.of)] = [*known, together]
                whole = graph.get(membership.of)
                if whole is not None:
                    waiting.append((whole, together))
    return found


def both(a: Bounds, b: Bounds) -> Bounds:
    """The bounds of what holds where two things do: surely if both surely do, else perhaps."""
    starts = [start for start in (a[0], b[0]) if start]
    ends = [end for end in (a[1], b[1]) if end]
    return (
        UncertainDate(
            max((day.earliest for day in starts if day.earliest), default=None),
            _most(max, [day.latest for day in starts]),
        )
        if starts
        else None,
        UncertainDate(
            _most(min, [day.earliest for day in ends]),
            min((day.latest for day in ends if day.latest), default=None),
        )
        if ends
        else None,
    )


def _most(most: Callable[[list[date]], date], days: list[date | None]) -> date | None:
    """The greatest or least of some days; of none of them where one is not known."""
    known = [day for day in days if day is not None]
    return most(known) if len(known) == len(days) else None


def within(a: Bounds, b: Bounds) -> Bounds:
    """What two periods have in common."""
    starts = [start for start in (a[0], b[0]) if start]
    ends = [end for end in (a[1], b[1]) if end]
    return max(starts, key=begun, default=None), min(ends, key=ended, default=None)


def is_empty(span: Bounds) -> bool:
    """Does a period surely end before it begins?"""
    start, end = span
    if start is None or end is None or start.earliest is None or end.latest is None:
        return False
    return end.latest < start.earliest


def begun(day: UncertainDate | None) -> date:
    """The day on which a beginning has surely come."""
    return date.min if day is None else day.latest or date.max


def ended(day: UncertainDate | None) -> date:
    """The day until which an end has surely not come."""
    return date.max if day is None else day.earliest or date.min
