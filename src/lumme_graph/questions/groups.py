"""Questions on working together: groups and their leaders, roles, and what is shared."""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.analysis.coordination import Coordination, coordinations, hanging_on
from lumme_graph.analysis.groups import groups, membership_gap
from lumme_graph.analysis.joint import Shared, Way, saved, shared
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.periods import period
from lumme_graph.elements.development import Idea, Target
from lumme_graph.elements.groups import Group, GroupType, Leadership, Role, RoleType
from lumme_graph.elements.guide import Section
from lumme_graph.elements.offer import Service, YesNo
from lumme_graph.elements.project import Project
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.names import joined, span
from lumme_graph.graph.things import Missing
from lumme_graph.meta.kind import Coded, Kind
from lumme_graph.questions.answers import Answer, Total, Value
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import STATE, listed, not_done, recorded, said_of
from lumme_graph.questions.table import AnswerColumn, PlansTold, table

GROUP = Group.kind.label
MEMBERS = Label("member libraries")
LEADERS = Label("leaders")
LEADER = Label("the leader")
_WHETHER = Label("whether formed")


@question(12, Label("Which working groups exist, with members from which libraries?"))
def working_groups(day: Day) -> Answer:
    """Each group by how far it is, with the libraries that are represented."""
    found = groups(day)
    formed = [one.group for one in found]
    return table(
        day,
        AnswerColumn(GROUP, formed),
        AnswerColumn(STATE, [day.state(group) for group in formed]),
        AnswerColumn(MEMBERS, [one.members for one in found], gap=Label("the members")),
        AnswerColumn(LEADERS, [one.leads for one in found], gap=LEADER),
        note=Label("Groups: {said}."),
        plan=PlansTold(formed, Label("recorded as formed"), _WHETHER, is_first=True),
        none=Group.kind.plural,
    )


@question(22, Label("Which member libraries have no representative in the planning group?"))
def not_in_planning_group(day: Day) -> Answer:
    """Each planning group with the libraries represented, and those with no one recorded."""
    found = [one for one in groups(day) if one.group.type is GroupType.PLANNING]
    planning = [one.group for one in found]
    libraries = day.things(day.libraries)
    absent = [
        day.things(library for library in day.libraries if library not in one.members)
        for one in found
    ]
    seat = Label("a representative in {name}")
    seats = [seat.fill(name=day.thing(group).label) for group in planning]
    return table(
        day,
        AnswerColumn(GROUP, planning),
        AnswerColumn(STATE, [day.state(group) for group in planning]),
        AnswerColumn(Label("represented"), [one.members for one in found]),
        AnswerColumn(Label("no representative recorded"), absent, is_known=True),
        note=Counted(
            "For {n} of {of} library no representative is recorded.",
            "For {n} of {of} libraries no representative is recorded.",
            by="of",
        ),
        n=len({thing for of in absent for thing in of} if found else libraries),
        of=len(libraries),
        more=(
            *gaps(*zip(seats, absent, strict=True)),
            *not_done(day, planning, _WHETHER),
            *membership_gap(day),
            *(() if found else (Gap(GroupType.PLANNING.label, libraries),)),
        ),
    )


@question(33, Label("Which groups have a line manager only and no network leader?"))
def groups_with_line_manager_only(day: Day) -> Answer:
    """Each group with its line managers and network leaders; those with line managers only counted."""
    found = groups(day)
    only = day.things(one.group for one in found if one.is_line_led)
    leaderless = day.things(one.group for one in found if not one.leads)
    return table(
        day,
        AnswerColumn(GROUP, [one.group for one in found]),
        *(AnswerColumn(way.label, [one.led_by(way) for one in found]) for way in Leadership),
        note=Counted(
            "{n} of {of} group has a line manager only; for {leaderless} no leader is recorded.",
            "{n} of {of} groups have a line manager only; for {leaderless} no leader is recorded.",
            by="of",
        ),
        n=len(only),
        leaderless=len(leaderless),
        totals=(Total(Label("line manager only"), len(only), only),),
        more=gaps((LEADER, leaderless)),
        none=Group.kind.plural,
    )


@question(34, Label("Which working group has no leader?"))
def groups_without_leader(day: Day) -> Answer:
    """Each group with the roles that lead it."""
    found = [one.group for one in groups(day)]
    led = [one.leads for one in groups(day)]
    return table(
        day,
        AnswerColumn(GROUP, found),
        AnswerColumn(LEADERS, led, gap=LEADER),
        note=Counted(
            "For {n} of {of} group no leader is recorded.",
            "For {n} of {of} groups no leader is recorded.",
            by="of",
        ),
        totals=recorded(day, found, led),
        none=GROUP,
    )


