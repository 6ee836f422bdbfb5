"""The service locations of PTV, as branches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from lumme_graph.base.label import Label
from lumme_graph.elements.who import Branch, Municipality
from lumme_graph.exchange.contacts import email, phone, web
from lumme_graph.exchange.draft import Draft, ForeignKey, key_of
from lumme_graph.exchange.ptv.channels import (
    LOCATION,
    channel_texts,
    channel_type,
    pass_channel,
)
from lumme_graph.exchange.ptv.envelope import PtvAnswers
from lumme_graph.exchange.ptv.grid import NO_LIBRARY, OUTSIDE, can_transform, degrees
from lumme_graph.exchange.ptv.keys import PTV, municipality_key, organisation_key
from lumme_graph.exchange.ptv.services import gone_on
from lumme_graph.exchange.ptv.texts import in_languages, main_word
from lumme_graph.exchange.thing import JsonThing

_OTHERS: Final = Label("one of each kind is taken; others may be a person's")
_NO_PHONE: Final = Label("it is no phone")
_NO_TEXT: Final = Label("the model has no description of a branch")
_POSTAL: Final = Label("the model has the address to visit, one of each branch")
_GUESSED: Final = Label("PTV does not know exactly where it lies")
_KNOWN_STATES: Final = frozenset({"Ok", "EnteredByUser", "EnteredByAR", ""})
_PHONE_TYPES: Final = frozenset({"Phone", "PhoneNumber", ""})
_LANGUAGES: Final = ("fi", "sv", "en")


def branch_key(id_: str) -> ForeignKey:
    """The key of a service location."""
    return key_of(Branch, PTV, id_)


class Places:
    """The service locations that are taken, and the municipalities in which they lie."""

    def __init__(self, found: PtvAnswers, taken: Mapping[str, JsonThing], day: date) -> None:
        self._found = found
        self._taken = {
            id_: thing for id_, thing in taken.items() if channel_type(thing) == LOCATION
        }
        self._day = day
        self._towns: dict[str, dict[str, str]] = {}

    def branches(self) -> Iterator[Draft]:
        """A branch for each."""
        open_ = [thing for id_, thing in self._taken.items() if id_ not in self._found.gone]
        beside = Counter(thing.text("organizationId") for thing in open_)
        for id_, thing in self._taken.items():
            owner = thing.text("organizationId")
            fields = channel_texts(thing)
            fields.pop("description")
            thing.leave("serviceChannelDescriptions", _NO_TEXT)
            fields |= {
                "organisation": organisation_key(owner),
                "contacts": list(_contacts(thing)),
            }
            if self._found.whole:
                fields["type"] = "only" if beside[owner] == 1 else "branch"
            fields |= self._where(thing)
            pass_channel(thing)
            if id_ in self._found.gone:
                fields["to"] = {"latest": gone_on(thing, self._day)}
            words = main_word(fields["name"])
            yield Draft(Branch, branch_key(id_), words, fields, defaults={"type": "branch"})

    def municipalities(self) -> Iterator[Draft]:
        """The municipalities that the addresses name."""
        for code, name in self._towns.items():
            fields = {"name": name, "code": code}
            yield Draft(Municipality, municipality_key(code), main_word(name), fields)

    def town_of(self, owner: str) -> dict[str, str]:
        """What the municipality is called in which the first building of an organisation lies."""
        for thing in self._taken.values():
            if thing.text("organizationId") == owner:
                for address in thing.things("addresses"):
                    street = address.thing("streetAddress")
                    town = street.thing("municipality") if street else None
                    if town is not None:
                        return self._towns.get(town.text("code"), {})
        return {}

    def _where(self, thing: JsonThing) -> dict[str, Any]:
        """The first address to visit."""
        fields: dict[str, Any] = {}
        for address in thing.things("addresses"):
            for field in ("type", "subType", "country"):
                address.raw(field)
            street = address.thing("streetAddress") or address.thing("otherAddress")
            if fields or street is None or address.text("type") == "Postal":
                address.skip(_POSTAL)
                if street is not None:
                    street.silence()
                continue
            fields = {
                "street": _street(street),
                "postal_code": street.text("postalCode") or None,
                "city": main_word(in_languages(street, "postOffice")) or None,
                "municipality": self._municipality(street),
            } | _point(street)
            fields["accessibility"] = list(_accessibility(address))
        return fields

    def _municipality(self, street: JsonThing) -> ForeignKey | None:
        town = street.thing("municipality")
        code = town.text("code") if town else ""
        if town is None or not code:
            return None
        name = in_languages(town, "name")
        if name:
            self._towns[code] = self._towns.get(code, {}) | name
        return municipality_key(code) if code in self._towns else None


def _street(street: JsonThing) -> str | None:
    """Street and number in the first language; the model keeps addresses in one."""
    name = main_word(in_languages(street, "street"))
    return " ".join(filter(None, (name, street.text("streetNumber")))) or None


def _point(street: JsonThing) -> dict[str, str]:
    north, east = street.number("latitude"), street.number("longitude")
    state = street.text("coordinateState")
    if north is None or east is None:
        return {}
    if state not in _KNOWN_STATES:
        street.unsaid("latitude", _GUESSED)
        return {}
    if not can_transform():
        street.unsaid("latitude", NO_LIBRARY)
        return {}
    found = degrees(north, east)
    if found is None:
        street.unsaid("latitude", OUTSIDE)
        return {}
    return {"latitude": found[0], "longitude": found[1]}


def _contacts(thing: JsonThing) -> Iterator[dict[str, str]]:
    """One phone, one e-mail and one web address of the place itself."""
    yield from _first(thing, "phoneNumbers", _phone)
    yield from _first(thing, "emails", _email)
    yield from _first(thing, "webPages", _web)


_Reader = Callable[[JsonThing], dict[str, str] | None]


def _first(thing: JsonThing, field: str, read: _Reader) -> Iterator[dict[str, str]]:
    """The first that can be taken, Finnish before the others; the rest is counted."""
    items = sorted(thing.things(field), key=_by_language)
    done = False
    for item in items:
        item.raw("language")
        if done:
            item.skip(_OTHERS)
        elif contact := read(item):
            done = True
            yield contact


def _by_language(item: JsonThing) -> int:
    tag = item.text("language")
    return _LANGUAGES.index(tag) if tag in _LANGUAGES else len(_LANGUAGES)


def _phone(item: JsonThing) -> dict[str, str] | None:
    if item.text("type") not in _PHONE_TYPES:
        item.skip(_NO_PHONE)
        return None
    prefix, label = item.text("prefixNumber"), item.text("additionalInformation")
    for field in ("isFinnishServiceNumber", "serviceChargeType", "chargeDescription"):
        item.raw(field)
    found = phone(item, "number", label)
    if found and prefix:
        found["value"] = f"{prefix} {found['value'].lstrip('0')}"
    return found


def _email(item: JsonThing) -> dict[str, str] | None:
    return email(item, "value")


def _web(item: JsonThing) -> dict[str, str] | None:
    item.raw("value")
    return web(item, "url")


def _accessibility(address: JsonThing) -> Iterator[dict[str, str]]:
    """The sentences on how its entrances can be reached, each once."""
    seen: set[str] = set()
    for entrance in address.things("entrances"):
        for group in entrance.things("accessibilitySentences"):
            group.raw("sentenceGroup")
            for one in group.things("sentences"):
                words = in_languages(one, "sentence")
                if words and main_word(words) not in seen:
                    seen.add(main_word(words))
                    yield words
