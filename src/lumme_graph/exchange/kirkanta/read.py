"""DirectoryAnswers of Kirkanta as drafts: the network, a library for each municipality, places, services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.draft import Received
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.kirkanta.envelope import answers
from lumme_graph.exchange.kirkanta.keys import network_key
from lumme_graph.exchange.kirkanta.network import (
    city_drafts,
    network_drafts,
    network_name,
    none_of,
    the_network,
)
from lumme_graph.exchange.kirkanta.places import place_drafts, places
from lumme_graph.exchange.kirkanta.services import service_drafts
from lumme_graph.exchange.opened import Opened
from lumme_graph.exchange.thing import FileReading


def read_kirkanta(files: Sequence[Opened], asked: ImportOptions, day: date) -> Received:
    """What answers of Kirkanta v4 say, as far as a model can hold it.

    Raises `ExchangeError` where they cannot be read, hold libraries of several consortiums and none
    is asked for, or hold none of what is asked for.
    """
    reading = FileReading()
    found = answers(files, reading)
    if not found.of("library"):
        reading.closed()
        raise ExchangeError(
            f"{files[0].path}: there is no library in it; fetch "
            "api.kirjastot.fi/v4/library?consortium=…&with=services&refs=city,consortium&limit=…"
        )
    network = the_network(found, asked)
    there = tuple(places(found, network, asked.only))
    if not there:
        reading.closed()
        raise none_of(found, asked.only)
    name = network_name(found, network, asked)
    drafts = (
        *network_drafts(found, network, name),
        *city_drafts(found, there, network, day),
        *place_drafts(there, day, whole=found.whole),
        *service_drafts(found, there, day),
    )
    return Received(
        format="kirkanta",
        day=day,
        languages=found.languages_as(asked.languages),
        drafts=drafts,
        citation="Kirjastot.fi: Kirkanta (API v4)",
        where=", ".join(sorted(file.name for file in files)),
        network=network_key(network) if network or name else None,
        name=name,
        country=asked.country or "FI",
        left=reading.closed(),
        notes=tuple(reading.notes),
        whole=found.whole and not asked.only,
        silent=frozenset(place.key for place in there if not place.tells_services),
    )
