"""How Kirkanta knows its things: the schemes of its identifiers."""

from __future__ import annotations

from typing import Final

from lumme_graph.elements.offer import Service
from lumme_graph.elements.who import Municipality, Organisation
from lumme_graph.exchange.draft import ForeignKey, key_of

DIRECTORY: Final = "directory"
"""The scheme of libraries and of services."""

_CITY: Final = "directory-city"
_CONSORTIUM: Final = "directory-consortium"


def municipality_key(city: str) -> ForeignKey:
    """The key of a city as a municipality."""
    return key_of(Municipality, _CITY, city)


def library_key(city: str) -> ForeignKey:
    """The key of the library that runs the places of a city."""
    return key_of(Organisation, _CITY, city)


def network_key(consortium: str) -> ForeignKey:
    """The key of a consortium as the network; also of one that has no id in the directory."""
    return key_of(Organisation, _CONSORTIUM if consortium else "", consortium or "network")


def service_key(service: str) -> ForeignKey:
    """The key of a service that libraries share."""
    return key_of(Service, DIRECTORY, service)
