"""What lies behind a change of an item: the sections that tell of it, and what it is a part of."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from lumme_graph.analysis.coverage.deep import wholes_of
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Cover, Section
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.fingerprint import ReviewState, fingerprint, review_state
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId, id_of


@dataclass(frozen=True, slots=True)
class SectionLink:
    """A section that tells of an element, where in the section, and how its review stands."""

    section: Section
    place: int
    state: ReviewState


@dataclass(frozen=True, slots=True)
class Behind:
    """An element, how many steps from the changed one, and the sections that tell of it."""

    element: KeptElement
    steps: int
    told: tuple[SectionLink, ...]


def impact(graph: ServiceGraph, element: AnyId) -> list[Behind]:
    """The element itself, then all that it is a part of, nearest first; linear in the relations.

    Raises `UnknownIdError` where there is no such element.
    """
    need_graph(graph)
    id_ = graph[id_of(element)].id
    wholes = wholes_of(graph, graph.all(Coverable))
    told = links_to(graph)
    found = {id_: 0}
    waiting = deque([id_])
    made: list[Behind] = []
    while waiting:
        here = waiting.popleft()
        made.append(Behind(graph[here], found[here], tuple(told.get(here, ()))))
        for whole in wholes.get(here, ()):
            if whole not in found:
                found[whole] = found[here] + 1
                waiting.append(whole)
    return made


def links_to(graph: ServiceGraph) -> dict[str, list[SectionLink]]:
    """For each element, the sections that tell of it, in model order."""
    told: dict[str, list[SectionLink]] = {}
    for section in graph.all(Section):
        for place, link in enumerate(section.covers):
            item = graph.find(link.item)
            if item is not None:
                told.setdefault(item.id, []).append(
                    SectionLink(section, place, state_of(link, item))
                )
    return told


def state_of(link: Cover, item: KeptElement) -> ReviewState:
    """How a link stands to its item."""
    return review_state(link.reviewed.fp if link.reviewed else None, fingerprint(item))
