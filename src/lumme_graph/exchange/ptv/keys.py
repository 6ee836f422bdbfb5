"""How PTV knows its things: the schemes of its identifiers."""

from __future__ import annotations

from typing import Final

from lumme_graph.elements.subjects import Subject
from lumme_graph.elements.who import Municipality, Organisation
from lumme_graph.exchange.draft import ForeignKey, key_of

PTV: Final = "ptv"
"""The scheme of services, channels, buildings and organisations."""

_MUNICIPALITY: Final = "municipality-code"
_CONCEPT: Final = "uri"
NETWORK: Final = key_of(Organisation, "", "network")
"""The network that PTV does not know: it has no identifier there, and is named when files are read."""


def organisation_key(id_: str) -> ForeignKey:
    """The key of an organisation."""
    return key_of(Organisation, PTV, id_)


def municipality_key(code: str) -> ForeignKey:
    """The key of a municipality by its official code."""
    return key_of(Municipality, _MUNICIPALITY, code)


def concept_key(uri: str) -> ForeignKey:
    """The key of a concept by its address."""
    return key_of(Subject, _CONCEPT, uri)
