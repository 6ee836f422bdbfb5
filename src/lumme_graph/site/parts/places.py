"""Branches and vehicles of a library: where they are, what is known of their accessibility, since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from lumme_graph.base.dates import holds
from lumme_graph.base.label import Label
from lumme_graph.elements.parts import Contact, ContactType
from lumme_graph.elements.who import Branch, Organisation, Vehicle
from lumme_graph.graph.where_used import users
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.parts.record import text
from lumme_graph.site.parts.times import times

_BRANCHES: Final = Label("Where to find it")
_CLOSED: Final = Label("No longer there")
_VEHICLES: Final = Label("Library on wheels")
_STATE_UNKNOWN: Final = Label("not known whether it is still there")


def branches(here: Here, library: Organisation) -> Iterator[Child]:
    """The chapter of a library's buildings; those that have closed by the day stand last."""
    found = users(here.graph, library, Branch)
    by_state = {
        truth: [one for one in found if holds(one.from_, one.to, here.day.date) is truth]
        for truth in (True, None, False)
    }
    here_now = [*by_state[True], *by_state[None]]
    if here_now:
        yield h("h2", here.say(_BRANCHES), id="branches")
        yield _cards(here, here_now)
    if by_state[False]:
        yield h("h3", here.say(_CLOSED))
        yield _cards(here, by_state[False])


def vehicles(here: Here, library: Organisation) -> Iterator[Child]:
    """The chapter of a library's vehicles, also those that it shares in a sub-network."""
    above = here.day.above.get(library.id, {})
    wholes = [one for id_, truth in above.items() if truth and (one := here.graph.find(id_))]
    found = [one for owner in (library, *wholes) for one in users(here.graph, owner, Vehicle)]
    if found:
        yield h("h2", here.say(_VEHICLES), id="vehicles")
        yield h("ul", [_vehicle(here, one, library) for one in found], class_="cards")


def contacts(here: Here, found: Iterable[Contact]) -> Iterator[list[Child]]:
    """How to reach an organisation or a branch."""
    for one in found:
        match one.type:
            case ContactType.WEB:
                words = urlsplit(one.value).hostname or one.value
                value: Child = h("a", words, href=one.value, rel="external noopener")
            case ContactType.EMAIL:
                value = h("a", one.value, href=f"mailto:{one.value}")
            case ContactType.PHONE:
                value = h("a", one.value, href=f"tel:{''.join(one.value.split())}")
        yield [here.speak.capital(one.type.label), ": ", value]


def _cards(here: Here, found: Iterable[Branch]) -> ET.Element:
    return h("ul", [_branch(here, one) for one in found], class_="cards")


def _branch(here: Here, branch: Branch) -> ET.Element:
    city = " ".join(filter(None, (branch.postal_code, branch.city)))
    address = ", ".join(filter(None, (branch.street, city)))
    lines: list[list[Child]] = [[address, *here.letter(branch)]] if address else []
    lines += [[*text(here, words)] for words in branch.accessibility]
    lines += contacts(here, branch.contacts)
    unsure = holds(branch.from_, branch.to, here.day.date) is None
    since = times(branch.from_, branch.to)
    meta: list[Child] = [here.speak.capital(branch.type.label)]
    meta += [", ", here.speak.in_digits(since)] if since else []
    meta += [", ", here.say(_STATE_UNKNOWN)] if unsure else []
    return h(
        "li",
        h("h3", here.link(branch)),
        [h("p", line) for line in lines],
        h("p", meta, class_="meta"),
        class_="card",
    )


def _vehicle(here: Here, vehicle: Vehicle, library: Organisation) -> ET.Element:
    meta: list[Child] = [here.speak.capital(vehicle.type.label), *here.letter(vehicle)]
    for period in vehicle.in_use:
        since = times(period.from_, period.to)
        meta += ["; ", here.speak.in_digits(since), *here.letter(period, vehicle)] if since else []
    owner = None if vehicle.organisation == library.id else here.graph.get(vehicle.organisation)
    return h(
        "li",
        h("h3", here.link(vehicle)),
        h("p", here.link(owner)) if owner else "",
        h("p", meta, class_="meta"),
        class_="card",
    )
