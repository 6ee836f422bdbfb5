"""Questions on working together: what is shared, and what is produced jointly."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.analysis.groups import groups, members
from lumme_graph.analysis.joint import Shared, bought, offered_by_wholes
from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.development import Idea
from lumme_graph.elements.offer import Answer as YesNo
from lumme_graph.elements.offer import Service
from lumme_graph.elements.who import Group, GroupType, OrganisationType
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Answer, Total, Value, day_label, fill
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.groups import MEMBERS
from lumme_graph.questions.shared import STATE, saved
from lumme_graph.questions.table import Column, table


@question(35, "libraries-sharing", Label("Which libraries share nothing, which only take?"))
def libraries_sharing(day: Day) -> Answer:
    """Each library with the ideas it shared and took up."""
    ideas = [i for i in day.graph.all(Idea) if i.from_ is None or i.from_.reached(day.date)]
    shared = [[idea for idea in ideas if one.id in idea.shared_by] for one in day.libraries]
    taken = [[idea for idea in ideas if one.id in idea.taken_up_by] for one in day.libraries]
    both = list(zip(day.libraries, shared, taken, strict=True))
    silent = day.things(one for one, gave, took in both if not gave and not took)
    takers = day.things(one for one, gave, took in both if not gave and took)
    return table(
        day,
        Column(Label("library"), day.libraries),
        Column(Label("shared"), shared, key="n"),
        Column(Label("taken up"), taken),
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


WAYS = {
    "group": Group.kind.label,
    "network": Label("network"),
    "sub_network": Label("sub-network"),
    "purchase": Label("purchase"),
}
"""How a service can be common, by a key of its own."""


class _InCommon(NamedTuple):
    """How a service is common to libraries, and how far; of none, it is the service as a whole."""

    service: Service | None
    way: str
    whom: Thing
    state: Value
    libraries: Things
    now: bool


@question(
    40, "joint-services", Label("Which services are produced jointly, by whom, and which could be?")
)
def joint_services(day: Day) -> Answer:
    """The services that libraries have in common: by a group, a network, a sub-network, a purchase."""
    services = day.all(Service)
    places = {service.id: at for at, service in enumerate(services)}
    shared = (*offered_by_wholes(day), *bought(day))
    rows = sorted(
        (*_by_groups(day, services), *(_by_organisation(day, one) for one in shared)),
        key=lambda one: places[one.service.id] if one.service else len(places),
    )
    now = {way: [one for one in rows if one.now and one.way == way] for way in WAYS}
    common = {one.service.id for one in rows if one.now and one.service}
    busy = {service.produced_by for service in services}
    producing = (one.group for one in groups(day) if one.group.type is GroupType.PRODUCTION)
    idle = [group for group in producing if group.id not in busy]
    return table(
        day,
        Column(
            Service.kind.label,
            [one.service or Label("library service as a whole") for one in rows],
        ),
        Column(Label("how"), [WAYS[one.way] for one in rows]),
        Column(Label("by whom"), [one.whom for one in rows]),
        Column(STATE, [one.state for one in rows]),
        Column(MEMBERS, [one.libraries for one in rows]),
        Column(Label("saves"), [saved(one.service) if one.service else None for one in rows]),
        note=Label(
            "In force – by working groups: {group}; for the network: {network}; by sub-networks: {sub_network}; bought: {purchase}; services in all {of}."
        ),
        params={way: len(of) or Missing.NOT_RECORDED for way, of in now.items()}
        | {"of": len(services)},
        totals=(
            Total(
                WAYS[way],
                len(of) or Missing.NOT_RECORDED,
                day.things(one.service for one in of if one.service),
            )
            for way, of in now.items()
        ),
        more=(
            *gaps(
                (
                    Label("whether it is, or could be, produced jointly"),
                    day.things(one for one in services if one.id not in common),
                ),
                (Label("what the group produces"), day.things(idle)),
            ),
            *none_of(services, Service),
        ),
    )


def _by_groups(day: Day, services: list[Service]) -> list[_InCommon]:
    """The services with a producing group, by how far it is."""
    return [
        _InCommon(
            service,
            "group",
            day.thing(group),
            day.state(group),
            day.things(members(day, group)),
            day.is_done(group),
        )
        for service in services
        if (group := day.graph.get(service.produced_by))
    ]


def _by_organisation(day: Day, one: Shared) -> _InCommon:
    if one.service is None:
        way = "purchase"
    else:
        way = "network" if one.whom.type is OrganisationType.NETWORK else "sub_network"
    libraries = day.things(one.libraries)
    return _InCommon(
        one.service, way, day.thing(one.whom), _state(one), libraries, one.holds is True
    )


def _state(one: Shared) -> Value:
    """Yes where it holds; until when where it is over; else not known."""
    if one.holds:
        return YesNo.YES
    if one.holds is None or one.until is None:
        return Missing.UNKNOWN
    return fill(Label("until {day}"), day=day_label(one.until))
