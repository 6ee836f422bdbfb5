"""The coordinators of projects: when nobody held the role, and what hangs on it alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lumme_graph.elements.development import Action, Target
from lumme_graph.elements.events import Event
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.groups import Assignment, Group, Role, RoleType
from lumme_graph.elements.guide import Section
from lumme_graph.elements.project import Project
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.things import Missing

Days = tuple[date, date]
"""A first and a last day."""


class Coordination(NamedTuple):
    """A project's coordinator role, its position among the roles, and when nobody is known to hold it."""

    project: Project
    place: int
    role: Role
    free: tuple[Days, ...] | Missing


@once
def coordinations(day: Day) -> tuple[Coordination, ...]:
    """The coordinators of every project, with the days up to now that lie in no assignment."""
    return tuple(
        Coordination(project, place, role, _free(project, role.assignments, day.date))
        for project in day.all(Project)
        for place, ref in enumerate(project.roles)
        if (role := day.graph.get(ref)) and role.type is RoleType.COORDINATOR
    )


def _free(project: Project, held: tuple[Assignment, ...], day: date) -> tuple[Days, ...] | Missing:
    """The days of a project that surely lie in no assignment; unknown where it has no period."""
    start = project.from_.latest if project.from_ else None
    end = project.to.earliest if project.to else day
    if start is None or end is None:
        return Missing.UNKNOWN
    spans = sorted(
        (
            (one.from_.earliest if one.from_ else None) or date.min,
            (one.to.latest if one.to else None) or date.max,
        )
        for one in held
    )
    return tuple(_between(spans, start, min(end, day)))


def _between(spans: list[Days], start: date, last: date) -> Iterator[Days]:
    """The days from a first to a last that lie in no span; the spans are in order."""
    for first, until in spans:
        if start < first and start <= last:
            yield start, min(last, first - timedelta(days=1))
        if until >= last:
            return
        start = max(start, until + timedelta(days=1))
    if start <= last:
        yield start, last


def hanging_on(day: Day, role: Role) -> Iterator[KeptElement]:
    """The elements that a role leads or owns with no other."""
    alone = {role.id}
    yield from (group for group in day.all(Group) if set(group.leads) == alone)
    yield from (event for event in day.all(Event) if set(event.led_by) == alone)
    owned: list[Target | Action | Commitment | Section] = [
        *day.all(Target),
        *day.all(Action),
        *day.all(Commitment),
        *day.all(Section),
    ]
    yield from (one for one in owned if one.owner == role.id)
