"""Relations that lead back to where they began, where their field says that they may not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.finding import Fault, Finding
from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.graph.references import field_name
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.spec import Spec
from lumme_graph.meta.walk import FieldValue, PathIn, Walk

RING = Fault(
    "LG106",
    Label("{field} goes round in a ring: {ring}"),
    Label("take one reference of the ring away"),
    "A relation leads from an element back to itself, such as an event that is a part of itself, or "
    "two networks that are members of each other.",
)
_SHOWN = 12
_RELATIONS = Walk(lambda spec: spec.prop.acyclic)


class _Edge(NamedTuple):
    """One reference of a relation: where it is written, and on which days it may hold."""

    path: PathIn
    first: date
    last: date


_Edges = dict[str, dict[str, _Edge]]
"""The references of one relation, by who makes them and whom they name."""


def rings(graph: ServiceGraph) -> Iterator[Finding]:
    """Each ring of a relation that may not have one, once, where its first element is written."""
    for cls in ELEMENTS:
        if _RELATIONS.reaches(cls):
            for edges in _relations(graph, graph.all(cls)):
                for ring in _rings(edges):
                    path = edges[ring[0]][ring[1 % len(ring)]].path
                    yield RING.at(
                        graph.place(ring[0], *path),
                        ring[0],
                        field=field_name(path),
                        ring=_written_out(ring),
                    )


def _relations(graph: ServiceGraph, elements: Iterable[KeptElement]) -> Iterable[_Edges]:
    """What the elements of one kind refer to, for each relation that may not loop."""
    found: dict[Spec, _Edges] = {}
    for element in elements:
        for reference in _RELATIONS.of(element):
            target = str(reference.value)
            if target in graph:
                edges = found.setdefault(reference.spec, {})
                edge = _Edge(reference.path, *_days(element, reference))
                had = edges.setdefault(element.id, {}).setdefault(target, edge)
                wider = _Edge(had.path, min(had.first, edge.first), max(had.last, edge.last))
                edges[element.id][target] = wider
    return found.values()


def ring_edges(element: KeptElement) -> set[tuple[Spec, str, date, date]]:
    """What an element refers to that may not lead back to it, and on which days it may hold."""
    return {
        (reference.spec, str(reference.value), *_days(element, reference))
        for reference in _RELATIONS.of(element)
    }


def _days(element: KeptElement, reference: FieldValue) -> tuple[date, date]:
    """The days on which a reference may hold: those of the record that makes it, else all."""
    record = None if reference.owner is element else reference.owner
    start, end = getattr(record, "from_", None), getattr(record, "to", None)
    first = start.earliest if isinstance(start, UncertainDate) else None
    last = end.latest if isinstance(end, UncertainDate) else None
    return first or date.min, last or date.max


def _rings(edges: _Edges) -> Iterator[list[str]]:
    """A ring through the first element of each knot, where it may hold as a whole on some day."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError:
        pass
    else:
        return
    order = {id_: at for at, id_ in enumerate(edges)}
    firsts = (
        (min(knot, key=order.__getitem__), knot) for knot in _knots(edges) if knot <= order.keys()
    )
    for first, knot in sorted(firsts, key=lambda one: order[one[0]]):
        if len(knot) == 1 and first not in edges.get(first, {}):
            continue
        ring = _shortest(edges, knot, first)
        steps = [edges[a][b] for a, b in zip(ring, [*ring[1:], first], strict=True)]
        if max(step.first for step in steps) <= min(step.last for step in steps):
            yield ring


def _knots(edges: Mapping[str, Iterable[str]]) -> Iterator[set[str]]:
    """The elements that lead to one another, by the two walks of Kosaraju."""
    back: dict[str, list[str]] = {}
    for id_, targets in edges.items():
        for target in targets:
            back.setdefault(target, []).append(id_)
    ended: dict[str, None] = {}
    seen: set[str] = set()
    waiting = list(edges)
    while waiting:
        id_ = waiting[-1]
        if id_ in seen:
            ended[waiting.pop()] = None
        else:
            seen.add(id_)
            waiting += (target for target in edges.get(id_, ()) if target not in seen)
    for first in reversed(ended):
        knot, waiting = set[str](), [first]
        while waiting:
            if (id_ := waiting.pop()) in seen:
                seen.remove(id_)
                knot.add(id_)
                waiting += back.get(id_, ())
        if knot:
            yield knot


def _shortest(edges: Mapping[str, Iterable[str]], knot: set[str], first: str) -> list[str]:
    """The shortest way from an element of a knot back to itself."""
    came_from: dict[str, str] = {}
    frontier = [first]
    while first not in came_from:
        reached: list[str] = []
        for id_ in frontier:
            for target in edges[id_]:
                if target in knot and target not in came_from:
                    came_from[target] = id_
                    reached.append(target)
        frontier = reached
    ring = [came_from[first]]
    while ring[-1] != first:
        ring.append(came_from[ring[-1]])
    return ring[::-1]


def _written_out(ring: list[str]) -> str:
    """A ring from its first element back to it; of a long one its beginning and its length."""
    if len(ring) <= _SHOWN:
        return " → ".join([*ring, ring[0]])
    length = f"{len(ring):_}".replace("_", "\N{NO-BREAK SPACE}")
    return " → ".join([*ring[:2], f"… ({length})", ring[0]])
