"""The channels of PTV that are no building, as touchpoints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from lumme_graph.base.label import Label, Plain
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.exchange.draft import Draft, ForeignKey, key_of
from lumme_graph.exchange.ptv.envelope import PtvAnswers
from lumme_graph.exchange.ptv.fields import CHANNEL_TYPES
from lumme_graph.exchange.ptv.keys import PTV, organisation_key
from lumme_graph.exchange.ptv.services import described, gone_on, search_words
from lumme_graph.exchange.ptv.texts import PtvTexts, main_word
from lumme_graph.exchange.thing import JsonThing

LOCATION: Final = "ServiceLocation"
NO_HOURS: Final = Label("the model has no opening hours: they stay in PTV")
NO_AREA: Final = Label("the model tells by its offers where something is to be had")
_NO_ADDRESS: Final = Label("the model keeps no addresses of channels")
_UNKNOWN: Final = Label("a channel of the type {type} is not known")
_PASSED: Final = ("id", "sourceId", "organizationId", "publishingStatus", "modified", "channelId")
_ADDRESSES: Final = ("webPages", "channelUrls", "urls", "phoneNumbers", "supportPhones")


def channel_type(thing: JsonThing) -> str:
    """What type of channel it is; one with an address to visit is a building."""
    return thing.text("serviceChannelType") or (LOCATION if thing.tells("addresses") else "")


def touchpoint_key(id_: str) -> ForeignKey:
    """The key of a channel that is no building."""
    return key_of(Touchpoint, PTV, id_)


def channel_drafts(found: PtvAnswers, taken: Mapping[str, JsonThing], day: date) -> Iterator[Draft]:
    """A touchpoint for each channel but the buildings."""
    for id_, thing in taken.items():
        type_ = channel_type(thing)
        if type_ == LOCATION:
            continue
        if type_ not in CHANNEL_TYPES:
            thing.skip(_UNKNOWN.fill(type=Plain(type_)))
            continue
        fields = channel_texts(thing) | {"channel": CHANNEL_TYPES[type_][1].value}
        pass_channel(thing)
        for field in _ADDRESSES:
            thing.leave(field, _NO_ADDRESS)
        if id_ in found.gone:
            fields["to"] = {"latest": gone_on(thing, day)}
        else:
            owner = organisation_key(thing.text("organizationId"))
            since = {"latest": day.isoformat()}
            fields["offered"] = [{"at": owner, "is": "yes", "from": since}]
        yield Draft(Touchpoint, touchpoint_key(id_), main_word(fields["name"]), fields)


def channel_texts(thing: JsonThing) -> dict[str, Any]:
    """The texts of a channel."""
    names = PtvTexts(thing, "serviceChannelNames")
    told = PtvTexts(thing, "serviceChannelDescriptions")
    fields: dict[str, Any] = {
        "name": names.take("Name", prose=False),
        "description": described(told),
        "search_words": search_words(names, {}),
    }
    names.close()
    told.close()
    return fields


def pass_channel(thing: JsonThing) -> None:
    """What a channel tells that the model knows by other ways, or leaves to PTV."""
    for field in (*_PASSED, "serviceChannelType", "displayNameType", "areaType"):
        thing.raw(field)
    thing.leave("areas", NO_AREA)
    thing.leave("serviceHours", NO_HOURS)
