"""Which section speaks of which item, for which libraries, in which languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lumme_graph.elements.guide import Cover, Section
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.settings import UnreviewedAs
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.graph.offers import is_member
from lumme_graph.graph.service_graph import ServiceGraph


class Link(NamedTuple):
    """A section's link to an item, with the libraries that both are about."""

    section: Section
    place: int
    stale: bool
    scope: frozenset[str] | None
    languages: frozenset[str]

    def reaches(self, library: str) -> bool:
        """Is the link about a library?"""
        return self.scope is None or library in self.scope


def links_by_item(
    graph: ServiceGraph, found: tuple[Organisation, ...], day: date
) -> dict[str, list[Link]]:
    """The links of all sections by the item that they lead to, in the order of sections."""
    members = {ref: in_scope(found, ref, day) for ref in _scoped(graph)}
    links: dict[str, list[Link]] = {}
    for section in graph.all(Section):
        languages = frozenset(graph.prose(section))
        for index, link in enumerate(section.covers):
            item = graph.find(link.item)
            if isinstance(item, Coverable):
                scope = _scope(section, link, members)
                bearing = Link(section, index, _is_stale(graph, link, item), scope, languages)
                links.setdefault(item.id, []).append(bearing)
    return links


def _is_stale(graph: ServiceGraph, link: Cover, item: Coverable) -> bool:
    """Has the item changed since the review? What was never reviewed counts as the settings say."""
    if link.reviewed is None:
        return graph.settings.coverage.unreviewed is UnreviewedAs.STALE
    return link.reviewed.fp != fingerprint(item)


def _scoped(graph: ServiceGraph) -> set[str]:
    """The organisations that sections and links name as their scope."""
    return {
        ref
        for section in graph.all(Section)
        for scope in (section.scope, *(link.scope for link in section.covers))
        for ref in scope
    }


def in_scope(found: Iterable[Organisation], ref: str, day: date) -> frozenset[str]:
    """The libraries that a name in a scope means: itself, or the members of the day."""
    return frozenset(o.id for o in found if o.id == ref or is_member(o, ref, day))


def _scope(
    section: Section, link: Cover, members: dict[str, frozenset[str]]
) -> frozenset[str] | None:
    """The libraries that both the section and the link are about; None for all."""
    scopes: list[frozenset[str]] = [
        frozenset[str]().union(*(members[ref] for ref in scope))
        for scope in (section.scope, link.scope)
        if scope
    ]
    if not scopes:
        return None
    return scopes[0].intersection(*scopes[1:])
