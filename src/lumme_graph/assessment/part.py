"""A part of the judgement: what a profile, or the people of a municipality, find, or what has a tag."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from lumme_graph.analysis.coverage.deep import deep_cells
from lumme_graph.analysis.coverage.gates import Gate, failed
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.assess import Assessment
from lumme_graph.base.amounts import Share
from lumme_graph.base.error import KnownError
from lumme_graph.base.finding import Finding
from lumme_graph.base.ratio import Ratio
from lumme_graph.checks.gates import of_gates
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.who import Municipality
from lumme_graph.graph.service_graph import E, ServiceGraph
from lumme_graph.graph.tagged import AnyTags, asked_tags
from lumme_graph.meta.named import AnyId


@dataclass(frozen=True)
class Part(Assessment):
    """An assessment of some items at some libraries only, and the whole that it is a part of."""

    whole: Assessment
    profile: Profile | None
    municipality: Municipality | None
    tags: tuple[str, ...] = ()

    @cached_property
    def deep(self) -> Ratio:
        """How many of the counted cells are deep; what an item is made of may lie outside the part."""
        here = {
            (item.id, library.id)
            for item in self.coverage.items
            for library in self.coverage.libraries
        }
        n = sum((c.item.id, c.library.id) in here for c in deep_cells(self.whole.coverage))
        return Ratio(n, self.coverage.done.d)


def part(
    whole: Assessment,
    *,
    profile: AnyId | None = None,
    municipality: AnyId | None = None,
    tag: AnyTags | None = None,
    total: Share | None = None,
) -> Part:
    """The part of an assessment that is about a profile's items at a municipality's libraries.

    With `tag` it is about the items that have it. The gates of the settings are about the whole; of a
    part only `total` is asked. Raises `UnknownIdError` where there is no such profile or municipality,
    `UnknownTagError` where nothing has the tag, and `KnownError` where no library serves it.
    """
    graph = whole.coverage.graph
    who = _named(graph, Profile, profile)
    where = _named(graph, Municipality, municipality)
    coverage = narrowed(whole.coverage.tagged(tag), who, where)
    gates = () if total is None else (Gate("minimum.total", "", coverage.done, total),)
    missed = tuple(failed(coverage, list(gates)))
    items = {item.id for item in coverage.items}
    sections = {link.section.id for item in items for link in coverage.links.get(item, ())}
    told = [finding for finding in whole.findings if finding.element in items | sections]
    findings = tuple(sorted([*told, *of_gates(graph, missed)], key=Finding.sort_key))
    return Part(coverage, gates, missed, None, findings, whole, who, where, asked_tags(tag))


def narrowed(
    coverage: Coverage, profile: Profile | None, municipality: Municipality | None
) -> Coverage:
    """The coverage of a profile's items, at the libraries that serve a municipality.

    Raises `KnownError` where no library serves it.
    """
    used = set(coverage.used_by(profile)) if profile else None
    items = tuple(item for item in coverage.items if used is None or item.id in used)
    found = tuple(
        library
        for library in coverage.libraries
        if municipality is None or municipality.id in library.municipalities
    )
    if municipality is not None and not found:
        raise KnownError(f"no library of the network serves {municipality.id} on {coverage.day}")
    width = len(coverage.languages)
    here = {library.id for library in found}
    places = [at for at, library in enumerate(coverage.libraries) if library.id in here]
    states = b"".join(
        row[at * width : (at + 1) * width]
        for row in map(coverage.states_of, items)
        for at in places
    )
    return replace(coverage, items=items, libraries=found, state_of=states)


def _named(graph: ServiceGraph, kind: type[E], given: AnyId | None) -> E | None:
    return None if given is None else graph[kind, given]
