"""Answers of PTV as drafts: services, channels, buildings, and who is responsible for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label
from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.draft import Draft, ForeignKey, Received
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.json_data import is_object
from lumme_graph.exchange.opened import Opened
from lumme_graph.exchange.ptv.channels import (
    LOCATION,
    channel_drafts,
    channel_type,
    touchpoint_key,
)
from lumme_graph.exchange.ptv.concepts import Concepts, codes_of
from lumme_graph.exchange.ptv.envelope import CHANNEL, SERVICE, PtvAnswers, ptv_answers
from lumme_graph.exchange.ptv.fields import LANGUAGES
from lumme_graph.exchange.ptv.places import Places, branch_key
from lumme_graph.exchange.ptv.services import connected, responsible, service_drafts
from lumme_graph.exchange.ptv.who import Organisations, owners_of
from lumme_graph.exchange.thing import FileReading, JsonThing

LIBRARIES: Final = "P25.1"
"""The service class of libraries."""

_OTHER_CLASS: Final = Label(
    "its service class is not that of libraries (P25.1); --only takes others"
)
_NOT_ASKED: Final = Label("it was not asked for")
_UNCONNECTED: Final = Label("it is connected with no service that is taken")


def read_ptv(files: Sequence[Opened], asked: ImportOptions, day: date) -> Received:
    """What answers of PTV v11 say, as far as a model can hold it.

    Raises `ExchangeError` where they cannot be read, or hold nothing of what is asked for.
    """
    reading = FileReading()
    found = ptv_answers(files, reading)
    services = _services(found, asked.only)
    links = list(connected(found))
    channels = _channels(found, services, links)
    if not services and not channels:
        reading.closed()
        raise _nothing(found, files, asked.only)
    at, met = _linked(channels, services, links)
    concepts, places = Concepts(), Places(found, channels, day)
    who = Organisations(found, asked)
    branches = tuple(places.branches())
    touchpoints = tuple(channel_drafts(found, channels, day))
    offered = tuple(service_drafts(found, services, at, met, concepts, day))
    drafts: tuple[Draft, ...] = (
        *places.municipalities(),
        *who.drafts(owners_of(services, channels), places, day),
        *branches,
        *concepts.drafts(),
        *touchpoints,
        *offered,
    )
    return Received(
        format="ptv",
        day=day,
        languages=tuple(dict.fromkeys((*asked.languages, *_languages(drafts)))),
        drafts=drafts,
        citation="PTV, the Finnish Service Catalogue (API v11)",
        where=", ".join(file.name for file in files),
        network=who.network,
        name=who.name(),
        country="FI",
        left=reading.closed(),
        notes=tuple(reading.notes),
        whole=found.whole and not asked.only,
    )


def _services(found: PtvAnswers, only: Sequence[str]) -> dict[str, JsonThing]:
    """The services that are asked for; else those of libraries, where there are any."""
    there = found.of(SERVICE)
    wanted = {word.lower() for word in only}
    of_libraries = {id_ for id_, thing in there.items() if LIBRARIES in codes_of(thing)}
    taken: dict[str, JsonThing] = {}
    for id_, thing in there.items():
        if wanted and not wanted & _words(id_, thing):
            thing.skip(_NOT_ASKED)
        elif not wanted and of_libraries and id_ not in of_libraries:
            thing.skip(_OTHER_CLASS)
        else:
            taken[id_] = thing
    return taken


def _words(id_: str, thing: JsonThing) -> set[str]:
    """By what a service can be asked for: itself, its classes, and who is responsible."""
    owners = [word for one in responsible(thing) for word in (one.text("id"), one.text("name"))]
    return {word.lower() for word in (id_, thing.name, *codes_of(thing), *owners)}


def _channels(
    found: PtvAnswers, services: Mapping[str, JsonThing], links: Sequence[tuple[str, str]]
) -> dict[str, JsonThing]:
    """The channels of the services that are taken; all, where there are no services."""
    there = found.of(CHANNEL)
    if not found.of(SERVICE):
        return dict(there)
    wanted = {channel for service, channel in links if service in services}
    for id_, thing in there.items():
        if id_ not in wanted:
            thing.skip(_UNCONNECTED)
    return {id_: thing for id_, thing in there.items() if id_ in wanted}


Linked = dict[str, list[ForeignKey]]


def _linked(
    channels: Mapping[str, JsonThing],
    services: Mapping[str, JsonThing],
    links: Sequence[tuple[str, str]],
) -> tuple[Linked, Linked]:
    """For each service the buildings that it is connected with, and its other channels."""
    at: Linked = {}
    met: Linked = {}
    for service, channel in dict.fromkeys(links):
        if channel in channels and service in services:
            if channel_type(channels[channel]) == LOCATION:
                at.setdefault(service, []).append(branch_key(channel))
            else:
                met.setdefault(service, []).append(touchpoint_key(channel))
    return at, met


def _languages(drafts: Sequence[Draft]) -> list[str]:
    """The languages of the texts, in the order of PTV."""
    texts = (value for draft in drafts for value in draft.fields.values() if is_object(value))
    used = {tag for text in texts for tag in text if tag in LANGUAGES}
    return [tag for tag in LANGUAGES if tag in used] or ["fi"]


def _nothing(found: PtvAnswers, files: Sequence[Opened], only: Sequence[str]) -> ExchangeError:
    names = sorted({thing.name for thing in found.of(SERVICE).values()} - {""})
    if only and names:
        guess = next((near for word in only if (near := nearest(word, names))), None)
        more = f"did you mean {guess}?" if guess else f"there are {', '.join(names[:6])}"
        return ExchangeError(f"no service of {', '.join(only)} is in the files; {more}")
    return ExchangeError(
        f"{files[0].path}: there is nothing published in it; save what "
        "…/api/v11/Service/list and …/api/v11/ServiceChannel/list answer"
    )
