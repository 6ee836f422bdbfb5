"""For which libraries a section of the guide speaks, and where else what it is about is offered."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.analysis.coverage.links import scopes
from lumme_graph.elements.guide import Section
from lumme_graph.elements.offer import Service
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day


class Reach(NamedTuple):
    """The organisations that a section names and those it leaves out; none named means all.

    `also` are the libraries beyond them where a service that it is about is surely offered.
    """

    named: tuple[Organisation, ...]
    left_out: tuple[Organisation, ...]
    also: tuple[Organisation, ...]


def reach(day: Day, section: Section) -> Reach:
    """For whom a section speaks on the day."""
    named = tuple(one for ref in section.scope if (one := day.graph.get(ref)))
    left_out = tuple(one for ref in section.except_ if (one := day.graph.get(ref)))
    return Reach(named, left_out, _also(day, section))


def _also(day: Day, section: Section) -> tuple[Organisation, ...]:
    meant = scopes(day).of(section.scope, section.except_)
    if meant is None:
        return ()
    items = (day.graph.find(link.item) for link in section.covers)
    rows = [day.offers.row(item) for item in items if isinstance(item, Service)]
    return tuple(
        library
        for place, library in enumerate(day.libraries)
        if library.id not in meant and any(row[place] for row in rows)
    )
