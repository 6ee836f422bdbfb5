"""The page of a library: what is offered here, what differs here, where it is; others have their record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.offered import items_at
from lumme_graph.analysis.otherwise import exceptions_at
from lumme_graph.analysis.rules import values_at
from lumme_graph.base.label import Label
from lumme_graph.elements.offer import Coverable, Service, Touchpoint
from lumme_graph.elements.who import Membership, Organisation, OrganisationType, Purchase
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.pages import record
from lumme_graph.site.parts.adopted import practices
from lumme_graph.site.parts.differs import exception, rule_value, shown
from lumme_graph.site.parts.offers import offers_at
from lumme_graph.site.parts.places import branches, contacts, vehicles
from lumme_graph.site.parts.record import text
from lumme_graph.site.parts.sources import sources
from lumme_graph.site.parts.staff import desk, everything
from lumme_graph.site.parts.times import times

_OFFERED: Final[tuple[tuple[type[Coverable], str, Label], ...]] = (
    (Service, "services", Label("Services here")),
    (Touchpoint, "touchpoints", Label("Where you meet the library here")),
)
_UNKNOWN: Final = Label("“Not known” does not mean that it is not offered.")
_DIFFERS: Final = Label("What is different here")
_NOT_IN: Final = Label("Not a library of the network on {day}.")
_BELONGS: Final = Label("Belongs to")
_BUYS: Final = Label("Buys from")
_REACH: Final = Label("Contact", "how to reach a library")


def body(here: Here, organisation: Organisation) -> Body:
    """A library as it is in one's own; any other organisation as the model has it."""
    if organisation.type is not OrganisationType.LIBRARY:
        return record.body(here, organisation)
    return Body(
        title=here.say(organisation.name),
        kicker=here.speak.capital(organisation.type.label),
        main=_main(here, organisation),
        aside=[desk(here, organisation)] if here.is_for_staff else [],
        crumb="libraries",
        description=here.say(organisation.description) if organisation.description else None,
    )


def _main(here: Here, library: Organisation) -> Iterator[Child]:
    is_in = library in here.day.libraries
    if library.description:
        yield h("p", text(here, library.description), here.letter(library), class_="lede")
    if not is_in:
        yield h("p", here.say(_NOT_IN, day=here.day.date), class_="note")
    yield from _differs(here, library)
    yield from branches(here, library)
    yield from _contacts(here, library)
    yield from vehicles(here, library)
    if is_in:
        yield from _offered(here, library)
    yield from _networks(here, library)
    if here.is_for_staff:
        if is_in:
            yield from practices(here, library)
        yield from sources(here, library.sources)
        yield from everything(here, library)


def _offered(here: Here, library: Organisation) -> Iterator[Child]:
    for kind, anchor, head in _OFFERED:
        found = items_at(here.day, library, kind)
        if found:
            yield h("h2", here.say(head), id=anchor)
            if any(one.at.state is None for one in found):
                yield h("p", here.say(_UNKNOWN))
            yield from offers_at(here, found)


def _differs(here: Here, library: Organisation) -> Iterator[Child]:
    exceptions = shown(here, exceptions_at(here.day, library))
    said = [exception(here, one, named=True) for one in exceptions]
    values = (rule_value(here, one) for one in values_at(here.day, library))
    said += [one for one in values if one]
    if said:
        yield h("h2", here.say(_DIFFERS), id="differs")
        yield h("ul", [h("li", one) for one in said], class_="differs")


def _contacts(here: Here, library: Organisation) -> Iterator[Child]:
    if library.contacts:
        yield h("h2", here.say(_REACH), id="contact")
        yield h("ul", [h("li", one) for one in contacts(here, library.contacts)])


def _networks(here: Here, library: Organisation) -> Iterator[Child]:
    """What it belongs to, and from whom it buys, with the days."""
    if not here.is_for_staff or not (library.memberships or library.buys_from):
        return
    yield h("h2", here.say(_BELONGS), id="networks")
    yield h("ul", [h("li", _member(here, one, library)) for one in library.memberships])
    if library.buys_from:
        yield h("h3", here.say(_BUYS))
        yield h("ul", [h("li", _member(here, one, library)) for one in library.buys_from])


def _member(here: Here, part: Membership | Purchase, library: Organisation) -> list[Child]:
    whole = part.of if isinstance(part, Membership) else part.seller
    since = times(part.from_, part.to)
    said: list[Child] = [", ", here.say(since)] if since else []
    return [here.link(whole), *said, *here.letter(part, library)]
