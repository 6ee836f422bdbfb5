"""What differs between two models as triples, and RDF Patch, which says it to other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b, sha256
from typing import Final, NamedTuple
from uuid import UUID

from lumme_graph.base.collector import collector_paused
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.store.graphs import graphs_of, said_in
from lumme_graph.rdf.triples import blocks

_UUID_BYTES: Final = 16
_UUID_OF_A_HASH: Final = 5


class GraphChange(NamedTuple):
    """What changes in one graph, which has had `before` triples; each is N-Triples without its end."""

    graph: str
    before: int
    removed: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def after(self) -> int:
        """How many triples it has then."""
        return self.before - len(self.removed) + len(self.added)


def changes(
    old: ServiceGraph, new: ServiceGraph, *, private: bool = False
) -> tuple[GraphChange, ...]:
    """What changes in each graph from one model to another, in model order.

    Subjects of which both say the same are passed over by a digest, so that only what differs is
    ever held.
    """
    before: Counter[str] = Counter()
    with collector_paused():
        then: set[bytes] = set()
        for graph, triples in _said(old, private=private):
            before[graph] += len(triples)
            then.add(_digest(graph, triples))
        same = then & {_digest(*said) for said in _said(new, private=private)}
        gone, come = (_others(model, same, private=private) for model in (old, new))
    graphs = dict.fromkeys(
        graph
        for model in (old, new)
        for graph in graphs_of(model.settings.base, private=private).values()
    )
    return tuple(
        GraphChange(
            graph,
            before[graph],
            tuple(triple for triple in gone.get(graph, {}) if triple not in come.get(graph, {})),
            tuple(triple for triple in come.get(graph, {}) if triple not in gone.get(graph, {})),
        )
        for graph in graphs
    )


def rdf_patch(old: ServiceGraph, new: ServiceGraph, *, private: bool = False) -> str:
    """What makes one model of another, as RDF Patch: one transaction of deletions, then additions.

    Equal differences give equal text. `private` is for the notes and suppressions too.
    """
    need_graph(old, new)
    found = changes(old, new, private=private)
    rows = [f"D {one} <{change.graph}> .\n" for change in found for one in change.removed]
    rows += [f"A {one} <{change.graph}> .\n" for change in found for one in change.added]
    body = "".join(rows)
    id_ = UUID(bytes=sha256(body.encode()).digest()[:_UUID_BYTES], version=_UUID_OF_A_HASH)
    return f"H id <urn:uuid:{id_}> .\nTX .\n{body}TC .\n"


def _said(model: ServiceGraph, *, private: bool) -> Iterator[tuple[str, dict[str, None]]]:
    """What is said of each subject in each graph."""
    graphs = graphs_of(model.settings.base, private=private)
    for block in blocks(model):
        for name, graph in graphs.items():
            if triples := said_in(block, name):
                yield graph, triples


def _digest(graph: str, triples: Iterable[str]) -> bytes:
    return blake2b("\n".join((graph, *triples)).encode(), digest_size=_UUID_BYTES).digest()


def _others(model: ServiceGraph, same: set[bytes], *, private: bool) -> dict[str, dict[str, None]]:
    """What a model says in each graph of those subjects of which another does not say the same."""
    found: dict[str, dict[str, None]] = {}
    for graph, triples in _said(model, private=private):
        if _digest(graph, triples) not in same:
            found.setdefault(graph, {}).update(triples)
    return found
