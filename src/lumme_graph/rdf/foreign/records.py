"""How the parts of an element are read: where it is, how it is reached, who else has numbered it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final
from urllib.parse import urlsplit

from lumme_graph.analysis.privacy.matches import is_desk
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text, is_blank
from lumme_graph.base.urls import is_safe
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.offer import Offer, YesNo
from lumme_graph.elements.parts import Contact, ContactType, Identifier
from lumme_graph.elements.who import Membership, Organisation, OrganisationType
from lumme_graph.meta.ref import Ref
from lumme_graph.rdf.foreign.gathering import Resource, cleaned
from lumme_graph.rdf.foreign.readers import LEADS_NOWHERE, Reader, day, number, ref, refs, string
from lumme_graph.rdf.foreign.statements import BLANK, Statements
from lumme_graph.rdf.oxigraph import Literal

IN_A_RING: Final = Label("it would be a part of itself")
TOO_EARLY: Final = Label("it ends before it begins")
OF_A_NETWORK: Final = Label("of a network it would say that every member offers it")

PERSONS_OWN: Final = Label("it may be a person's")

PERSONS: Final = frozenset({"foaf:Person", "schema:Person", "vcard:Individual", "person:Person"})
"""The classes of persons, of whom nothing is read."""

_WEB: Final = ("https://", "http://")
_CONTACTS: Final = (
    (ContactType.PHONE, "tel:", ("cv:telephone", "schema:telephone", "vcard:hasTelephone")),
    (ContactType.EMAIL, "mailto:", ("cv:email", "schema:email", "vcard:hasEmail")),
    (ContactType.WEB, "", ("cv:contactPage", "schema:url", "vcard:hasURL")),
)
_DAYS: Final = (
    "time:inXSDDate",
    "time:inXSDDateTimeStamp",
    "time:inXSDDateTime",
    "time:inXSDgYearMonth",
    "time:inXSDgYear",
)
_POINTS: Final = ("cv:contactPoint", "schema:contactPoint", "dcat:contactPoint")
_ADDRESSES: Final = ("org:siteAddress", "locn:address", "cv:hasAddress", "schema:address")


def offers(*names: str) -> Reader:
    """That it is offered by an organisation, which the file says in other words."""

    def read(thing: Resource) -> tuple[Offer, ...]:
        found: dict[str, Offer] = {}
        for name in names:
            for value in thing.of(name):
                id_ = thing.gathered.ids.get(value) if isinstance(value, str) else None
                at = thing.gathered.elements.get(id_ or "")
                if not isinstance(at, Organisation):
                    thing.leave(name, value, LEADS_NOWHERE)
                    continue
                if at.type in {OrganisationType.NETWORK, OrganisationType.SUB_NETWORK}:
                    thing.leave(name, value, OF_A_NETWORK)
                    continue
                thing.take(name, value)
                derivation = Text({thing.gathered.language: name})
                found.setdefault(
                    at.id,
                    Offer(
                        at=Ref(at.id),
                        is_=YesNo.YES,
                        standing=Standing.DERIVED,
                        derivation=derivation,
                    ),
                )
        return tuple(found[id_] for id_ in sorted(found))

    return read


def identifiers(thing: Resource) -> tuple[Identifier, ...]:
    """Whoever has given it an identifier, and which; of one giver, the first."""
    found: dict[str, Identifier] = {}
    for node in thing.gathered.said.nodes(thing.address, "adms:identifier"):
        part = thing.at(node)
        scheme = string(part, "adms:schemeAgency") or _host(_scheme(part))
        value = string(part, "skos:notation", "dct:identifier")
        if scheme and value and scheme not in found:
            found[scheme] = Identifier(scheme=scheme, value=value)
            thing.take("adms:identifier", node)
    host = _host(thing.address)
    own = string(thing, "dct:identifier") if host and host not in found else None
    if own and own != thing.gathered.ids[thing.address]:
        found[host] = Identifier(scheme=host, value=own)
    return tuple(found.values())


def _scheme(part: Resource) -> str:
    """The address of the agency that has given an identifier."""
    for value in part.of("dct:creator"):
        if isinstance(value, str) and _host(value):
            part.take("dct:creator", value)
            return value
    return ""


def _host(address: str) -> str:
    return "" if address.startswith(BLANK) else urlsplit(address).hostname or ""


def contacts(thing: Resource) -> tuple[Contact, ...]:
    """How it is reached: of each kind of contact, the first."""
    found: dict[ContactType, Contact] = {}
    for node in thing.gathered.said.nodes(thing.address, *_POINTS):
        if thing.gathered.said.classes(node) & PERSONS:
            thing.gathered.reasons[node] = PERSONS_OWN
            continue
        made = dict(_contacts(thing.at(node), found))
        if made:
            found |= made
            for name in _POINTS:
                if node in thing.of(name):
                    thing.take(name, node)
    if ContactType.WEB not in found and (page := _page(thing, ("foaf:homepage",))):
        found[ContactType.WEB] = Contact(type=ContactType.WEB, value=page)
    return tuple(found[type_] for type_ in ContactType if type_ in found)


def _contacts(
    point: Resource, there: dict[ContactType, Contact]
) -> Iterator[tuple[ContactType, Contact]]:
    for type_, scheme, names in _CONTACTS:
        if type_ in there:
            continue
        if type_ is ContactType.WEB:
            value = _page(point, names)
        else:
            value = _words(point, names, type_, scheme)
        if value:
            yield type_, Contact(type=type_, value=value)


def _words(point: Resource, names: tuple[str, ...], type_: ContactType, scheme: str) -> str:
    """What a property says of a contact, in words or as an address such as `mailto:…`."""
    for name in names:
        for value in point.of(name):
            words = cleaned(value.value) if isinstance(value, Literal) else value
            words = words[len(scheme) :] if words.lower().startswith(scheme) else words
            if is_blank(words) or "\n" in words or words.startswith(BLANK):
                continue
            if type_ is ContactType.EMAIL and not is_desk(words):
                point.leave(name, value, PERSONS_OWN)
                continue
            point.take(name, value)
            return words
    return ""


def _page(point: Resource, names: tuple[str, ...]) -> str:
    """The first address of the web that properties lead to."""
    for name in names:
        for value in point.of(name):
            page = value.value.strip() if isinstance(value, Literal) else value
            if page.lower().startswith(_WEB) and is_safe(page):
                point.take(name, value)
                return page
    return ""


def address(name: str) -> Reader:
    """A part of the postal address of a place: `street`, `postal_code` or `city`."""
    properties = {
        "street": ("locn:thoroughfare", "vcard:street-address", "schema:streetAddress"),
        "postal_code": ("locn:postCode", "vcard:postal-code", "schema:postalCode"),
        "city": ("locn:postName", "vcard:locality", "schema:addressLocality"),
    }[name]

    def read(thing: Resource) -> str | None:
        for property_ in _ADDRESSES:
            for value in thing.of(property_):
                if isinstance(value, str):
                    part = thing.at(value)
                    found = string(part, *properties)
                    if found is None:
                        continue
                    thing.take(property_, value)
                    house = string(part, "locn:locatorDesignator") if name == "street" else None
                    return f"{found} {house}" if house and house not in found else found
        return None

    return read


def degrees(name: str, most: int) -> Reader:
    """Where a place lies: `latitude` or `longitude`, no more than so many degrees."""
    short = {"latitude": "geo:lat", "longitude": "geo:long"}[name]

    def read(thing: Resource) -> Decimal | None:
        for property_ in ("schema:geo", "locn:geometry", "locn:location"):
            for value in thing.of(property_):
                if isinstance(value, str):
                    part = thing.at(value)
                    found = number(part, most, f"schema:{name}", short)
                    if found is not None:
                        thing.take(property_, value)
                        return found
        return number(thing, most, f"schema:{name}", short)

    return read


def memberships(thing: Resource) -> tuple[Membership, ...]:
    """To what an organisation belongs, as far as that is not a ring."""
    found: dict[str, Membership] = {}
    if leads_back(thing, _above, "org:hasMembership", "org:memberOf"):
        return ()
    for node in thing.gathered.said.nodes(thing.address, "org:hasMembership"):
        part = thing.at(node)
        of = ref(Organisation, "org:organization")(part)
        if of is not None and of not in found:
            start, end = _span(part, "org:memberDuring")
            found[of] = Membership(of=of, from_=start, to=end)
            thing.take("org:hasMembership", node)
            for value in part.of("org:member"):
                part.take("org:member", value)
    for of in refs(Organisation, "org:memberOf")(thing):
        found.setdefault(of, Membership(of=of))
    return tuple(found[of] for of in sorted(found))


def _above(said: Statements, organisation: str) -> list[str]:
    """What an organisation is said to belong to."""
    within = said.nodes(organisation, "org:hasMembership")
    return [
        *said.nodes(organisation, "org:memberOf"),
        *(one for node in within for one in said.nodes(node, "org:organization")),
    ]


def leads_back(thing: Resource, above: Callable[[Statements, str], list[str]], *names: str) -> bool:
    """Is a thing part of itself, by way of what is above it? Then that is why it is not read."""
    ids = thing.gathered.ids
    seen = [thing.address]
    for one in seen:
        higher = above(thing.gathered.said, one)
        if ids[thing.address] in {ids.get(parent) for parent in higher}:
            for name in names:
                for value in thing.of(name):
                    thing.leave(name, value, IN_A_RING)
            return True
        seen += [parent for parent in higher if parent not in seen]
    return False


def begins(thing: Resource) -> UncertainDate | None:
    """The first day of an event."""
    return _span(thing, "time:hasTime")[0] or day(thing, "schema:startDate")


def ends(thing: Resource) -> UncertainDate | None:
    """The last day of an event, where it is not before its first."""
    first, last = _span(thing, "time:hasTime")
    if first is None and last is None:
        first = day(Resource(thing.gathered, thing.address), "schema:startDate")
        other = day(Resource(thing.gathered, thing.address), "schema:endDate")
        return day(thing, "schema:endDate") if not _is_before(other, first) else None
    return last


def _is_before(last: UncertainDate | None, first: UncertainDate | None) -> bool:
    if last is None or first is None or last.latest is None or first.earliest is None:
        return False
    return last.latest < first.earliest


def _span(thing: Resource, during: str) -> tuple[UncertainDate | None, UncertainDate | None]:
    """The first and last day of a time; of one that ends before it begins, the first alone."""
    for time in thing.of(during):
        if isinstance(time, str):
            first = _end(thing, during, time, "time:hasBeginning", after=None)
            last = _end(thing, during, time, "time:hasEnd", after=first)
            if first or last:
                return first, last
    return None, None


def _end(
    thing: Resource, during: str, time: str, name: str, *, after: UncertainDate | None
) -> UncertainDate | None:
    part = thing.at(time)
    for value in part.of(name):
        if isinstance(value, str):
            if _is_before(day(Resource(thing.gathered, value), *_DAYS), after):
                part.leave(name, value, TOO_EARLY)
                continue
            found = day(part.at(value), *_DAYS)
            if found is not None:
                thing.take(during, time)
                part.take(name, value)
                return found
    return None
