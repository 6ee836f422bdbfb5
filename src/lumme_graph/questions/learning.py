"""Questions on what was taught: methods, change and service, network leadership."""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.analysis.events import events, is_training
from lumme_graph.analysis.groups import groups
from lumme_graph.analysis.training import Lead, for_leads, leads
from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.events import Event, EventAudience, Method, Topic
from lumme_graph.elements.groups import Group
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps
from lumme_graph.questions.answers import Answer
from lumme_graph.questions.asking import question
from lumme_graph.questions.events import WHETHER, held
from lumme_graph.questions.groups import GROUP, LEADER, LEADERS
from lumme_graph.questions.shared import listed, not_done
from lumme_graph.questions.table import AnswerColumn, table

_STAFF = tuple(one for one in EventAudience if one is not EventAudience.CUSTOMERS)


@question(28, Label("Which methods taught were later used?"))
def methods_taught_and_used(day: Day) -> Answer:
    """The methods of trainings, with the events that used them after the training was held."""
    taught = [event for event in events(day, is_training) if event.methods]
    others = [e for e in day.all(Event) if not is_training(e) and day.is_done(e)]
    courses = {
        method: own for method in Method if (own := [e for e in taught if method in e.methods])
    }
    given = {method: [e for e in own if day.is_done(e)] for method, own in courses.items()}
    used = {
        method: [e for e in others if method in e.methods and _after_one(e, own)]
        for method, own in given.items()
    }
    unused = [method.label for method, own in used.items() if not own]
    later = Label("later use of {methods}").fill(methods=listed(unused))
    return table(
        day,
        AnswerColumn(Label("method"), [*courses]),
        AnswerColumn(Label("trainings"), [*courses.values()]),
        AnswerColumn(Label("of them held"), [*given.values()]),
        AnswerColumn(Label("used later"), [*used.values()]),
        note=Label("Methods to be taught: {of}; no later use recorded for {n} of them."),
        n=len(unused),
        more=(
            *((Gap(later, day.things(taught)),) if unused else ()),
            *not_done(day, taught, WHETHER),
        ),
        none=Label("methods taught"),
    )


def _after_one(event: Event, courses: Sequence[Event]) -> bool:
    """Does it surely begin after one of the trainings began?"""
    start = event.from_.earliest if event.from_ else None
    ends = [course.from_.latest for course in courses if course.from_]
    return start is not None and any(end is not None and end <= start for end in ends)


@question(37, Label("Which staff groups got no training on change, which none on service?"))
def staff_training_topics(day: Day) -> Answer:
    """Each staff group with the trainings held for it on change and on service, and those planned."""
    topics = (Topic.CHANGE, Topic.SERVICE)
    found = [e for e in events(day, is_training) if not set(topics).isdisjoint(e.topics)]
    for_group = [[event for event in found if group in event.audience] for group in _STAFF]
    had = {
        topic: [[e for e in own if topic in e.topics and day.is_done(e)] for own in for_group]
        for topic in topics
    }
    lacking = {
        topic: [group.label for group, own in zip(_STAFF, of, strict=True) if not own]
        for topic, of in had.items()
    }
    gap = Label("training held on {topic}: {groups}")
    return table(
        day,
        AnswerColumn(Label("staff group"), _STAFF),
        AnswerColumn(Label("held: change"), had[Topic.CHANGE]),
        AnswerColumn(Label("held: service"), had[Topic.SERVICE]),
        AnswerColumn(
            Label("planned only"), [[e for e in own if not day.is_done(e)] for own in for_group]
        ),
        note=Label(
            "No training is recorded as held – on change: {change}; on service: {service}."
        ).fill(**{topic.value: listed(without) for topic, without in lacking.items()}),
        more=(
            *(
                Gap(gap.fill(topic=topic.label, groups=listed(without)))
                for topic, without in lacking.items()
                if without
            ),
            *not_done(day, found, WHETHER),
        ),
    )


@question(38, Label("Has every group leader been trained in network leadership?"))
def leaders_trained(day: Day) -> Answer:
    """Each group with its leaders, and the trainings in network leadership held for group leads."""
    found = [one.group for one in groups(day)]
    own = [[lead for lead in leads(day) if lead.group is group] for group in found]
    untrained = dict.fromkeys(day.thing(lead.role) for lead in leads(day) if not lead.trained)
    return table(
        day,
        AnswerColumn(GROUP, found),
        AnswerColumn(LEADERS, [[lead.role for lead in led] for led in own], gap=LEADER),
        AnswerColumn(Label("training held"), [_trained(led) for led in own]),
        note=Counted(
            "For {n} of {of} group no leader is recorded; training in network leadership for leads: {said}.",
            "For {n} of {of} groups no leader is recorded; training in network leadership for leads: {said}.",
            by="of",
        ),
        plan=held(for_leads(day)),
        more=gaps((Label("the leader's training in network leadership"), untrained)),
        none=Group.kind.plural,
    )


def _trained(led: Sequence[Lead]) -> list[Event]:
    return list({event.id: event for lead in led for event in lead.trained}.values())
