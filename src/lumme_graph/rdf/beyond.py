"""Triples on elements that no field declares: required by official shapes, or said elsewhere.

The shapes require, for example, that a service has a description and an authority; a part of a
goal or place is listed by its whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from pyoxigraph import Literal

from lumme_graph.elements.customers import Profile
from lumme_graph.elements.development import Need
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.groups import Group
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import ELEMENTS, KINDS
from lumme_graph.elements.offer import Service
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.membership import above
from lumme_graph.graph.parts import part_references
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.spec import specs
from lumme_graph.rdf.fields import Plans
from lumme_graph.rdf.terms import Pair, named

PROFILES = "profiles"
"""The local name of the scheme of the model's customer profiles."""

_PUBLIC = "cv:PublicOrganisation"


class Beyond:
    """Makes the triples on the elements of one graph that none of their own fields declares."""

    def __init__(self, graph: ServiceGraph, plans: Plans) -> None:
        self._graph = graph
        self._plans = plans
        self._day = graph.settings.as_of
        self._wholes = _wholes(graph)
        self._served = _served_by_members(graph)
        self._authorities = Authorities(graph)
        self._of_kind: dict[type[KeptElement], Callable[[Any], Iterable[Pair]]] = {
            Organisation: self._of_organisation,
            Group: self._of_group,
            Service: self._of_service,
            Profile: self._of_profile,
            Section: self._of_section,
            Need: self._of_need,
        }

    def of(self, element: KeptElement) -> Iterable[Pair]:
        """The pairs of property and value that an element has beside those of its fields."""
        wholes = self._wholes.get(element.id)
        return chain(self._own(element), self._of_part(wholes)) if wholes else self._own(element)

    def _own(self, element: KeptElement) -> Iterable[Pair]:
        more = self._of_kind.get(KINDS[element.kind.prefix])
        said = self._of_parts(element)
        return said if more is None else chain(said, more(element))

    def _of_part(self, wholes: list[tuple[str, int]]) -> Iterator[Pair]:
        """The whole that lists it; its place in the list, where there is only one list."""
        for id_, _ in wholes:
            yield named("dct:isPartOf"), self._plans.nodes[id_]
        if len(wholes) == 1:
            yield named("lg:position"), Literal(wholes[0][1])

    def _of_organisation(self, organisation: Organisation) -> Iterator[Pair]:
        """A network serves what its members serve, where it does not say itself."""
        if not organisation.municipalities and _is_public(organisation):
            for id_ in self._served.get(organisation.id, ()):
                yield named("dct:spatial"), self._plans.nodes[id_]

    def _of_service(self, service: Service) -> Iterator[Pair]:
        """Its authorities and class; its name for a description that is still missing."""
        if service.description is None:
            for words in self._plans.tags.literals(service.name):
                yield named("dct:description"), words
        for id_ in self._authorities.of(service):
            yield named("cv:hasCompetentAuthority"), self._plans.nodes[id_]
        if service.service_class is not None:
            yield named("cv:thematicArea"), self._plans.codes.service_class(service.service_class)

    def _of_profile(self, _: Profile) -> Iterator[Pair]:
        """The scheme of all profiles."""
        scheme = self._plans.nodes[PROFILES]
        yield named("skos:inScheme"), scheme
        yield named("skos:topConceptOf"), scheme

    def _of_section(self, section: Section) -> Iterator[Pair]:
        """What it covers, without the record between."""
        for item in dict.fromkeys(cover.item for cover in section.covers):
            yield named("dct:subject"), self._plans.nodes[item]

    def _of_group(self, group: Group) -> Iterator[Pair]:
        """The public organisation whose unit it is; a partner's group is none of those."""
        whole = self._graph.get(group.unit_of)
        if whole is not None and _is_public(whole):
            yield named("org:unitOf"), self._plans.nodes[whole.id]

    def _of_need(self, need: Need) -> Iterator[Pair]:
        """The events at which it was raised, without the record between."""
        for id_ in dict.fromkeys(event for origin in need.origins for event in origin.events):
            yield named("prov:wasDerivedFrom"), self._plans.nodes[id_]

    def _of_parts(self, element: KeptElement) -> Iterator[Pair]:
        """The parts of other elements that it names, where they are there."""
        for part in part_references(element):
            if part.whole != element.id and part.address and self._graph.has(part.address):
                for iri in part.spec.prop.iris:
                    yield named(iri), self._plans.nodes[part.address]


class Authorities:
    """Who answers for a service: each public library that offers it, else the network."""

    def __init__(self, graph: ServiceGraph) -> None:
        network = graph.get(graph.settings.network)
        self._network = [network.id] if network is not None and _is_public(network) else []
        self._day = Day.of(graph)

    def of(self, service: Service) -> list[str]:
        """The ids of the organisations, in model order."""
        row = zip(self._day.libraries, self._day.offers.row(service), strict=True)
        found = [library.id for library, said in row if said and _is_public(library)]
        return found or self._network


def _is_public(organisation: Organisation) -> bool:
    return _PUBLIC in organisation.type.iris


def _wholes(graph: ServiceGraph) -> dict[str, list[tuple[str, int]]]:
    """Who lists an element as its part, and at which place."""
    wholes: dict[str, list[tuple[str, int]]] = {}
    for cls in ELEMENTS:
        fields = [
            s.name for s in specs(cls) if s.is_ref and s.many and "dct:hasPart" in s.prop.iris
        ]
        for whole in graph.all(cls) if fields else ():
            for field in fields:
                for place, part in enumerate(dict.fromkeys(getattr(whole, field)), start=1):
                    wholes.setdefault(part, []).append((whole.id, place))
    return wholes


def _served_by_members(graph: ServiceGraph) -> dict[str, dict[str, None]]:
    """The municipalities of an organisation's members of the day, in model order."""
    served: dict[str, dict[str, None]] = {}
    for organisation in graph.all(Organisation):
        municipalities = dict.fromkeys(map(str, organisation.municipalities))
        for whole, surely in above(graph, organisation, graph.settings.as_of).items():
            if surely:
                served.setdefault(whole, {}).update(municipalities)
    return served
