"""The organisations of PTV as libraries, and the network if one is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Plain
from lumme_graph.elements.who import Organisation
from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.draft import Draft, ForeignKey
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.ptv.envelope import ORGANISATION, SERVICE, PtvAnswers
from lumme_graph.exchange.ptv.keys import NETWORK, organisation_key
from lumme_graph.exchange.ptv.places import Places
from lumme_graph.exchange.ptv.services import responsible
from lumme_graph.exchange.ptv.texts import PtvTexts, main_word
from lumme_graph.exchange.thing import JsonThing

_A_LIBRARY: Final = Label(
    "PTV names the municipality or other body that is responsible: it is taken as its library"
)
_NOT_NEEDED: Final = Label("nothing of it was taken")
_NO_NAME: Final = Label(
    "organisation {id} is named in no file; it is called after its municipality"
)
_FEW: Final = 6


class Organisations:
    """The organisations that what is taken belongs to."""

    def __init__(self, found: PtvAnswers, asked: ImportOptions) -> None:
        self._found = found
        self._asked = asked
        self._names = _names(found)

    @property
    def network(self) -> ForeignKey | None:
        """The network: an organisation of the files that was asked for, or one that was named."""
        asked = self._asked
        if asked.network:
            by_word = {main_word(name).lower(): id_ for id_, name in self._names.items()}
            id_ = by_word.get(asked.network.lower()) or asked.network
            if id_ not in self._names:
                there = sorted({main_word(name) for name in self._names.values()} - {""})
                guess = nearest(asked.network, [*there, *self._names])
                more = f"did you mean {guess}?" if guess else f"there are {', '.join(there[:_FEW])}"
                raise ExchangeError(f"no organisation of the files is {asked.network}; {more}")
            return organisation_key(id_)
        return NETWORK if asked.name else None

    def drafts(self, owners: Mapping[str, None], places: Places, day: date) -> Iterator[Draft]:
        """The network, and a library for each organisation that something belongs to."""
        network = self.network
        language = next(iter((*self._asked.languages, "fi")))
        if network and self._asked.name and not self._asked.network:
            name = {language: self._asked.name}
            fields: dict[str, Any] = {"name": name, "type": "network"}
            yield Draft(Organisation, network, self._asked.name, fields)
        for id_ in owners:
            key = organisation_key(id_)
            name = self._names.get(id_) or self._after_town(id_, places)
            fields = {"name": name} | self._told(id_)
            if key == network:
                fields["type"] = "network"
            if network and key != network:
                since = {"latest": day.isoformat()}
                fields["memberships"] = [{"of": network, "from": since}]
            yield Draft(
                Organisation,
                key,
                main_word(name),
                fields,
                derivation=None if key == network else _A_LIBRARY,
                defaults={"type": "library"},
            )
        for id_, thing in self._found.of(ORGANISATION).items():
            if id_ not in owners:
                thing.skip(_NOT_NEEDED)

    def name(self) -> dict[str, str]:
        """What the model may be called: as the network is."""
        if self._asked.name:
            return {next(iter((*self._asked.languages, "fi"))): self._asked.name}
        network = self.network
        return self._names.get(network.value, {}) if network else {}

    def _told(self, id_: str) -> dict[str, Any]:
        thing = self._found.of(ORGANISATION).get(id_)
        if thing is None:
            return {}
        for field in ("id", "publishingStatus", "modified", "parentOrganizationId"):
            thing.raw(field)
        code = thing.text("businessCode")
        return {"identifiers": [{"scheme": "business-id", "value": code}]} if code else {}

    def _after_town(self, id_: str, places: Places) -> dict[str, str]:
        self._found.reading.notes.append(_NO_NAME.fill(id=Plain(id_)))
        return places.town_of(id_) or {"fi": id_}


def owners_of(
    services: Mapping[str, JsonThing], channels: Mapping[str, JsonThing]
) -> dict[str, None]:
    """The organisations that services and channels belong to, each once."""
    found = {one.text("id"): None for thing in services.values() for one in responsible(thing)}
    return found | {
        id_: None for thing in channels.values() if (id_ := thing.text("organizationId"))
    }


def _names(found: PtvAnswers) -> dict[str, dict[str, str]]:
    """What the organisations are called: as they say themselves, else as services name them."""
    names: dict[str, dict[str, str]] = {}
    for thing in found.of(SERVICE).values():
        for one in responsible(thing):
            if called := one.text("name"):
                names.setdefault(one.text("id"), {"fi": called})
    for id_, thing in found.of(ORGANISATION).items():
        texts = PtvTexts(thing, "organizationNames")
        if name := texts.take("Name", prose=False):
            names[id_] = name
        texts.close()
    return names
