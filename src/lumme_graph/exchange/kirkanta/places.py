"""The libraries of Kirkanta as branches and bookmobiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from lumme_graph.base.label import Label, Plain
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.who import Branch, Vehicle
from lumme_graph.exchange.contacts import email, phone, web
from lumme_graph.exchange.draft import Draft, ForeignKey, key_of
from lumme_graph.exchange.kirkanta.envelope import FINNISH, DirectoryAnswers, Record
from lumme_graph.exchange.kirkanta.keys import DIRECTORY, library_key, municipality_key
from lumme_graph.exchange.kirkanta.words import (
    by_language,
    consortium_of,
    first,
    keep_one,
    known,
    main_word,
    names,
)
from lumme_graph.exchange.thing import PERSONAL, JsonThing
from lumme_graph.meta.local_name import slug

_BRANCHES: Final = frozenset({"municipal", "children", "institutional", "music", ""})
_MOBILE: Final = "mobile"
_HOME: Final = "home_service"
_FIELDS: Final = ("id", "slug", "name", "type", "city", "consortium", "mainLibrary", "isil")
_KEPT_ONCE: Final = ("address", "coordinates", "primaryContactInfo")

_FINNISH: Final = frozenset({"street", "city", "listed"})
"""What a model has in one language, which is Finnish once it was in a Finnish file."""

_NO_CITY: Final = Label("the file does not say in which municipality it lies; fetch refs=city")
_NOT_ASKED: Final = Label("it was not asked for")
_OTHER_NETWORK: Final = Label("it does not belong to the network")
_NO_BRANCH: Final = Label("a library of the type {type} is no branch of a municipality's library")
_NO_PLACE: Final = Label("a home service is a service, not a place to visit")
_NO_HOURS: Final = Label("the model has no opening hours: they stay in the directory")
_OTHERS: Final = Label("one of each kind is taken, the primary one; others may be a person's")
_NO_ADDRESS: Final = Label("a vehicle has no address")


@dataclass(frozen=True, eq=False)
class ListedPlace:
    """A library of the directory: its id, its city, what is said of it by language, and offers."""

    id: str
    city: str
    record: Record
    services: tuple[Record, ...]

    @cached_property
    def is_vehicle(self) -> bool:
        """Does it drive to its customers?"""
        return first(self.record).text("type") == _MOBILE

    @property
    def cls(self) -> type[KeptElement]:
        """What it becomes."""
        return Vehicle if self.is_vehicle else Branch

    @property
    def key(self) -> ForeignKey:
        """How the directory knows it."""
        return key_of(self.cls, DIRECTORY, self.id)

    @property
    def tells_services(self) -> bool:
        """Does it say what is offered there, be it nothing?"""
        return any(thing.tells("services") for thing in self.record.values())

    @cached_property
    def town(self) -> dict[str, str]:
        """What its city is called in its address, by language."""
        found = {
            tag: address.text("city")
            for tag, thing in self.record.items()
            if (address := thing.thing("address"))
        }
        return {tag: name for tag, name in found.items() if name}


def places(found: DirectoryAnswers, network: str, only: Sequence[str]) -> Iterator[ListedPlace]:
    """The libraries that are taken; of the others it is said why they are not."""
    for id_, record in found.of("library").items():
        thing = first(record)
        thing.name = main_word(by_language(record, "name")) or thing.name
        city = thing.text("city")
        why = _why_not(found, record, network, only)
        for one in record.values():
            one.name = thing.name
            if why:
                one.skip(why) if one is thing else one.silence()
        if why is None:
            yield ListedPlace(id_, city, record, tuple(_services(record)))


def _why_not(
    found: DirectoryAnswers, record: Record, network: str, only: Sequence[str]
) -> Label | Any:
    thing = first(record)
    type_, city = thing.text("type"), thing.text("city")
    if network and consortium_of(found, record) != network:
        return _OTHER_NETWORK
    if type_ == _HOME:
        return _NO_PLACE
    if type_ not in _BRANCHES and type_ != _MOBILE:
        return _NO_BRANCH.fill(type=Plain(type_))
    if not city or not (names(found, "city", city) or thing.thing("address")):
        return _NO_CITY
    words = {city, *names(found, "city", city).values()}
    if only and not {word.lower() for word in only} & {word.lower() for word in words}:
        return _NOT_ASKED
    return None


def _services(record: Record) -> Iterator[Record]:
    """The services of a library by language; one that it lists twice stands twice."""
    by_place: dict[tuple[str, int], dict[str, JsonThing]] = {}
    for tag, thing in record.items():
        seen: Counter[str] = Counter()
        for service in thing.things("services"):
            id_ = service.text("id")
            if not id_:
                service.fault("id", "it is missing")
            by_place.setdefault((id_, seen[id_]), {})[tag] = service
            seen[id_] += 1
    for of in by_place.values():
        for other in list(of.values())[1:]:
            other.repeats(first(of))
        yield of


def _place_draft(place: ListedPlace, day: date, *, is_only: bool) -> Draft:
    """A branch or a vehicle."""
    known(place.record, *_FIELDS)
    for thing in place.record.values():
        thing.leave("persons", PERSONAL)
        thing.leave("schedules", _NO_HOURS)
        thing.leave("phoneNumbers", _OTHERS)
        thing.leave("emailAddresses", _OTHERS)
    thing, town = first(place.record), main_word(place.town)
    fields: dict[str, Any] = {
        "name": by_language(place.record, "name"),
        "organisation": library_key(place.city),
    }
    if isil := thing.text("isil"):
        fields["identifiers"] = [{"scheme": "isil", "value": isil}]
    if place.is_vehicle:
        for one in place.record.values():
            for field in _KEPT_ONCE:
                one.leave(field, _NO_ADDRESS)
        fields |= {"type": "bookmobile", "in_use": [{"from": {"latest": day.isoformat()}}]}
    else:
        keep_one(place.record, *_KEPT_ONCE)
        fields |= {"type": _type(place, is_only=is_only)} | _where(place, town) | _listed(place)
    words = thing.text("slug") or main_word(fields["name"])
    is_finnish = FINNISH in place.record
    defaults = {} if is_finnish else {name: fields.pop(name) for name in _FINNISH & fields.keys()}
    return Draft(place.cls, place.key, words, fields, defaults=defaults)


def place_drafts(there: Sequence[ListedPlace], day: date, *, whole: bool) -> Iterator[Draft]:
    """The branches and vehicles; the only branch of a city is known where all are in the files."""
    branches = Counter(place.city for place in there if not place.is_vehicle)
    for place in there:
        yield _place_draft(place, day, is_only=whole and branches[place.city] == 1)


def _type(place: ListedPlace, *, is_only: bool) -> str:
    if is_only:
        return "only"
    return "main" if first(place.record).flag("mainLibrary") else "branch"


def _where(place: ListedPlace, town: str) -> dict[str, Any]:
    """Where it is and how it is reached, as far as it is told."""
    thing = first(place.record)
    fields: dict[str, Any] = {"municipality": municipality_key(place.city)}
    if thing.tells("address"):
        address = thing.thing("address")
        fields["street"] = address.text("street") if address else None
        fields["postal_code"] = address.text("zipcode") if address else None
        fields["city"] = town
    if thing.tells("coordinates"):
        point = thing.thing("coordinates")
        degrees = (point.number("lat"), point.number("lon")) if point else (None, None)
        if None not in degrees:
            fields |= {"latitude": str(degrees[0]), "longitude": str(degrees[1])}
    if thing.tells("primaryContactInfo"):
        fields["contacts"] = list(_contacts(thing.thing("primaryContactInfo")))
    return fields


def _contacts(info: JsonThing | None) -> Iterator[Mapping[str, str]]:
    if info is None:
        return
    number, name = _entry(info, "phone", "number")
    address, field = _entry(info, "email", "email")
    page, at = _entry(info, "homepage", "url")
    found = (
        phone(number, name, _label(number, info)),
        email(address, field, _label(address, info)),
        web(page, at),
    )
    _label(page, info)
    yield from filter(None, found)


def _entry(info: JsonThing, field: str, value: str) -> tuple[JsonThing, str]:
    """Where a contact stands: in an entry that has a name too, or there itself."""
    entry = info.thing(field) if isinstance(info.data.get(field), dict) else None
    return (entry, value) if entry else (info, field)


def _label(entry: JsonThing, info: JsonThing) -> str:
    return "" if entry is info else entry.text("name")


def _listed(place: ListedPlace) -> dict[str, Any]:
    """What the directory lists for it, by the name that it has there."""
    if not place.tells_services:
        return {}
    found = (
        main_word(by_language(service, "name") or by_language(service, "standardName"))
        for service in place.services
    )
    by_slug = {slug(name): name for name in found if name}
    return {"listed": [{"name": name} for name in sorted(by_slug.values())]}
