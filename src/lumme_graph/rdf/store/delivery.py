"""What is delivered to a graph of a store: what is sent first, then what the store does with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from lumme_graph.rdf.store.patch import GraphChange
from lumme_graph.rdf.store.spool import Spool

_ALL: Final = "GRAPH <{}> {{ ?s ?p ?o }}"


class Condition(NamedTuple):
    """A pattern that must fit in as many ways as another one."""

    pattern: str
    other: str


class Delivery(NamedTuple):
    """What is sent, and into which graphs first; what must hold then; what puts it in its place.

    `before` is how many triples the graph must have had, where that matters. Each operation is safe
    to do twice, as long as what was sent is there.
    """

    graph: str
    before: int | None
    after: int
    loads: Mapping[str, Spool]
    conditions: tuple[Condition, ...]
    operations: tuple[str, ...]

    @property
    def sent(self) -> int:
        """How many triples are sent."""
        return sum(spool.triples for spool in self.loads.values())


def all_of(graph: str) -> str:
    """The pattern that fits each triple of a graph."""
    return _ALL.format(graph)


def whole(graph: str, place: str, spool: Spool) -> Delivery:
    """All of a graph, in place of what it holds."""
    does = f"COPY GRAPH <{place}> TO GRAPH <{graph}>" if spool.triples else _drop(graph)
    loads = {place: spool} if spool.triples else {}
    return Delivery(graph, None, spool.triples, loads, (), (does,))


def difference(change: GraphChange, place: str, gone: Spool, come: Spool) -> Delivery:
    """What is to go from a graph, which must hold all of it, and what is to come, which it must not.

    A store takes 12.50 for 12.5, so what comes may be there where the same goes.
    """
    graph, old, new = change.graph, f"{place}/gone", f"{place}/come"
    gone.add(change.removed)
    come.add(change.added)
    loads = {at: spool for at, spool in ((old, gone), (new, come)) if spool.triples}
    does = {
        old: f"DELETE {{ {all_of(graph)} }} WHERE {{ {all_of(old)} }}",
        new: f"ADD GRAPH <{new}> TO GRAPH <{graph}>",
    }
    must = {
        old: Condition(_in_both(old, graph), all_of(old)),
        new: Condition(_in_both(new, graph), _in_both(new, old)),
    }
    return Delivery(
        graph,
        change.before,
        change.after,
        loads,
        tuple(must[at] for at in loads),
        tuple(does[at] for at in loads),
    )


def _in_both(graph: str, other: str) -> str:
    return f"{all_of(graph)} {all_of(other)}"


def dropped(graphs: Mapping[str, Spool]) -> list[str]:
    """The operations that take graphs away."""
    return [_drop(graph) for graph in graphs]


def _drop(graph: str) -> str:
    return f"DROP SILENT GRAPH <{graph}>"
