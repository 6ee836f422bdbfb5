"""Service design as code: a public-library network's services as one typed graph.

>>> import lumme_graph as lg
>>> desk = lg.Touchpoint(id="touchpoint-desk", name={"en": "Desk"}, channel="service-location")
>>> mine = lg.ServiceGraph([desk], lg.Settings(as_of="2026-08-22"))
>>> [finding.code for finding in lg.check(mine)]
['LG401', 'LG604']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lumme_graph.base.dates import UncertainDate
    from lumme_graph.base.finding import Finding, Place
    from lumme_graph.base.text import Label, Text
    from lumme_graph.checks import check
    from lumme_graph.elements import (
        ELEMENTS,
        Branch,
        Commitment,
        Guide,
        Municipality,
        Organisation,
        Path,
        Profile,
        Promise,
        Role,
        Section,
        Service,
        Source,
        Touchpoint,
        Vehicle,
    )
    from lumme_graph.elements.journeys import Step
    from lumme_graph.elements.offer import Offer
    from lumme_graph.elements.settings import Languages, Settings
    from lumme_graph.graph import ModelError, ServiceGraph, load, read
    from lumme_graph.meta.ref import Ref
    from lumme_graph.query.coverage import Coverage, coverage

_HOMES = {
    "base.dates": ("UncertainDate",),
    "base.finding": ("Finding", "Place"),
    "base.text": ("Label", "Text"),
    "checks": ("check",),
    "elements": (
        "ELEMENTS",
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
    ),
    "elements.journeys": ("Step",),
    "elements.offer": ("Offer",),
    "elements.settings": ("Languages", "Settings"),
    "graph": ("ModelError", "ServiceGraph", "load", "read"),
    "meta.ref": ("Ref",),
    "query.coverage": ("Coverage", "coverage"),
}
_HOME = {name: f"lumme_graph.{module}" for module, names in _HOMES.items() for name in names}

__version__ = "0.1.0"
__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    """Import what is asked for, when it is asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
