"""The organisations of HSDS as libraries; one that others belong to is a network only where told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Message
from lumme_graph.elements.who import Municipality, Organisation, OrganisationType
from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.contacts import email, phone, web
from lumme_graph.exchange.draft import Draft, ForeignKey, key_of
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.hsds.keys import HSDS, key_in, own_id
from lumme_graph.exchange.hsds.records import (
    HsdsRecord,
    HsdsRecords,
    each_of,
    first,
    in_each,
    pass_over,
)
from lumme_graph.exchange.hsds.rows import MUNICIPALITY, OWN_ID, TYPE
from lumme_graph.exchange.hsds.said import described

_A_LIBRARY: Final = Label("HSDS does not say what an organisation is: it is taken as a library")
_NO_NETWORK: Final = Label(
    "it belongs to another organisation, which is a network only where --network says so"
)
_NOT_ASKED: Final = Label("it was not asked for")
_OTHERS: Final = Label("one of each kind is taken; others may be a person's")
NETWORK: Final = key_of(Organisation, "", "network")
"""A network that is named when the files are read, and has no identifier in them."""
_PASSED: Final = ("id", "parent_organization_id", "name", "description", "alternate_name")
_FEW: Final = 6


class HsdsOrganisations:
    """The organisations that are taken, the network among them, and the places that they serve."""

    def __init__(self, found: HsdsRecords, asked: ImportOptions, source: str) -> None:
        self._found = found
        self._asked = asked
        self._source = source

    @cached_property
    def network(self) -> ForeignKey | None:
        """The network: what is asked for, else what our own export says is one."""
        asked = self._asked
        if asked.network:
            return key_in(self._found, Organisation, self._asked_for())
        told = [id_ for id_ in self._found.of("organization") if self._type(id_) == "network"]
        if told:
            return key_in(self._found, Organisation, told[0])
        return NETWORK if asked.name else None

    @cached_property
    def taken(self) -> dict[str, HsdsRecord]:
        """The organisations that are wanted; all, where nothing is asked for."""
        there = self._found.of("organization")
        only = {word.lower() for word in self._asked.only}
        if not only:
            return dict(there)
        taken: dict[str, HsdsRecord] = {}
        for id_, record in there.items():
            words = {id_, own_id(self._found, Organisation, id_), *self._name(record).values()}
            is_network = key_in(self._found, Organisation, id_) == self.network
            if is_network or only & {word.lower() for word in words}:
                taken[id_] = record
            else:
                first(record).skip(_NOT_ASKED)
                for thing in each_of([record]):
                    thing.silence()
        if not any(key_in(self._found, Organisation, id_) != self.network for id_ in taken):
            raise ExchangeError(self._none(sorted(self._asked.only), there.values()))
        return taken

    def drafts(self, day: date) -> Iterator[Draft]:
        """The municipalities that are served, the network, and the libraries."""
        yield from self._municipalities()
        network, asked = self.network, self._asked
        named = bool(asked.name) and not asked.network
        if network and network == NETWORK:
            fields: dict[str, Any] = {"name": {self._source: asked.name}, "type": "network"}
            yield Draft(Organisation, network, asked.name, fields)
        for id_, record in self.taken.items():
            key = key_in(self._found, Organisation, id_)
            type_ = "network" if key == network else self._type(id_)
            name = self._name(record)
            fields = {
                "name": name,
                "description": described(self._found, record, self._source),
                "municipalities": self._served(id_),
                "contacts": list(self._contacts(id_, record)),
                "identifiers": list(self._identifiers(id_)),
            }
            if type_:
                fields["type"] = type_
            memberships = list(self._memberships(id_, record, day, named=named))
            if network:
                fields["memberships"] = memberships
            if other := in_each(record, "alternate_name", self._source):
                fields["search_words"] = _without_commas(other)
            pass_over(record, *_PASSED)
            words = own_id(self._found, Organisation, id_) or _main(name, self._source)
            derivation: Message | None = None if type_ else _A_LIBRARY
            yield Draft(
                Organisation,
                key,
                words,
                fields,
                derivation=derivation,
                defaults={"type": "library"},
            )

    def municipality(self, own: str) -> ForeignKey | None:
        """The key of a municipality that our own export names by its id."""
        return key_of(Municipality, HSDS, own) if own in self._areas else None

    def name(self) -> dict[str, str]:
        """What the model may be called: as the network is."""
        network = self.network
        if network is None or network == NETWORK:
            return {self._source: self._asked.name} if self._asked.name else {}
        there = self._found.of("organization").items()
        named: dict[str, str] = {}
        found = (self._name(record) for id_, record in there if self._is(id_, network))
        return next(found, named)

    def _is(self, id_: str, key: ForeignKey) -> bool:
        return key_in(self._found, Organisation, id_) == key

    @cached_property
    def _areas(self) -> dict[str, HsdsRecord]:
        """The municipalities that our own export names as areas of services, by their ids."""
        areas: dict[str, HsdsRecord] = {}
        for id_, record in self._found.of("service_area").items():
            if own := next(iter(self._found.own(id_, OWN_ID)), ""):
                areas.setdefault(own, record)
                pass_over(record, "id", "service_id", "name", "uri")
        return areas

    def _municipalities(self) -> Iterator[Draft]:
        for own, record in self._areas.items():
            fields = {
                "name": in_each(record, "name", self._source),
                "same_as": first(record).text("uri") or None,
            }
            yield Draft(Municipality, key_of(Municipality, HSDS, own), own, fields)

    def _served(self, id_: str) -> list[ForeignKey]:
        told = self._found.own(id_, MUNICIPALITY)
        return [key for own in told if (key := self.municipality(own))]

    def _type(self, id_: str) -> str:
        told = next(iter(self._found.own(id_, TYPE)), "")
        return told if told in {one.value for one in OrganisationType} else ""

    def _name(self, record: HsdsRecord) -> dict[str, str]:
        return in_each(record, "name", self._source)

    def _memberships(
        self, id_: str, record: HsdsRecord, day: date, *, named: bool
    ) -> Iterator[dict[str, Any]]:
        """What an organisation belongs to: a network or sub-network that is told to be one."""
        since = {"latest": day.isoformat()}
        parent = first(record).text("parent_organization_id")
        network, key = self.network, key_in(self._found, Organisation, id_)
        if parent and parent in self.taken:
            above = key_in(self._found, Organisation, parent)
            if above == network or self._type(parent) in {"network", "sub-network"}:
                yield {"of": above, "from": since}
                return
        if parent and not named:
            first(record).unsaid("parent_organization_id", _NO_NETWORK)
        if network and network != key and (named or not self._has_parents):
            yield {"of": network, "from": since}

    @cached_property
    def _has_parents(self) -> bool:
        there = self._found.of("organization").values()
        return any(first(record).text("parent_organization_id") for record in there)

    def _contacts(self, id_: str, record: HsdsRecord) -> Iterator[dict[str, str]]:
        thing = first(record)
        numbers = [
            one
            for one in self._found.linked("phone", "organization_id", id_)
            if not first(one).text("contact_id")
        ]
        yield from phones(numbers)
        yield from filter(None, (email(thing, "email"), web(thing, "website")))

    def _identifiers(self, id_: str) -> Iterator[dict[str, str]]:
        for record in self._found.linked("organization_identifier", "organization_id", id_):
            pass_over(record, "id", "organization_id", "identifier", "identifier_type")
            thing = first(record)
            scheme = thing.text("identifier_scheme") or thing.text("identifier_type")
            value = thing.text("identifier")
            if scheme and value and scheme != OWN_ID:
                yield {"scheme": scheme, "value": value}

    def _asked_for(self) -> str:
        word = self._asked.network
        there = self._found.of("organization")
        by_word = {
            name.lower(): id_
            for id_, record in there.items()
            for name in (*self._name(record).values(), own_id(self._found, Organisation, id_))
        }
        id_ = by_word.get(word.lower(), word)
        if id_ not in there:
            raise ExchangeError(self._none([word], there.values()))
        return id_

    def _none(self, words: Sequence[str], there: Any) -> str:
        names = sorted({_main(self._name(record), self._source) for record in there} - {""})
        guess = next((near for word in words if (near := nearest(word, names))), None)
        more = f"did you mean {guess}?" if guess else f"there are {', '.join(names[:_FEW])}"
        return f"no organisation of the files is {', '.join(words)}; {more}"


def phones(records: Sequence[HsdsRecord]) -> Iterator[dict[str, str]]:
    """The first phone number that can be taken; the rest is counted."""
    done = False
    for record in records:
        thing = first(record)
        for other in each_of([record]):
            pass_over({"": other}, "id", "organization_id", "location_id", "service_id", "type")
        if done:
            thing.skip(_OTHERS)
        elif told := phone(thing, "number", thing.text("description")):
            done = True
            yield told
        for other in list(record.values())[1:]:
            other.silence()


def _without_commas(by_tag: dict[str, str]) -> dict[str, str]:
    return {tag: " ".join(words.replace(",", " ").split()) for tag, words in by_tag.items()}


def _main(by_tag: dict[str, str], source: str) -> str:
    return by_tag.get(source) or next(iter(by_tag.values()), "")
