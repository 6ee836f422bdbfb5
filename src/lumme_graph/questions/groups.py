"""Questions on working groups: who is in them, and who leads them."""

from __future__ import annotations

from lumme_graph.analysis.groups import groups
from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.groups import Group, GroupType, Leadership
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps
from lumme_graph.questions.answers import Answer, Total
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.shared import STATE, not_done, recorded
from lumme_graph.questions.table import AnswerColumn, Plan, table

GROUP = Group.kind.label
MEMBERS = Label("member libraries")
LEADERS = Label("leaders")
LEADER = Label("the leader")
_WHETHER = Label("whether formed")


@question(
    12, "working-groups", Label("Which working groups exist, with members from which libraries?")
)
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
        plan=Plan(formed, Label("recorded as formed"), _WHETHER, is_first=True),
        none=Group.kind.plural,
    )


@question(
    22,
    "not-in-planning-group",
    Label("Which member libraries have no representative in the planning group?"),
)
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
        params={
            "n": len({thing for of in absent for thing in of} if found else libraries),
            "of": len(libraries),
        },
        more=(
            *gaps(*zip(seats, absent, strict=True)),
            *not_done(day, planning, _WHETHER),
            *membership_gap(day),
            *(() if found else (Gap(GroupType.PLANNING.label, libraries),)),
        ),
    )


@question(
    33,
    "groups-with-line-manager-only",
    Label("Which groups have a line manager only and no network leader?"),
)
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
        params={"n": len(only), "leaderless": len(leaderless)},
        totals=(Total(Label("line manager only"), len(only), only),),
        more=gaps((LEADER, leaderless)),
        none=Group.kind.plural,
    )


@question(34, "groups-without-leader", Label("Which working group has no leader?"))
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
