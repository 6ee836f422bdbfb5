"""Questions on working together: what is shared, and what is produced jointly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lumme_graph.analysis.groups import groups, members
from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.development import Idea
from lumme_graph.elements.offer import Service
from lumme_graph.elements.who import GroupType
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Answer, Row, Total, fill
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.groups import MEMBERS
from lumme_graph.questions.in_common import WAYS, Shared, purchases, shared_offers
from lumme_graph.questions.shared import STATE, or_gap


@question(35, "libraries-sharing", Label("Which libraries share nothing, which only take?"))
def libraries_sharing(day: Day) -> Answer:
    """Each library with the ideas it shared and took up."""
    ideas = [i for i in day.graph.all(Idea) if i.from_ is None or i.from_.reached(day.date)]
    rows: list[Row] = []
    silent: list[Thing] = []
    takers: list[Thing] = []
    for library in day.libraries:
        shared = day.things(idea for idea in ideas if library.id in idea.shared_by)
        taken = day.things(idea for idea in ideas if library.id in idea.taken_up_by)
        rows.append(Row((day.thing(library), or_gap(shared), or_gap(taken))))
        if not shared:
            (takers if taken else silent).append(day.thing(library))
    note = Counted(
        "For {n} of {of} library no sharing is recorded; {takers} of them have taken up an idea.",
        "For {n} of {of} libraries no sharing is recorded; {takers} of them have taken up an idea.",
        by="of",
    )
    only = Label("only take")
    columns = (Label("library"), Label("shared"), Label("taken up"))
    sharing = Label("an idea shared")
    taking = Label("an idea shared or taken up")
    return Answer(
        columns,
        tuple(rows),
        fill(note, n=len(silent) + len(takers), of=len(rows), takers=len(takers)),
        (Total(only, len(takers), tuple(takers)),),
        (*gaps((taking, silent), (sharing, takers)), *membership_gap(day), *none_of(ideas, Idea)),
    )


@question(
    40, "joint-services", Label("Which services are produced jointly, by whom, and which could be?")
)
def joint_services(day: Day) -> Answer:
    """The services that libraries have in common: by a group, a network, a sub-network, a purchase."""
    services = day.all(Service)
    found = [*_by_group(day, services), *shared_offers(day, services), *purchases(day)]
    now = [one for one in found if one.now]
    alone = [s for s in services if s.id not in {one.service.id for one in now if one.service}]
    order = {service.id: at for at, service in enumerate(services)}
    found.sort(key=lambda one: order[one.service.id] if one.service else len(order))
    numbers = {way: sum(one.way == label for one in now) for way, label in WAYS.items()}
    said = {way: n or Missing.NOT_RECORDED.label for way, n in numbers.items()}
    produced = Label("what the group produces")
    totals = (
        Total(
            WAYS[way],
            n or Missing.NOT_RECORDED,
            day.things(one.service for one in now if one.service and one.way == WAYS[way]),
        )
        for way, n in numbers.items()
    )
    return Answer(
        _JOINT_SERVICES_COLUMNS,
        tuple(one.row(day) for one in found),
        fill(_JOINT_SERVICES_NOTE, of=len(services), **said),
        tuple(totals),
        (
            *gaps((_JOINT_SERVICES_COULD, day.things(alone)), (produced, _idle(day, services))),
            *none_of(services, Service),
        ),
    )


_JOINT_SERVICES_NOTE = Label(
    "In force – by working groups: {group}; for the network: {network}; by sub-networks: {sub_network}; bought: {purchase}; services in all {of}."
)


_JOINT_SERVICES_COLUMNS = (
    Service.kind.label,
    Label("how"),
    Label("by whom"),
    STATE,
    MEMBERS,
    Label("saves"),
)


def _by_group(day: Day, services: Iterable[Service]) -> Iterator[Shared]:
    """The services with a producing group, by how far it is."""
    for service in services:
        group = day.graph.get(service.produced_by)
        if group is not None:
            whom, state = day.thing(group), day.state(group)
            done = day.is_done(group)
            yield Shared(service, WAYS["group"], whom, state, day.things(members(day, group)), done)


_JOINT_SERVICES_COULD = Label("whether it is, or could be, produced jointly")


def _idle(day: Day, services: Iterable[Service]) -> Things:
    """The groups that are for producing and of which no service is recorded."""
    busy = {service.produced_by for service in services}
    found = (one.group for one in groups(day) if one.group.type is GroupType.PRODUCTION)
    return day.things(group for group in found if group.id not in busy)


QUESTIONS = (libraries_sharing, joint_services)
