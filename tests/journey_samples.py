"""Paths to draw as journeys in tests, made in Python."""

from __future__ import annotations

from datetime import date
from typing import Any

from lumme_graph.elements.customers import Profile
from lumme_graph.elements.development import Need
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Rule, Touchpoint
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.journey import journey
from lumme_graph.views.drawn.parts import Only
from lumme_graph.views.shapes import DrawnFact, Grid, told

LONG = "asks for a book that no library of the network has on its shelves today, " * 6


def step(id_: str, feeling: int | None = None, **more: Any) -> dict[str, Any]:
    """A step of the customer, with a feeling where one is given."""
    said = {} if feeling is None else {"feeling": {"value": feeling}}
    action = more.pop("action", f"does {id_}")
    own = {"id": id_, "action": {"en": action}, "actor": {"kind": "customer"}, "lane": "customer"}
    return {**own, **said, **more}


def path(*steps: dict[str, Any], **more: Any) -> Path:
    """A path of some steps."""
    return Path.model_validate({"id": "path-x", "name": {"en": "A path"}, "steps": steps, **more})


def graph(*elements: KeptElement) -> ServiceGraph:
    """A graph of some paths and what they may name."""
    known = [
        Profile.model_validate({"id": "profile-a", "name": {"en": "Anyone"}, "relation": "user"}),
        Profile.model_validate(
            {"id": "profile-b", "name": {"en": "Beginners"}, "relation": "user"}
        ),
        Touchpoint.model_validate(
            {"id": "touchpoint-desk", "name": {"en": "Desk"}, "channel": "service-location"}
        ),
        Rule.model_validate(
            {"id": "rule-loan", "name": {"en": "Loans"}, "description": {"en": "How to borrow."}}
        ),
        Need.model_validate({"id": "need-speed", "name": {"en": "Quicker answers"}}),
    ]
    return ServiceGraph([*known, *elements], Settings(as_of=date(2026, 8, 22)))


def drawn(*paths: Path, phase: str = "", lang: str = "en") -> Grid:
    """The first path as a journey, in a graph of all."""
    of = graph(*paths)
    return journey(of, paths[0].id, of.speaker(lang), Only(phase=phase))


def facts(grid: Grid) -> dict[str, DrawnFact]:
    """All facts by their ids."""
    return {one.fact.id: one.fact for one in told(grid)}


def words(grid: Grid) -> dict[str, str]:
    """What all facts say, by their ids."""
    return {id_: fact.words.words for id_, fact in facts(grid).items()}
