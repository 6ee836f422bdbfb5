"""The locations of HSDS as branches: those to go to, of an organisation that is taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lumme_graph.base.countries import COUNTRIES
from lumme_graph.base.label import Label, Message
from lumme_graph.elements.who import Branch, BranchType, Organisation
from lumme_graph.exchange.contacts import email, web
from lumme_graph.exchange.draft import Draft
from lumme_graph.exchange.hsds.keys import key_in, own_id
from lumme_graph.exchange.hsds.pack import NOT_APPLICABLE
from lumme_graph.exchange.hsds.records import (
    HsdsRecord,
    HsdsRecords,
    each_of,
    first,
    in_each,
    pass_over,
)
from lumme_graph.exchange.hsds.rows import IDENTIFIER, MUNICIPALITY, TYPE
from lumme_graph.exchange.hsds.said import described
from lumme_graph.exchange.hsds.who import HsdsOrganisations, phones

_NO_PLACE: Final = Label("it is no place to go to: {type}")
_NO_OWNER: Final = Label(
    "it does not say whose it is, and its services are not of one organisation"
)
_NO_NAME: Final = Label("it has no name")
_OF_OTHERS: Final = Label("it belongs to an organisation that is not taken")
_NO_TEXT: Final = Label("the model has no description of a branch")
_ONE: Final = Label("the model has one address of a branch")
_PASSED: Final = (
    *("id", "location_type", "organization_id", "name", "description", "latitude", "longitude"),
    *("external_identifier", "external_identifier_type"),
)


class HsdsPlaces:
    """The branches, by the ids of their locations, and the countries that their addresses name."""

    def __init__(self, found: HsdsRecords, who: HsdsOrganisations, source: str) -> None:
        self._found = found
        self._who = who
        self._source = source
        self.countries: set[str] = set()
        self.taken: dict[str, str] = {}
        """The organisation of each location that is a branch, both by their ids."""
        for id_, record in found.of("location").items():
            self._take(id_, record)

    def drafts(self) -> Iterator[Draft]:
        """A branch for each location that is taken."""
        for id_, owner in self.taken.items():
            record = self._found.of("location")[id_]
            thing, name = first(record), in_each(record, "name", self._source)
            told = next(iter(self._found.own(id_, TYPE)), "")
            fields: dict[str, Any] = {
                "name": name,
                "organisation": key_in(self._found, Organisation, owner),
                "municipality": self._municipality(id_),
                "identifiers": list(self._identifiers(id_, record)),
                "contacts": list(self._contacts(id_, record)),
                "accessibility": list(self._accessibility(id_)),
            }
            if told in {one.value for one in BranchType}:
                fields["type"] = told
            fields |= self._address(id_) | _point(record)
            if described(self._found, record, self._source):
                thing.unsaid("description", _NO_TEXT)
            if other := in_each(record, "alternate_name", self._source):
                fields["search_words"] = {tag: w.replace(",", " ") for tag, w in other.items()}
            pass_over(record, *_PASSED)
            words = own_id(self._found, Branch, id_) or next(iter(name.values()))
            key = key_in(self._found, Branch, id_)
            yield Draft(Branch, key, words, fields, defaults={"type": "branch"})

    def _take(self, id_: str, record: HsdsRecord) -> None:
        thing = first(record)
        type_, owner = thing.text("location_type"), self._owner(id_, thing.text("organization_id"))
        why: Message | None = None
        if type_ not in {"physical", ""}:
            why = _NO_PLACE.fill(type=type_)
        elif not owner:
            why = _NO_OWNER
        elif owner not in self._who.taken:
            why = _OF_OTHERS
        elif not thing.text("name"):
            why = _NO_NAME
        if why is None:
            self.taken[id_] = owner
            return
        thing.skip(why)
        for table in ("address", "phone", "schedule", "accessibility"):
            for one in each_of(self._found.linked(table, "location_id", id_)):
                one.silence()
        for other in record.values():
            other.silence()

    def _owner(self, id_: str, told: str) -> str:
        """Whose a location is: as it says, else the one organisation whose services are there."""
        if told:
            return told
        services = self._found.of("service")
        owners = {
            first(services[service]).text("organization_id")
            for link in self._found.linked("service_at_location", "location_id", id_)
            if (service := first(link).text("service_id")) in services
        }
        return owners.pop() if len(owners) == 1 else ""

    def _municipality(self, id_: str) -> Any:
        told = self._found.own(id_, MUNICIPALITY)
        return next((key for own in told if (key := self._who.municipality(own))), None)

    def _identifiers(self, id_: str, record: HsdsRecord) -> Iterator[dict[str, str]]:
        thing = first(record)
        if value := thing.text("external_identifier"):
            scheme = thing.text("external_identifier_type") or "external"
            yield {"scheme": scheme, "value": value}
        for told in self._found.own(id_, IDENTIFIER):
            scheme, _, value = told.partition(" ")
            yield {"scheme": scheme, "value": value}

    def _contacts(self, id_: str, record: HsdsRecord) -> Iterator[dict[str, str]]:
        yield from phones(self._found.linked("phone", "location_id", id_))
        for contact in self._found.linked("contact", "location_id", id_):
            thing = first(contact)
            if not thing.text("name"):
                pass_over(contact, "id", "location_id")
                yield from filter(None, [email(thing, "email")])
                break
        yield from filter(None, [web(first(record), "url")])

    def _accessibility(self, id_: str) -> Iterator[dict[str, str]]:
        for record in self._found.linked("accessibility", "location_id", id_):
            pass_over(record, "id", "location_id")
            if words := in_each(record, "description", self._source, prose=True):
                yield words

    def _address(self, id_: str) -> dict[str, Any]:
        """The first address to go to."""
        fields: dict[str, Any] = {}
        for record in self._found.linked("address", "location_id", id_):
            thing = first(record)
            for other in list(record.values())[1:]:
                other.silence()
            if fields or thing.text("address_type") not in {"physical", ""}:
                thing.skip(_ONE)
                continue
            pass_over(record, "id", "location_id", "address_type")
            lines = (thing.text("address_1"), thing.text("address_2"))
            fields = {
                "street": ", ".join(filter(None, lines)) or None,
                "postal_code": thing.text("postal_code") or None,
                "city": thing.text("city") or None,
            }
            country = thing.text("country").upper()
            if country in COUNTRIES:
                self.countries.add(country)
            if thing.text("state_province") != NOT_APPLICABLE:
                thing.leave("state_province")
                if thing.text("state_province"):
                    thing.reading.left.add("address.state_province", thing.name)
        return fields


def _point(record: HsdsRecord) -> dict[str, str]:
    thing = first(record)
    degrees = thing.number("latitude"), thing.number("longitude")
    if None in degrees:
        return {}
    return {"latitude": str(degrees[0]), "longitude": str(degrees[1])}
