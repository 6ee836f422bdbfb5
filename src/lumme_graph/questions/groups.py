"""Questions on working groups: who is in them, who leads them, what they produce, what is shared."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.base.dates import holds
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.elements.who import Group, GroupType, Leadership, Role
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.things import Thing, Things
from lumme_graph.questions.answers import Answer, Row, Total, fill
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.shared import STATE, not_done, or_gap, related, state_totals

GROUP = Group.kind.label
FORMED = Label("recorded as formed")
_WHETHER = Label("whether formed")
MEMBERS = Label("member libraries")
_MEMBERS_GAP = Label("the members")
_LEADS = Label("leaders")
_LEADS_GAP = Label("the leader")


def members(day: Day, group: Group) -> Things:
    """The libraries that are surely represented in a group on the day."""
    found = (m for m in group.members if holds(m.from_, m.to, day.date))
    return day.refs(dict.fromkeys(member.organisation for member in found))


def groups(day: Day) -> list[Group]:
    """The groups that are known on the day and not surely over."""
    return [g for g in day.all(Group) if g.to is None or g.to.passed(day.date) is not True]


@question(
    12, "working-groups", Label("Which working groups exist, with members from which libraries?")
)
def working_groups(day: Day) -> Answer:
    """Each group by how far it is, with the libraries that are represented."""
    found = groups(day)
    rows = [
        Row((day.thing(g), day.state(g), or_gap(members(day, g)), or_gap(day.refs(g.leads))))
        for g in found
    ]
    totals, said = state_totals(day, found, FORMED)
    empty = day.things(group for group in found if not members(day, group))
    return Answer(
        (GROUP, STATE, MEMBERS, _LEADS),
        tuple(rows),
        fill(Label("Groups: {said}."), said=said),
        totals,
        (
            *not_done(day, found, _WHETHER),
            *gaps((_MEMBERS_GAP, empty), (_LEADS_GAP, _leaderless(day, found))),
            *none_of(found, Group),
        ),
    )


def _leaderless(day: Day, found: Iterable[Group]) -> Things:
    return day.things(group for group in found if not group.leads)


@question(
    22,
    "not-in-planning-group",
    Label("Which member libraries have no representative in the planning group?"),
)
def not_in_planning_group(day: Day) -> Answer:
    """Each planning group with the libraries represented, and those with no one recorded."""
    found = [group for group in groups(day) if group.type is GroupType.PLANNING]
    libraries = day.things(day.libraries)
    rows: list[Row] = []
    pairs: list[tuple[Message, Things]] = []
    for group in found:
        there = members(day, group)
        absent = tuple(thing for thing in libraries if thing not in there)
        rows.append(Row((day.thing(group), day.state(group), or_gap(there), absent)))
        pairs.append((fill(_SEAT, name=day.thing(group).label), absent))
    note = Counted(
        "For {n} of {of} library no representative is recorded.",
        "For {n} of {of} libraries no representative is recorded.",
        by="of",
    )
    n = len({thing for _, absent in pairs for thing in absent}) if found else len(libraries)
    return Answer(
        (GROUP, STATE, Label("represented"), _NO_SEAT),
        tuple(rows),
        fill(note, n=n, of=len(libraries)),
        not_recorded=(
            *gaps(*pairs),
            *not_done(day, found, _WHETHER),
            *membership_gap(day),
            *(() if found else (Gap(GroupType.PLANNING.label, libraries),)),
        ),
    )


_SEAT = Label("a representative in {name}")
_NO_SEAT = Label("no representative recorded")


@question(
    33,
    "groups-with-line-manager-only",
    Label("Which groups have a line manager only and no network leader?"),
)
def groups_with_line_manager_only(day: Day) -> Answer:
    """Each group with its line managers and network leaders; those with line managers only counted."""
    found = groups(day)
    rows: list[Row] = []
    only: list[Thing] = []
    for group in found:
        roles = [role for ref in group.leads if (role := day.graph.get(ref))]
        line, network = (_leading(day, roles, way) for way in Leadership)
        rows.append(Row((day.thing(group), or_gap(line), or_gap(network))))
        if line and not network:
            only.append(day.thing(group))
    note = Counted(
        "{n} of {of} group has a line manager only; for {leaderless} no leader is recorded.",
        "{n} of {of} groups have a line manager only; for {leaderless} no leader is recorded.",
        by="of",
    )
    leaderless = _leaderless(day, found)
    only_label = Label("line manager only")
    return Answer(
        (GROUP, *(way.label for way in Leadership)),
        tuple(rows),
        fill(note, n=len(only), of=len(found), leaderless=len(leaderless)),
        (Total(only_label, len(only), tuple(only)),),
        (*gaps((_LEADS_GAP, leaderless)), *none_of(found, Group)),
    )


def _leading(day: Day, roles: Iterable[Role], way: Leadership) -> Things:
    return day.things(role for role in roles if role.leadership is way)


@question(34, "groups-without-leader", Label("Which working group has no leader?"))
def groups_without_leader(day: Day) -> Answer:
    """Each group with the roles that lead it."""
    return related(
        day,
        groups(day),
        lambda group: [role for ref in group.leads if (role := day.graph.get(ref))],
        columns=(GROUP, _LEADS),
        gap=_LEADS_GAP,
        note=Counted(
            "For {n} of {of} group no leader is recorded.",
            "For {n} of {of} groups no leader is recorded.",
            by="of",
        ),
    )


QUESTIONS = (
    working_groups,
    not_in_planning_group,
    groups_with_line_manager_only,
    groups_without_leader,
)