@question(39, Label("When was there no coordinator? Which tasks hang on the coordinator alone?"))
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
        said=listed(said),
        more=(
            *gaps(*open_, (Label("the coordinator's tasks"), taskless)),
            *(() if rows else (Gap(RoleType.COORDINATOR.label, day.things(projects)),)),
            *none_of(projects, Project),
        ),
    )


def _held(role: Role) -> Message | None:
    held = [span(*period(one)) for one in role.assignments]
    return joined(held) if held else None


def _words(one: Coordination) -> Message:
    """Days without a holder in words."""
    if isinstance(one.free, Missing):
        return Label("(period not recorded)")
    return listed(span(first, last) for first, last in one.free)


def _tasks(day: Day, role: Role) -> Value:
    """What hangs on a role alone: its own tasks in words, and what it leads or owns."""
    things = day.things(hanging_on(day, role))
    if not role.tasks:
        return things
    return joined([*role.tasks, *(thing.label for thing in things)])


@question(51, Label("Which targets, commitments and guide sections have no owner role?"))
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
        n=len(rows),
        of=sum(len(of) for _, of in kinds),
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


@question(35, Label("Which libraries share nothing, which only take?"))
def libraries_sharing(day: Day) -> Answer:
    """Each library with the ideas it shared and took up."""
    ideas = [i for i in day.graph.all(Idea) if i.from_ is None or i.from_.reached(day.date)]
    given = [[idea for idea in ideas if one.id in idea.shared_by] for one in day.libraries]
    taken = [[idea for idea in ideas if one.id in idea.taken_up_by] for one in day.libraries]
    both = list(zip(day.libraries, given, taken, strict=True))
    silent = day.things(one for one, gave, took in both if not gave and not took)
    takers = day.things(one for one, gave, took in both if not gave and took)
    return table(
        day,
        AnswerColumn(Label("library"), day.libraries),
        AnswerColumn(Label("shared"), given, key="n"),
        AnswerColumn(Label("taken up"), taken),
        note=Counted(
            "For {n} of {of} library no sharing is recorded; {takers} of them have taken up an idea.",
            "For {n} of {of} libraries no sharing is recorded; {takers} of them have taken up an idea.",
            by="of",
        ),
        takers=len(takers),
        totals=(Total(Label("only take"), len(takers), takers),),
        more=(
            *gaps((Label("an idea shared or taken up"), silent), (Label("an idea shared"), takers)),
            *membership_gap(day),
            *none_of(ideas, Idea),
        ),
    )


@question(40, Label("Which services are produced jointly, by whom, and which could be?"))
def joint_services(day: Day) -> Answer:
    """The services that libraries have in common: by a group, a network, a sub-network, a purchase."""
    services, rows = day.all(Service), shared(day)
    now = {way: [one for one in rows if one.is_now and one.way is way] for way in Way}
    number = {way: len(of) or Missing.NOT_RECORDED for way, of in now.items()}
    common = {one.service.id for one in rows if one.is_now and one.service}
    could = day.things(service for service in services if service.id not in common)
    busy = {service.produced_by for service in services}
    producing = (one.group for one in groups(day) if one.group.type is GroupType.PRODUCTION)
    idle = day.things(group for group in producing if group.id not in busy)
    whole = Label("library service as a whole")
    return table(
        day,
        AnswerColumn(Service.kind.label, [one.service or whole for one in rows]),
        AnswerColumn(Label("how"), [one.way.label for one in rows]),
        AnswerColumn(Label("by whom"), [one.whom for one in rows]),
        AnswerColumn(STATE, [_held_now(one) for one in rows]),
        AnswerColumn(MEMBERS, [one.libraries for one in rows]),
        AnswerColumn(Label("saves"), [saved(one.service) if one.service else None for one in rows]),
        note=Label(
            "In force – by working groups: {group}; for the network: {network}; by sub-networks: {sub_network}; bought: {purchase}; services in all {of}."
        ).fill(**{way.value: said_of(n) for way, n in number.items()}),
        of=len(services),
        totals=(
            Total(way.label, number[way], day.things(one.service for one in of if one.service))
            for way, of in now.items()
        ),
        more=(
            *gaps(
                (Label("whether it is, or could be, produced jointly"), could),
                (Label("what the group produces"), idle),
            ),
            *none_of(services, Service),
        ),
    )


def _held_now(one: Shared) -> Value:
    """How far a group is; yes where it holds; until when where it is over; else not known."""
    if isinstance(one.state, Coded):
        return one.state
    if one.state:
        return YesNo.YES
    if one.state is None or one.until is None:
        return Missing.UNKNOWN
    return Label("until {day}").fill(day=one.until)
