"""Which section speaks of which item, for which libraries, in which languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from lumme_graph.base.truth import Truth
from lumme_graph.elements.guide import Cover, Section
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.settings import UnreviewedAs
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.fingerprint import ReviewState, fingerprint, review_state
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId, id_of


class CoverLink(NamedTuple):
    """A section's link to an item, with the libraries that both are about."""

    section: Section
    place: int
    stale: bool
    scope: frozenset[str] | None
    languages: frozenset[str]

    def reaches(self, library: AnyId) -> bool:
        """Is the link about a library?"""
        return self.scope is None or id_of(library) in self.scope


class Scopes:
    """The libraries that a scope means on a day: those named, and the members of what is named."""

    def __init__(self, day: Day) -> None:
        self._all = frozenset(library.id for library in day.libraries)
        self._below = day.members

    def of(self, scope: Iterable[str], but: Iterable[str] = ()) -> frozenset[str] | None:
        """The libraries in a scope, all where it is empty, but for the excepted; None for all.

        Who is perhaps a member is in no scope, and is excepted.
        """
        named, left_out = list(scope), self._any(but, (True, None))
        if not named:
            return self._all - left_out if left_out else None
        return self._any(named, (True,)) - left_out

    def link(self, section: Section, link: Cover) -> frozenset[str] | None:
        """The libraries that both a section and its link are about; None for all.

        Where a local exception says that the item is not offered, the section does not promise it.
        """
        apart = [one.at for one in section.exceptions if link.item in one.not_offered]
        scopes = [
            found
            for found in (
                self.of(section.scope, section.except_),
                self.of(link.scope, link.except_),
                self.of((), apart),
            )
            if found is not None
        ]
        return scopes[0].intersection(*scopes[1:]) if scopes else None

    def _any(self, refs: Iterable[str], truths: tuple[Truth, ...]) -> frozenset[str]:
        return frozenset(
            library
            for ref in refs
            for library, truth in self._below.get(ref, {}).items()
            if truth in truths
        )


class Reaching:
    """The links to one item by the library that they are about."""

    def __init__(self, links: Iterable[CoverLink]) -> None:
        self._everywhere: list[tuple[int, CoverLink]] = []
        self._here: dict[str, list[tuple[int, CoverLink]]] = {}
        for numbered in enumerate(links):
            scope = numbered[1].scope
            if scope is None:
                self._everywhere.append(numbered)
            else:
                for library in scope:
                    self._here.setdefault(library, []).append(numbered)

    @cached_property
    def everywhere(self) -> list[CoverLink]:
        """The links about all libraries."""
        return [link for _, link in self._everywhere]

    @property
    def narrowed(self) -> Collection[str]:
        """The libraries that more links are about than those about all."""
        return self._here

    def at(self, library: str) -> list[CoverLink]:
        """The links that are about a library, in the order of sections."""
        own = self._here.get(library)
        if own is None:
            return self.everywhere
        return [link for _, link in sorted([*self._everywhere, *own], key=lambda one: one[0])]


@once
def scopes(day: Day) -> Scopes:
    """What each scope means on the day."""
    return Scopes(day)


def links_by_item(day: Day) -> dict[str, list[CoverLink]]:
    """The links of all sections by the item that they lead to, in the order of sections."""
    graph, meant = day.graph, scopes(day)
    links: dict[str, list[CoverLink]] = {}
    prints: dict[str, str] = {}
    for section in graph.all(Section):
        languages = frozenset(graph.prose(section))
        for index, link in enumerate(section.covers):
            item = graph.find(link.item)
            if not isinstance(item, Coverable):
                continue
            if link.reviewed is not None and item.id not in prints:
                prints[item.id] = fingerprint(item)
            stale = _is_stale(graph, link, prints.get(item.id, ""))
            bearing = CoverLink(section, index, stale, meant.link(section, link), languages)
            links.setdefault(item.id, []).append(bearing)
    return links


def _is_stale(graph: ServiceGraph, link: Cover, now: str) -> bool:
    """Has the item changed since the review? What was never reviewed counts as the settings say."""
    state = review_state(link.reviewed.fp if link.reviewed else None, now)
    if state is ReviewState.UNREVIEWED:
        return graph.settings.coverage.unreviewed is UnreviewedAs.STALE
    return state is ReviewState.STALE
