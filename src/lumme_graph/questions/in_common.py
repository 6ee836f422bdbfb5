"""What libraries have in common by other ways than a working group: a network, a purchase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.label import Label, Message
from lumme_graph.base.truth import Truth
from lumme_graph.elements.offer import Answer as YesNo
from lumme_graph.elements.offer import Offer, Service
from lumme_graph.elements.who import Branch, Group, Organisation, OrganisationType, Vehicle
from lumme_graph.graph.day import Day
from lumme_graph.graph.membership import is_member
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Row, Value, day_label, fill
from lumme_graph.questions.shared import or_gap, saved

WAYS = {
    "group": Group.kind.label,
    "network": Label("network"),
    "sub_network": Label("sub-network"),
    "purchase": Label("purchase"),
}
"""How a service can be common, by a key of its own."""

_WHOLES = {OrganisationType.NETWORK: "network", OrganisationType.SUB_NETWORK: "sub_network"}
_ALL_OF_IT = Label("library service as a whole")
_UNTIL = Label("until {day}")


class Shared(NamedTuple):
    """A service that several libraries have in common; without one, the library service as a whole.

    `now` says whether it is surely so on the day.
    """

    service: Service | None
    way: Message
    whom: Thing
    state: Value
    libraries: Things
    now: bool

    def row(self, day: Day) -> Row:
        """The row of the answer."""
        what: Value = day.thing(self.service) if self.service else _ALL_OF_IT
        saves = saved(self.service) if self.service else None
        who = (self.way, self.whom, self.state, or_gap(self.libraries))
        return Row((what, *who, or_gap(saves)))


def shared_offers(day: Day, services: Iterable[Service]) -> Iterator[Shared]:
    """The services that a network or sub-network is said to offer, itself or by its vehicle."""
    for service in services:
        by: dict[str, list[Offer]] = {}
        for offer in service.offered:
            whole = _whole(day, offer)
            if whole is not None and offer.is_ is YesNo.YES:
                by.setdefault(whole.id, []).append(offer)
        for id_, offers in by.items():
            begun = [o for o in offers if o.from_ is None or o.from_.reached(day.date) is not False]
            if begun:
                yield _offered(day, service, day.graph[Organisation, id_], begun)


def _offered(day: Day, service: Service, whole: Organisation, offers: list[Offer]) -> Shared:
    """By the offer that holds, else by the last one; its members are those of its last day."""
    holding = (o for o in offers if holds(o.from_, o.to, day.date) is not False)
    offer = next(holding, offers[-1])
    truth = holds(offer.from_, offer.to, day.date)
    last = day.date if offer.to is None or offer.to.latest is None else offer.to.latest
    return Shared(
        service,
        WAYS[_WHOLES[whole.type]],
        day.thing(whole),
        _state(truth, offer.to),
        _members(day, whole, min(day.date, last)),
        truth is True,
    )


def _members(day: Day, whole: Organisation, when: date) -> Things:
    return day.things(
        library for library in day.libraries if is_member(day.graph, library, whole.id, when)
    )


def _whole(day: Day, offer: Offer) -> Organisation | None:
    """The network or sub-network that states an offer, or whose vehicle or branch it is at."""
    at = day.graph.get(offer.at)
    owner = day.graph.get(at.organisation) if isinstance(at, Branch | Vehicle) else at
    return owner if owner is not None and owner.type in _WHOLES else None


def purchases(day: Day) -> Iterator[Shared]:
    """Each seller of library service, with the libraries of the day that buy from it."""
    buyers: dict[str, list[tuple[Organisation, Truth, UncertainDate | None]]] = {}
    for library in day.libraries:
        for bought in library.buys_from:
            truth = holds(bought.from_, bought.to, day.date)
            if bought.from_ is None or bought.from_.reached(day.date) is not False:
                buyers.setdefault(bought.seller, []).append((library, truth, bought.to))
    for id_, found in buyers.items():
        seller = day.graph.find(id_)
        if seller is None:
            continue
        for truth in (True, None, False):
            some = [(library, end) for library, t, end in found if t is truth]
            if some:
                libraries = day.things(library for library, _ in some)
                state = _state(truth, some[-1][1])
                now = truth is True
                yield Shared(None, WAYS["purchase"], day.thing(seller), state, libraries, now)


def _state(truth: Truth, end: UncertainDate | None) -> Value:
    """Yes where it holds; until when where it is over; else not known."""
    if truth:
        return YesNo.YES
    if truth is None or end is None:
        return Missing.UNKNOWN
    return fill(_UNTIL, day=day_label(end))
