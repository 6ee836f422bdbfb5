"""Questions on roles: when a project had no coordinator, and what has no owner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.elements.development import Action, Event, Target
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.elements.project import Project
from lumme_graph.elements.promise import Commitment
from lumme_graph.elements.who import Assignment, Group, Role, RoleType
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.names import joined, label_of
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.questions.answers import Answer, Row, Total, Value, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import listed, or_gap

PROJECT = Project.kind.label
ROLE = Role.kind.label
Days = tuple[date, date]


@question(
    39,
    "coordinator-gaps",
    Label("When was there no coordinator? Which tasks hang on the coordinator alone?"),
)
def coordinator_gaps(day: Day) -> Answer:
    """The days of each project without a recorded coordinator, and what the role alone leads or owns."""
    rows: list[Row] = []
    open_: list[tuple[Message, tuple[Thing, ...]]] = []
    taskless: list[Thing] = []
    said: list[Message] = []
    projects = [(p, r) for p in day.all(Project) for r in _coordinators(day, p)]
    for project, role in projects:
        held = ", ".join(f"{a.from_ or ''}–{a.to or ''}" for a in role.assignments)
        free = _free_days(project, role.assignments, day.date)
        tasks = _tasks(day, role)
        values = (held or Missing.NOT_RECORDED, _words(free), or_gap(tasks))
        rows.append(Row((day.thing(project), day.thing(role), *values)))
        said.append(fill(_WHEN, name=day.thing(project).label, days=_words(free)))
        if free is None or free:
            open_.append((fill(_HOLDER, days=_words(free)), (day.thing(project), day.thing(role))))
        if not tasks:
            taskless.append(day.thing(role))
    return Answer(
        _COORDINATOR_GAPS_COLUMNS,
        tuple(rows),
        fill(_COORDINATOR_GAPS_NOTE, said=listed(said)),
        not_recorded=(
            *gaps(*open_, (Label("the coordinator's tasks"), taskless)),
            *(() if rows else (Gap(RoleType.COORDINATOR.label, day.things(day.all(Project))),)),
            *none_of(day.all(Project), Project),
        ),
    )


_COORDINATOR_GAPS_NOTE = Label("No coordinator is recorded: {said}.")


_COORDINATOR_GAPS_COLUMNS = (
    PROJECT,
    ROLE,
    Label("held"),
    Label("no holder recorded"),
    Label("hangs on it alone"),
)


_HOLDER = Label("a holder {days}")
_WHEN = Label("{name} {days}")
_NO_PERIOD = Label("(period not recorded)")


def _words(free: list[Days] | None) -> Message:
    """Days without a holder in words."""
    if free is None:
        return _NO_PERIOD
    return listed(Plain(f"{first}–{last}") for first, last in free)


def _coordinators(day: Day, project: Project) -> Iterator[Role]:
    """The coordinator roles that a project needs."""
    for ref in project.roles:
        role = day.graph.get(ref)
        if role is not None and role.type is RoleType.COORDINATOR:
            yield role


def _free_days(project: Project, held: tuple[Assignment, ...], day: date) -> list[Days] | None:
    """The days of a project up to a day that surely lie in no assignment; None if it has no period."""
    start = project.from_.latest if project.from_ else None
    end = project.to.earliest if project.to else day
    if start is None or end is None:
        return None
    last = min(end, day)
    spans = sorted(
        (
            (one.from_.earliest if one.from_ else None) or date.min,
            (one.to.latest if one.to else None) or date.max,
        )
        for one in held
    )
    found: list[Days] = []
    for first, until in [*spans, (date.max, date.max)]:
        if start < first and start <= last:
            found.append((start, min(last, first - timedelta(days=1))))
        if until == date.max:
            break
        start = max(start, until + timedelta(days=1))
    return found


def _tasks(day: Day, role: Role) -> Value:
    """What hangs on a role alone: its own tasks in words, and what it leads or owns."""
    things = day.things(_hang_on(day, role))
    if not role.tasks:
        return things
    return joined([*map(label_of, role.tasks), *(thing.label for thing in things)])


def _hang_on(day: Day, role: Role) -> Iterator[KeptElement]:
    """What a role alone leads or owns."""
    alone = {role.id}
    yield from (group for group in day.all(Group) if set(group.leads) == alone)
    yield from (event for event in day.all(Event) if set(event.led_by) == alone)
    yield from (target for target in day.all(Target) if target.owner == role.id)
    yield from (action for action in day.all(Action) if action.owner == role.id)
    yield from (one for one in day.all(Commitment) if one.owner == role.id)
    yield from (section for section in day.all(Section) if section.owner == role.id)


@question(
    51, "without-owner", Label("Which targets, commitments and guide sections have no owner role?")
)
def without_owner(day: Day) -> Answer:
    """The targets, commitments and sections for which no owner is recorded, kind by kind."""
    rows: list[Row] = []
    totals: list[Total] = []
    missing: list[Gap] = []
    of = 0
    kinds: list[tuple[type[KeptElement], list[Target | Commitment | Section]]] = [
        (Target, [*day.all(Target)]),
        (Commitment, [*day.all(Commitment)]),
        (Section, [*day.all(Section)]),
    ]
    for kind, elements in kinds:
        without = day.things(e for e in elements if e.owner is None)
        of += len(elements)
        rows += [Row((thing, kind.kind.label, Missing.NOT_RECORDED)) for thing in without]
        totals.append(Total(kind.kind.plural, len(without), without))
        missing += gaps((fill(_OWNER, kind=kind.kind.plural), without))
        missing += none_of(elements, kind)
    note = Label("For {n} of {of} no owner role is recorded.")
    columns = (Label("what"), Label("kind"), Label("owner"))
    return Answer(
        columns, tuple(rows), fill(note, n=len(rows), of=of), tuple(totals), tuple(missing)
    )


_OWNER = Label("owner role of {kind}")

QUESTIONS = (coordinator_gaps, without_owner)
