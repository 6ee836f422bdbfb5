"""Who is reached by what is said of a place or an organisation: the memberships, followed to their end.

SPARQL cannot follow memberships that have days of their own through sub-networks. So the derived
graph says of each organisation what it is within, itself or through others, and on which days surely
or perhaps.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.who import Branch, Organisation, OrganisationType, Vehicle
from lumme_graph.graph.membership import Bounds, both, ways
from lumme_graph.graph.offers import Level
from lumme_graph.graph.service_graph import ServiceGraph

ALWAYS: Bounds = (None, None)
_OWN, _WHOLE, _NETWORK = 0, 1000, 2000


class ReachedPlace(NamedTuple):
    """What is said of something holds for an organisation too, within bounds.

    `said_of` is an id, or None for the model as a whole; `tells_of` is the organisation of which that
    tells, and `distance` how far off it is said, where offers can be stated of it.
    """

    said_of: str | None
    tells_of: str | None
    distance: int | None
    days: Bounds


class Reaches:
    """What reaches the organisations of a model."""

    def __init__(self, graph: ServiceGraph) -> None:
        self._graph = graph

    def of(self, organisation: Organisation) -> Iterator[ReachedPlace]:
        """What holds for an organisation: what is said of its wholes, of a library all there is."""
        is_library = organisation.type is OrganisationType.LIBRARY
        above = ways(self._graph, organisation)
        if is_library:
            yield from self._model(above)
            above = {organisation.id: [ALWAYS], **above}
        for whole, spans in above.items():
            far = self._far(organisation, whole)
            for days in spans:
                yield ReachedPlace(whole, whole, far + Level.ORGANISATION, days)
                if is_library:
                    for spot in self._spots.get(whole, ()):
                        yield self._spot(spot, whole, far, days)

    def _model(self, above: dict[str, list[Bounds]]) -> Iterator[ReachedPlace]:
        network = self._graph.settings.network
        for days in [ALWAYS] if network is None else above.get(network, ()):
            yield ReachedPlace(None, None, None, days)

    @staticmethod
    def _spot(spot: Branch | Vehicle, owner: str, far: int, days: Bounds) -> ReachedPlace:
        if isinstance(spot, Vehicle):
            return ReachedPlace(spot.id, owner, far + Level.VEHICLE, days)
        return ReachedPlace(spot.id, owner, far + Level.BRANCH, both(days, (spot.from_, spot.to)))

    def _far(self, organisation: Organisation, whole: str) -> int:
        if whole == organisation.id:
            return _OWN
        found = self._graph.find(whole)
        is_network = isinstance(found, Organisation) and found.type is OrganisationType.NETWORK
        return _NETWORK if is_network else _WHOLE

    @cached_property
    def _spots(self) -> dict[str, list[Branch | Vehicle]]:
        """The branches and vehicles of each organisation that an offer names."""
        found: dict[str, list[Branch | Vehicle]] = {}
        named = (str(offer.at) for item in self._graph.all(Coverable) for offer in item.offered)
        for id_ in dict.fromkeys(named):
            spot = self._graph.find(id_)
            if isinstance(spot, Branch | Vehicle):
                found.setdefault(str(spot.organisation), []).append(spot)
        return found
