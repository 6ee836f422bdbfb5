"""The kinds of element, in reading order."""

from __future__ import annotations

from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import KeptElement, Source
from lumme_graph.elements.guide import Guide, Section
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Service, Touchpoint
from lumme_graph.elements.promise import Commitment, Promise
from lumme_graph.elements.who import Branch, Municipality, Organisation, Role, Vehicle

__all__ = [
    "ELEMENTS",
    "KINDS",
    "Branch",
    "Commitment",
    "Guide",
    "Municipality",
    "Organisation",
    "Path",
    "Profile",
    "Promise",
    "Role",
    "Section",
    "Service",
    "Source",
    "Touchpoint",
    "Vehicle",
]

ELEMENTS: tuple[type[KeptElement], ...] = (
    Source,
    Municipality,
    Organisation,
    Branch,
    Vehicle,
    Role,
    Touchpoint,
    Service,
    Profile,
    Path,
    Commitment,
    Promise,
    Section,
    Guide,
)
"""Every kind, in reading order: a relation is written on the later of its two kinds."""

KINDS: dict[str, type[KeptElement]] = {cls.kind.prefix: cls for cls in ELEMENTS}
"""The kinds by the prefix of their ids."""
