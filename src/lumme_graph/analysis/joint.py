"""What is produced jointly, and what libraries have in common: by a group, a network, a purchase."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lumme_graph.analysis.coverage.result import is_retired
from lumme_graph.analysis.groups import members
from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.base.truth import Truth
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.groups import Group
from lumme_graph.elements.offer import Offer, Practice, Service, YesNo
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.who import Organisation, OrganisationType
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.membership import is_member
from lumme_graph.graph.offers import statements
from lumme_graph.graph.things import Missing
from lumme_graph.meta.kind import Coded


class Way(Coded):
    """Through whom libraries have something in common."""

    GROUP = "group", Group.kind.label
    NETWORK = "network", Label("network")
    SUB_NETWORK = "sub_network", Label("sub-network")
    PURCHASE = "purchase", Label("purchase")


class Shared(NamedTuple):
    """What libraries have in common: a service, or, without one, library service as a whole.

    `state` says how far a group is, else whether it is so on the day, until the day `until`.
    """

    service: Service | None
    way: Way
    whom: Organisation | Group
    state: Modality | Missing | Truth
    until: UncertainDate | None
    libraries: tuple[KeptElement, ...]

    @property
    def is_now(self) -> bool:
        """Is it surely so on the day?"""
        return self.state is True or self.state is Modality.DONE


_WHOLES = {
    OrganisationType.NETWORK: Way.NETWORK,
    OrganisationType.SUB_NETWORK: Way.SUB_NETWORK,
}


@once
def shared(day: Day) -> tuple[Shared, ...]:
    """All that libraries have in common: by service, in model order, then as a whole."""
    services = [
        one
        for service in day.all(Service)
        for one in (*_by_group(day, service), *_by_networks(day, service))
    ]
    return (*services, *_purchases(day))


def _by_group(day: Day, service: Service) -> Iterator[Shared]:
    group = day.graph.get(service.produced_by)
    if group is not None:
        yield Shared(service, Way.GROUP, group, day.state(group), None, members(day, group))


@once
def jointly_produced(day: Day) -> tuple[Service, ...]:
    """The services that a group is to produce, without those that are over."""
    found = (service for service in day.all(Service) if service.produced_by)
    return tuple(service for service in found if not is_retired(service, day.date))


def _by_networks(day: Day, service: Service) -> Iterator[Shared]:
    """The networks and sub-networks that offer a service, themselves or by a vehicle or branch."""
    told = [
        (whole, said.offer)
        for said in statements(day.graph, service)
        if said.offer.is_ is YesNo.YES and _has_begun(said.offer.from_, day.date)
        if isinstance(whole := day.graph.find(said.owner), Organisation) and whole.type in _WHOLES
    ]
    for whole in {whole.id: whole for whole, _ in told}.values():
        yield _offered(day, service, whole, [offer for by, offer in told if by is whole])


def _has_begun(start: UncertainDate | None, day: date) -> bool:
    return start is None or start.reached(day) is not False


def _offered(day: Day, service: Service, whole: Organisation, offers: list[Offer]) -> Shared:
    """By the offer that holds, else by the last one; its members are those of its last day."""
    holding = (o for o in offers if holds(o.from_, o.to, day.date) is not False)
    offer = next(holding, offers[-1])
    last = day.date if offer.to is None or offer.to.latest is None else offer.to.latest
    when = min(day.date, last)
    found = tuple(o for o in day.libraries if is_member(day.graph, o, whole.id, when))
    state = holds(offer.from_, offer.to, day.date)
    return Shared(service, _WHOLES[whole.type], whole, state, offer.to, found)


def _purchases(day: Day) -> Iterator[Shared]:
    """Each seller of library service, with the libraries of the day that buy from it."""
    made = [
        (library, one, holds(one.from_, one.to, day.date))
        for library in day.libraries
        for one in library.buys_from
        if _has_begun(one.from_, day.date)
    ]
    for ref in dict.fromkeys(one.seller for _, one, _ in made):
        seller = day.graph.get(ref)
        for truth in (True, None, False):
            some = [
                (lib, one) for lib, one, holding in made if one.seller == ref and holding is truth
            ]
            if some and seller:
                libraries = tuple(library for library, _ in some)
                yield Shared(None, Way.PURCHASE, seller, truth, some[-1][1].to, libraries)


def saved(element: KeptElement) -> Text | None:
    """What a service or practice saves, in words."""
    return element.saves if isinstance(element, Practice | Service) else None
