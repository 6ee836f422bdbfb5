"""What projects plan: their items by how far they are, and their places in time and order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lumme_graph.base.periods import Interval, lies_within, period, sticks_out, surely_before
from lumme_graph.elements.development import Action, Decision
from lumme_graph.elements.events import Event
from lumme_graph.elements.groups import Group, Role
from lumme_graph.elements.parts import Aim, Modality
from lumme_graph.elements.project import Project, ProjectPhase
from lumme_graph.graph.day import Day, PlanItem, once
from lumme_graph.graph.things import Missing

Activity = Event | Decision | Action
"""What is done at a time."""

_NOT_DONE = frozenset({Modality.OPTION, Modality.PLANNED, Modality.ANNOUNCED, Modality.DECIDED})


@once
def plan_items(day: Day) -> tuple[PlanItem, ...]:
    """Everything that belongs to a project: groups, roles, events, decisions, actions."""
    items: list[PlanItem] = [*day.all(Group), *day.all(Role), *activities(day)]
    return tuple(item for item in items if day.project_of(item) is not None)


def activities(day: Day) -> list[Activity]:
    """The events, decisions and actions that are known on the day, of a project or of none."""
    return [*day.all(Event), *day.all(Decision), *day.all(Action)]


def by_state(day: Day, items: Iterable[PlanItem]) -> dict[Modality | Missing, list[PlanItem]]:
    """Items by how far they are on the day, the states in order, only those that occur."""
    found: dict[Modality | Missing, list[PlanItem]] = {}
    for item in items:
        found.setdefault(day.state(item), []).append(item)
    order: list[Modality | Missing] = [*reversed(Modality), *Missing]
    return {state: found[state] for state in order if state in found}


def by_aim(day: Day) -> dict[Aim | Missing, list[PlanItem]]:
    """Actions, then the other items of project plans, by the aim that they are read to serve."""
    others = (item for item in plan_items(day) if not isinstance(item, Action))
    items: list[PlanItem] = [*day.all(Action), *others]
    found: dict[Aim | Missing, list[PlanItem]] = {aim: [] for aim in Aim}
    found[Missing.NOT_RECORDED] = []
    for item in items:
        found[item.aim or Missing.NOT_RECORDED].append(item)
    return found


def when(item: PlanItem) -> Interval:
    """The first and the last day of an item; a role has none."""
    match item:
        case Decision():
            return Interval(item.date, item.date)
        case Role():
            return Interval(None, None)
        case _:
            return period(item)


class Prerequisite(NamedTuple):
    """What must come first, and the field that says so."""

    item: Activity
    field: tuple[str | int, ...]


class Placement(NamedTuple):
    """An activity with the project or phase outside which it surely lies, and what it surely precedes."""

    item: Activity
    outside: Project | ProjectPhase | None
    early: tuple[Prerequisite, ...]

    @property
    def is_wrong(self) -> bool:
        """Is something wrong with its days or its order?"""
        return self.outside is not None or bool(self.early)


@once
def placed(day: Day) -> tuple[Placement, ...]:
    """Each activity against the days of its project and phase, and against what must come first."""
    return tuple(_placed(day, item) for item in activities(day))


def _placed(day: Day, item: Activity) -> Placement:
    outside = (one for one in _wholes(day, item) if sticks_out(when(item), period(one)))
    early = (one for one in _prerequisites(day, item) if _is_early(day, item, one.item))
    return Placement(item, next(outside, None), tuple(early))


def _wholes(day: Day, item: Activity) -> Iterator[Project | ProjectPhase]:
    """The project of an activity, and the phase of it."""
    project = day.graph.get(item.project)
    if project is not None:
        yield project
        yield from (phase for phase in project.phases if phase.id == item.phase)


def _prerequisites(day: Day, item: Activity) -> Iterator[Prerequisite]:
    if isinstance(item, Decision):
        return
    for at, ref in enumerate(item.after):
        first = day.graph.find(ref)
        if isinstance(first, Event | Action):
            yield Prerequisite(first, ("after", at))
    decision = day.graph.get(item.decision) if isinstance(item, Action) else None
    if decision is not None:
        yield Prerequisite(decision, ("decision",))


def _is_early(day: Day, item: Activity, first: Activity) -> bool:
    """Did it surely begin before what must come first was over, or is it done and that is not?"""
    if not isinstance(first, Decision) and day.is_done(item) and day.state(first) in _NOT_DONE:
        return True
    own, other = when(item), when(first)
    return surely_before(own.start or own.end, other.end or other.start)


def side(item: PlanItem, project: Project) -> int | None:
    """Whether an item begins before a project (-1), within its days (0) or after it (1), if known."""
    own, whole = when(item), period(project)
    day = own.start or own.end
    if surely_before(day, whole.start):
        return -1
    if surely_before(whole.end, day):
        return 1
    return 0 if day is not None and lies_within(day, whole) else None
