"""Triples on the parts of elements that no field declares: their order, and who owns them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from lumme_graph.elements.groups import GroupMember
from lumme_graph.elements.guide import GuideQuestion
from lumme_graph.elements.journeys import Phase, Step
from lumme_graph.elements.project import Funding, FundingStage, Observation, Party, ProjectPhase
from lumme_graph.elements.who import Membership
from lumme_graph.meta.element import Record
from lumme_graph.rdf.terms import Pair, named

_GRANTS: Final = frozenset({Party.GRANT, Party.OTHER})


def _of_memberships(owner: NamedNode, records: tuple[Membership, ...]) -> Iterator[list[Pair]]:
    """Who the member is."""
    return ([(named("org:member"), owner)] for _ in records)


def _of_group_members(group: NamedNode, records: tuple[GroupMember, ...]) -> Iterator[list[Pair]]:
    """Of which group they are."""
    return ([(named("org:organization"), group)] for _ in records)


def _of_funding(project: NamedNode, items: tuple[Funding, ...]) -> Iterator[list[Pair]]:
    """What is funded, where the item is a grant."""
    grant: list[Pair] = [
        (named("rdf:type"), named("schema:MonetaryGrant")),
        (named("schema:fundedItem"), project),
    ]
    return (grant if _is_grant(item) else [] for item in items)


def _is_grant(item: Funding) -> bool:
    """Whether it is one that was granted: what is applied for is none yet, and zero is none."""
    granted = item.stage is FundingStage.GRANTED and item.party in _GRANTS
    return granted and item.amount != 0


def _of_observations(
    indicator: NamedNode, records: tuple[Observation, ...]
) -> Iterator[list[Pair]]:
    """What was observed."""
    return ([(named("sosa:observedProperty"), indicator)] for _ in records)


def _in_order(_: NamedNode, records: tuple[Record, ...]) -> Iterator[list[Pair]]:
    """Which place each has in its list."""
    return ([_position(place)] for place, _record in enumerate(records, start=1))


def _of_steps(path: NamedNode, steps: tuple[Step, ...]) -> Iterator[list[Pair]]:
    """Of which path and phase they are, in which order they stand, and what leads to them."""
    nodes = {step.id: NamedNode(f"{path.value}/{step.id}") for step in steps}
    before: dict[str, dict[str, None]] = {}
    for step, following in zip(steps, (*steps[1:], None), strict=True):
        ways = [on.to for on in step.next] or ([following.id] if following else [])
        for way in ways:
            before.setdefault(way, {})[step.id] = None
    for place, step in enumerate(steps, start=1):
        pairs: list[Pair] = [(named("pplan:isStepOfPlan"), path), _position(place)]
        pairs.extend((named("pplan:isPrecededBy"), nodes[id_]) for id_ in before.get(step.id, ()))
        yield pairs


def _position(place: int) -> Pair:
    return named("lg:position"), Literal(place)


MORE_OF_PARTS: Final[dict[type[Record], Callable[[NamedNode, Any], Iterable[Iterable[Pair]]]]] = {
    Membership: _of_memberships,
    GroupMember: _of_group_members,
    Funding: _of_funding,
    ProjectPhase: _in_order,
    GuideQuestion: _in_order,
    Observation: _of_observations,
    Phase: _in_order,
    Step: _of_steps,
}
"""For each class of records: the owner and its records, to what more is said of each."""
