"""What is produced jointly, and what libraries have in common by a network or by a purchase."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lumme_graph.analysis.coverage.result import is_retired
from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.truth import Truth
from lumme_graph.elements.offer import Answer as YesNo
from lumme_graph.elements.offer import Offer, Service
from lumme_graph.elements.who import Branch, Organisation, OrganisationType, Vehicle
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.membership import is_member

_WHOLES = frozenset({OrganisationType.NETWORK, OrganisationType.SUB_NETWORK})


class Shared(NamedTuple):
    """What libraries have in common through an organisation that offers or sells it to them.

    It is a service that is offered to all members, or, without one, library service as a whole.
    `holds` says whether it is so on the day, `until` its last day.
    """

    service: Service | None
    whom: Organisation
    holds: Truth
    until: UncertainDate | None
    libraries: tuple[Organisation, ...]


@once
def jointly_produced(day: Day) -> tuple[Service, ...]:
    """The services that a group is to produce, without those that are over."""
    found = (service for service in day.all(Service) if service.produced_by)
    return tuple(service for service in found if not is_retired(service, day.date))


@once
def offered_by_wholes(day: Day) -> tuple[Shared, ...]:
    """The services that a network or sub-network is said to offer, itself or by its vehicle."""
    return tuple(
        _offered(day, service, day.graph[Organisation, id_], offers)
        for service in day.all(Service)
        for id_, offers in _by_whole(day, service).items()
    )


def _by_whole(day: Day, service: Service) -> dict[str, list[Offer]]:
    """The offers of a service that have begun, or may have, by the network that states them."""
    found: dict[str, list[Offer]] = {}
    for offer in service.offered:
        whole = _whole(day, offer)
        if whole is not None and offer.is_ is YesNo.YES and _has_begun(offer.from_, day.date):
            found.setdefault(whole.id, []).append(offer)
    return found


def _whole(day: Day, offer: Offer) -> Organisation | None:
    """The network or sub-network that states an offer, or whose vehicle or branch it is at."""
    at = day.graph.get(offer.at)
    owner = day.graph.get(at.organisation) if isinstance(at, Branch | Vehicle) else at
    return owner if owner is not None and owner.type in _WHOLES else None


def _has_begun(start: UncertainDate | None, day: date) -> bool:
    return start is None or start.reached(day) is not False


def _offered(day: Day, service: Service, whole: Organisation, offers: list[Offer]) -> Shared:
    """By the offer that holds, else by the last one; its members are those of its last day."""
    holding = (o for o in offers if holds(o.from_, o.to, day.date) is not False)
    offer = next(holding, offers[-1])
    last = day.date if offer.to is None or offer.to.latest is None else offer.to.latest
    when = min(day.date, last)
    members = tuple(o for o in day.libraries if is_member(day.graph, o, whole.id, when))
    return Shared(service, whole, holds(offer.from_, offer.to, day.date), offer.to, members)


@once
def bought(day: Day) -> tuple[Shared, ...]:
    """Each seller of library service, with the libraries of the day that buy from it."""
    return tuple(_purchases(day))


def _purchases(day: Day) -> Iterator[Shared]:
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
                yield Shared(None, seller, truth, some[-1][1].to, libraries)
