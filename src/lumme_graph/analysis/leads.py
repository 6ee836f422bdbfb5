"""Under which name the lead of a project acted when it began."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Source
from lumme_graph.elements.project import Project
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.things import Missing
from lumme_graph.meta.ref import Ref


class Led(NamedTuple):
    """A project and its lead: its first day, the lead's name then with its sources, and today."""

    project: Project
    lead: Organisation
    start: UncertainDate | None
    then: Text | Missing
    sources: tuple[Ref[Source], ...]
    now: Text | Missing


@once
def led(day: Day) -> tuple[Led, ...]:
    """The projects whose lead is recorded."""
    return tuple(
        Led(
            project,
            lead,
            start,
            _name_within(lead, start),
            _sources(lead, start),
            _name_on(lead, day.date),
        )
        for project in day.all(Project)
        if (lead := day.graph.get(project.lead))
        for start in [day.start(project)]
    )


def _name_within(organisation: Organisation, day: UncertainDate | None) -> Text | Missing:
    """The name on a day; unknown where it changes within what is known of the day."""
    if day is None:
        return Missing.NOT_RECORDED
    if day.earliest is None or day.latest is None:
        return Missing.UNKNOWN
    found = {_name_on(organisation, bound) for bound in (day.earliest, day.latest)}
    return found.pop() if len(found) == 1 else Missing.UNKNOWN


def _sources(lead: Organisation, start: UncertainDate | None) -> tuple[Ref[Source], ...]:
    """The sources of the name on a day: a former name's own, else the organisation's."""
    if start is None:
        return ()
    for former in lead.former_names:
        if start.latest and holds(former.from_, former.to, start.latest):
            return former.sources or lead.sources
    return lead.sources


def _name_on(organisation: Organisation, day: date) -> Text | Missing:
    """The name on a day; unknown where a former one perhaps still holds."""
    for former in organisation.former_names:
        truth = holds(former.from_, former.to, day)
        if truth is not False:
            return former.name if truth else Missing.UNKNOWN
    return organisation.name
