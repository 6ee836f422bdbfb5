"""Questions on what was taught: methods, change and service, network leadership; and the synthesis."""

from __future__ import annotations

from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.elements.development import Event, EventAudience, Method, Topic
from lumme_graph.elements.who import Group, Role
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.things import Thing
from lumme_graph.questions.answers import Answer, Row, Value, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.events import HELD, WHETHER, events, is_training
from lumme_graph.questions.groups import groups as groups_on
from lumme_graph.questions.shared import listed, not_done, or_gap, state_totals

_STAFF = tuple(one for one in EventAudience if one is not EventAudience.CUSTOMERS)


@question(28, "methods-taught-and-used", Label("Which methods taught were later used?"))
def methods_taught_and_used(day: Day) -> Answer:
    """The methods of trainings, with the events that used them after the training was held."""
    taught = [event for event in events(day, is_training) if event.methods]
    others = [e for e in day.all(Event) if not is_training(e) and day.is_done(e)]
    rows: list[Row] = []
    unused: list[Message] = []
    for method in Method:
        courses = [event for event in taught if method in event.methods]
        if not courses:
            continue
        held = [event for event in courses if day.is_done(event)]
        used = [e for e in others if method in e.methods and _after_one(e, held)]
        values = (
            method,
            day.things(courses),
            or_gap(day.things(held)),
            or_gap(day.things(used)),
        )
        rows.append(Row(values))
        if not used:
            unused.append(method.label)
    used_gap = fill(_USE, methods=listed(unused))
    unheld = day.things(event for event in taught if not day.is_done(event))
    return Answer(
        _METHODS_TAUGHT_AND_USED_COLUMNS,
        tuple(rows),
        fill(_METHODS_TAUGHT_AND_USED_NOTE, of=len(rows), n=len(unused)),
        not_recorded=(
            *((Gap(used_gap, day.things(taught)),) if unused else ()),
            *gaps((WHETHER, unheld)),
            *(() if taught else (Gap(_METHODS),)),
        ),
    )


_METHODS_TAUGHT_AND_USED_NOTE = Label(
    "Methods to be taught: {of}; no later use recorded for {n} of them."
)


_METHODS_TAUGHT_AND_USED_COLUMNS = (
    Label("method"),
    Label("trainings"),
    Label("of them held"),
    Label("used later"),
)


_USE = Label("later use of {methods}")
_METHODS = Label("methods taught")


def _after_one(event: Event, courses: list[Event]) -> bool:
    """Does it surely begin after one of the trainings began?"""
    start = event.from_.earliest if event.from_ else None
    ends = [course.from_.latest for course in courses if course.from_]
    return start is not None and any(end is not None and end <= start for end in ends)


@question(
    37,
    "staff-training-topics",
    Label("Which staff groups got no training on change, which none on service?"),
)
def staff_training_topics(day: Day) -> Answer:
    """Each staff group with the trainings held for it on change and on service, and those planned."""
    found = [
        e for e in events(day, is_training) if {Topic.CHANGE, Topic.SERVICE}.intersection(e.topics)
    ]
    rows: list[Row] = []
    lacking: dict[Topic, list[Message]] = {Topic.CHANGE: [], Topic.SERVICE: []}
    for group in _STAFF:
        own = [event for event in found if group in event.audience]
        cells: list[Value] = []
        for topic, without in lacking.items():
            held = day.things(e for e in own if topic in e.topics and day.is_done(e))
            cells.append(or_gap(held))
            if not held:
                without.append(group.label)
        plans = day.things(e for e in own if not day.is_done(e))
        rows.append(Row((group, *cells, or_gap(plans))))
    said = {topic.value: listed(without) for topic, without in lacking.items()}
    return Answer(
        _STAFF_TRAINING_TOPICS_COLUMNS,
        tuple(rows),
        fill(_STAFF_TRAINING_TOPICS_NOTE, **said),
        not_recorded=(
            *(
                Gap(fill(_STAFF_TRAINING_TOPICS_GAP, topic=topic.label, groups=listed(without)))
                for topic, without in lacking.items()
                if without
            ),
            *not_done(day, found, WHETHER),
        ),
    )


_STAFF_TRAINING_TOPICS_NOTE = Label(
    "No training is recorded as held – on change: {change}; on service: {service}."
)


_STAFF_TRAINING_TOPICS_COLUMNS = (
    Label("staff group"),
    Label("held: change"),
    Label("held: service"),
    Label("planned only"),
)


_STAFF_TRAINING_TOPICS_GAP = Label("training held on {topic}: {groups}")


@question(
    38, "leaders-trained", Label("Has every group leader been trained in network leadership?")
)
def leaders_trained(day: Day) -> Answer:
    """Each group with its leaders, and the trainings in network leadership held for group leads."""
    found = leadership_trainings(day)
    held = [event for event in found if day.is_done(event)]
    groups = groups_on(day)
    rows: list[Row] = []
    untrained: dict[Thing, None] = {}
    for group in groups:
        leads = [role for ref in group.leads if (role := day.graph.get(ref))]
        reached = [e for e in held if any(may_reach(e, role) for role in leads)]
        values = (or_gap(day.things(leads)), or_gap(day.things(reached)))
        rows.append(Row((day.thing(group), *values)))
        for role in leads:
            if not any(may_reach(event, role) for event in held):
                untrained[day.thing(role)] = None
    leaderless = day.things(group for group in groups if not group.leads)
    totals, said = state_totals(day, found, HELD)
    return Answer(
        _LEADERS_TRAINED_COLUMNS,
        tuple(rows),
        fill(_LEADERS_TRAINED_NOTE, n=len(leaderless), of=len(groups), said=said),
        totals,
        (
            *gaps((Label("the leader"), leaderless), (_LEADERS_TRAINED_GAP, untrained)),
            *not_done(day, found, WHETHER),
            *none_of(groups, Group),
        ),
    )


_LEADERS_TRAINED_NOTE = Counted(
    "For {n} of {of} group no leader is recorded; training in network leadership for leads: {said}.",
    "For {n} of {of} groups no leader is recorded; training in network leadership for leads: {said}.",
    by="of",
)


_LEADERS_TRAINED_COLUMNS = (Group.kind.label, Label("leaders"), Label("training held"))


_LEADERS_TRAINED_GAP = Label("the leader's training in network leadership")


def may_reach(training: Event, role: Role) -> bool:
    """May a leader have taken part? Where libraries are recorded, its own must be among them."""
    held_at = {assignment.at for assignment in role.assignments}
    return not training.takers_part or not held_at or not held_at.isdisjoint(training.takers_part)


def leadership_trainings(day: Day) -> list[Event]:
    """The trainings in network leadership that are for leaders or group leads."""
    return [
        event
        for event in events(day, is_training)
        if Topic.NETWORK_LEADERSHIP in event.topics and _for_leads(event)
    ]


def _for_leads(event: Event) -> bool:
    leads = {EventAudience.LEADERS, EventAudience.GROUP_LEADS}
    return not event.audience or not leads.isdisjoint(event.audience)


QUESTIONS = (methods_taught_and_used, staff_training_topics, leaders_trained)
