"""Questions on roles: when a project had no coordinator, and what has no owner."""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.analysis.coordination import Coordination, coordinations, hanging_on
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.elements.development import Target
from lumme_graph.elements.groups import Role, RoleType
from lumme_graph.elements.guide import Section
from lumme_graph.elements.project import Project
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.names import joined
from lumme_graph.graph.things import Missing
from lumme_graph.meta.kind import Kind
from lumme_graph.questions.answers import Answer, Total, Value
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import listed
from lumme_graph.questions.table import AnswerColumn, table


@question(
    39,
    "coordinator-gaps",
    Label("When was there no coordinator? Which tasks hang on the coordinator alone?"),
)
def coordinator_gaps(day: Day) -> Answer:
    """The days of each project without a recorded coordinator, and what the role alone leads or owns."""
    rows = coordinations(day)
    projects = day.all(Project)
    tasks = [_tasks(day, one.role) for one in rows]
    taskless = [day.thing(one.role) for one, task in zip(rows, tasks, strict=True) if not task]
    open_ = [
        (Label("a holder {days}").fill(days=_words(one)), day.things((one.project, one.role)))
        for one in rows
        if one.free
    ]
    said = [
        Label("{name} {days}").fill(name=day.thing(one.project).label, days=_words(one))
        for one in rows
    ]
    return table(
        day,
        AnswerColumn(Project.kind.label, [one.project for one in rows]),
        AnswerColumn(Role.kind.label, [one.role for one in rows]),
        AnswerColumn(Label("held"), [_held(one.role) for one in rows]),
        AnswerColumn(Label("no holder recorded"), [_words(one) for one in rows]),
        AnswerColumn(Label("hangs on it alone"), tasks),
        note=Label("No coordinator is recorded: {said}."),
        params={"said": listed(said)},
        more=(
            *gaps(*open_, (Label("the coordinator's tasks"), taskless)),
            *(() if rows else (Gap(RoleType.COORDINATOR.label, day.things(projects)),)),
            *none_of(projects, Project),
        ),
    )


def _held(role: Role) -> str:
    return ", ".join(f"{one.from_ or ''}–{one.to or ''}" for one in role.assignments)


def _words(one: Coordination) -> Message:
    """Days without a holder in words."""
    if isinstance(one.free, Missing):
        return Label("(period not recorded)")
    return listed(Plain(f"{first}–{last}") for first, last in one.free)


def _tasks(day: Day, role: Role) -> Value:
    """What hangs on a role alone: its own tasks in words, and what it leads or owns."""
    things = day.things(hanging_on(day, role))
    if not role.tasks:
        return things
    return joined([*role.tasks, *(thing.label for thing in things)])


@question(
    51, "without-owner", Label("Which targets, commitments and guide sections have no owner role?")
)
def without_owner(day: Day) -> Answer:
    """The targets, commitments and sections for which no owner is recorded, kind by kind."""
    kinds: tuple[tuple[Kind, Sequence[Target | Commitment | Section]], ...] = (
        (Target.kind, day.all(Target)),
        (Commitment.kind, day.all(Commitment)),
        (Section.kind, day.all(Section)),
    )
    without = [(kind, day.things(one for one in of if one.owner is None)) for kind, of in kinds]
    rows = [(thing, kind.label) for kind, things in without for thing in things]
    owner = Label("owner role of {kind}")
    return table(
        day,
        AnswerColumn(Label("what"), [thing for thing, _ in rows]),
        AnswerColumn(Label("kind"), [kind for _, kind in rows]),
        AnswerColumn(Label("owner"), [None for _ in rows]),
        note=Label("For {n} of {of} no owner role is recorded."),
        params={"n": len(rows), "of": sum(len(of) for _, of in kinds)},
        totals=(Total(kind.plural, len(things), things) for kind, things in without),
        more=(
            gap
            for (kind, things), (_, of) in zip(without, kinds, strict=True)
            for gap in (
                *gaps((owner.fill(kind=kind.plural), things)),
                *(() if of else (Gap(kind.plural),)),
            )
        ),
    )
