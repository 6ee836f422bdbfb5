"""Questions on working together: what is shared, and what is produced jointly."""

from __future__ import annotations

from lumme_graph.analysis.groups import groups
from lumme_graph.analysis.joint import Shared, Way, shared
from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.development import Idea
from lumme_graph.elements.groups import GroupType
from lumme_graph.elements.offer import Service, YesNo
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing
from lumme_graph.meta.kind import Coded
from lumme_graph.questions.answers import Answer, Total, Value
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.groups import MEMBERS
from lumme_graph.questions.shared import STATE, saved
from lumme_graph.questions.table import AnswerColumn, table


@question(35, "libraries-sharing", Label("Which libraries share nothing, which only take?"))
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
        params={"takers": len(takers)},
        totals=(Total(Label("only take"), len(takers), takers),),
        more=(
            *gaps((Label("an idea shared or taken up"), silent), (Label("an idea shared"), takers)),
            *membership_gap(day),
            *none_of(ideas, Idea),
        ),
    )


@question(
    40, "joint-services", Label("Which services are produced jointly, by whom, and which could be?")
)
def joint_services(day: Day) -> Answer:
    """The services that libraries have in common: by a group, a network, a sub-network, a purchase."""
    services, rows = day.all(Service), shared(day)
    now = {way: [one for one in rows if one.is_now and one.way is way] for way in Way}
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
        AnswerColumn(STATE, [_state(one) for one in rows]),
        AnswerColumn(MEMBERS, [one.libraries for one in rows]),
        AnswerColumn(Label("saves"), [saved(one.service) if one.service else None for one in rows]),
        note=Label(
            "In force – by working groups: {group}; for the network: {network}; by sub-networks: {sub_network}; bought: {purchase}; services in all {of}."
        ),
        params={"of": len(services)}
        | {way.value: len(of) or Missing.NOT_RECORDED for way, of in now.items()},
        totals=(
            Total(
                way.label,
                len(of) or Missing.NOT_RECORDED,
                day.things(one.service for one in of if one.service),
            )
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


def _state(one: Shared) -> Value:
    """How far a group is; yes where it holds; until when where it is over; else not known."""
    if isinstance(one.state, Coded):
        return one.state
    if one.state:
        return YesNo.YES
    if one.state is None or one.until is None:
        return Missing.UNKNOWN
    return Label("until {day}").fill(day=one.until)
