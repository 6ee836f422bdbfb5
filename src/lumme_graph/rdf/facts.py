"""What the derived graph of one export is worked out from: wholes, members, followers, authorities."""

from __future__ import annotations

from functools import cached_property

from lumme_graph.elements.guide import Section
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.offer import Service
from lumme_graph.elements.promise import Commitment
from lumme_graph.elements.who import Organisation, OrganisationType
from lumme_graph.graph.day import Day
from lumme_graph.graph.membership import above
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.spec import specs
from lumme_graph.rdf.fields import Plans
from lumme_graph.rdf.spelled import Term

_PUBLIC = "cv:PublicOrganisation"


def is_public(organisation: Organisation) -> bool:
    """Is it a public organisation, as partners are not?"""
    return _PUBLIC in organisation.type.iris


class Facts:
    """A graph, and what follows from it on its day; each is worked out once."""

    def __init__(self, graph: ServiceGraph, plans: Plans) -> None:
        self.graph = graph
        self.plans = plans
        self.day = Day.of(graph)

    def nodes(self, ids: object) -> list[Term]:
        """The nodes of ids, each once."""
        return [self.plans.nodes[str(id_)] for id_ in dict.fromkeys(ids)]  # type: ignore[call-overload]

    def authorities(self, service: Service) -> list[str]:
        """Who answers for a service: each public library that offers it, else the network."""
        told = sorted(self.day.offers.told(service).items())
        libraries = [self.day.libraries[place] for place, offered in told if offered]
        return [library.id for library in libraries if is_public(library)] or self._network

    @cached_property
    def _network(self) -> list[str]:
        network = self.graph.get(self.graph.settings.network)
        return [network.id] if network is not None and is_public(network) else []

    @cached_property
    def wholes(self) -> dict[str, list[tuple[str, int]]]:
        """Who lists an element as its part, and at which place."""
        wholes: dict[str, list[tuple[str, int]]] = {}
        for cls in ELEMENTS:
            fields = [s.name for s in specs(cls) if s.is_ref and s.many and s.prop.ordered]
            for whole in self.graph.all(cls) if fields else ():
                for field in fields:
                    for place, part in enumerate(dict.fromkeys(getattr(whole, field)), start=1):
                        wholes.setdefault(part, []).append((whole.id, place))
        return wholes

    def served(self, organisation: Organisation) -> list[str]:
        """The municipalities it serves; a network that says none serves those of its members."""
        own = list(dict.fromkeys(map(str, organisation.municipalities)))
        if own or not is_public(organisation):
            return own
        return list(self._served_by_members.get(organisation.id, ()))

    @cached_property
    def _served_by_members(self) -> dict[str, dict[str, None]]:
        served: dict[str, dict[str, None]] = {}
        for organisation in self.graph.all(Organisation):
            municipalities = dict.fromkeys(map(str, organisation.municipalities))
            for whole, surely in above(self.graph, organisation, self.day.date).items():
                if surely:
                    served.setdefault(whole, {}).update(municipalities)
        return served

    @cached_property
    def _applied(self) -> dict[str, dict[str, None]]:
        """The rules and practices that the steps of a service's paths apply."""
        applied: dict[str, dict[str, None]] = {}
        for path in self.graph.all(Path):
            if path.service is not None:
                found = applied.setdefault(str(path.service), {})
                for step in path.steps:
                    found.update({str(id_): None for id_ in (step.rule, step.practice) if id_})
        return applied

    @cached_property
    def _kept(self) -> dict[str, list[str]]:
        """The commitments that are kept at a touchpoint."""
        kept: dict[str, list[str]] = {}
        for commitment in self.graph.all(Commitment):
            for touchpoint in commitment.kept_at:
                kept.setdefault(str(touchpoint), []).append(commitment.id)
        return kept

    def follows(self, service: Service) -> list[str]:
        """The rules, practices and commitments that a service follows."""
        kept = (id_ for point in service.touchpoints for id_ in self._kept.get(str(point), ()))
        own = map(str, service.rules)
        return list(dict.fromkeys((*own, *self._applied.get(service.id, ()), *kept)))

    @cached_property
    def followed(self) -> frozenset[str]:
        """What any service follows."""
        return frozenset(
            id_ for service in self.graph.all(Service) for id_ in self.follows(service)
        )

    @cached_property
    def covered(self) -> frozenset[str]:
        """What any section covers."""
        return frozenset(
            str(cover.item) for section in self.graph.all(Section) for cover in section.covers
        )

    def joins(self, id_: str | None) -> OrganisationType | None:
        """The type of the organisation that a group is a unit of."""
        whole = self.graph.find(id_) if id_ is not None else None
        return whole.type if isinstance(whole, Organisation) else None
