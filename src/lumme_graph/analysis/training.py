"""Training: what was taught to whom, and whether those who lead groups were taught to lead."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.analysis.events import events, is_training
from lumme_graph.analysis.groups import groups
from lumme_graph.elements.events import Event, EventAudience, Topic
from lumme_graph.elements.groups import Group, Role
from lumme_graph.graph.day import Day, once

_LEADS = frozenset({EventAudience.LEADERS, EventAudience.GROUP_LEADS})


class Lead(NamedTuple):
    """A role that leads a group, and the trainings held that it may have had."""

    group: Group
    role: Role
    trained: tuple[Event, ...]


@once
def for_leads(day: Day) -> tuple[Event, ...]:
    """The trainings in network leadership for those who lead, held or not."""
    return tuple(
        event
        for event in events(day, is_training)
        if Topic.NETWORK_LEADERSHIP in event.topics
        and (not event.audience or not _LEADS.isdisjoint(event.audience))
    )


@once
def leads(day: Day) -> tuple[Lead, ...]:
    """Who leads which group, in the order of groups."""
    held = [event for event in for_leads(day) if day.is_done(event)]
    return tuple(
        Lead(one.group, role, tuple(event for event in held if _may_reach(event, role)))
        for one in groups(day)
        for role in one.leads
    )


def _may_reach(training: Event, role: Role) -> bool:
    """May a leader have taken part? Where libraries are recorded, its own must be among them."""
    held_at = {assignment.at for assignment in role.assignments}
    return not training.takers_part or not held_at or not held_at.isdisjoint(training.takers_part)
