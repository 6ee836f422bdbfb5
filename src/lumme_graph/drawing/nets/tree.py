"""The boxes of a network in ranks as trees: each under the first that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lumme_graph.views.shapes import Box, BoxLink, Network


@dataclass(frozen=True, slots=True)
class TreeBranch:
    """A box with its rank, and what stands under it."""

    box: Box
    rank: int
    children: tuple[TreeBranch, ...]

    def walk(self) -> Iterator[TreeBranch]:
        """The branch and all under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def branches(network: Network) -> list[TreeBranch]:
    """The trees of a network, in the order of its boxes; each box stands once."""
    rank = {line.id: place for place, line in enumerate(network.lines)}
    found = {box.id: (rank[line], box) for line, box in network.boxes}
    below: dict[str, list[str]] = {}
    has_parent: set[str] = set()
    for link in _forward(network, found):
        below.setdefault(link.source, []).append(link.target)
        has_parent.add(link.target)
    placed: set[str] = set()

    def branch(id_: str) -> TreeBranch:
        placed.add(id_)
        children = [branch(child) for child in below.get(id_, []) if child not in placed]
        at, box = found[id_]
        return TreeBranch(box, at, tuple(children))

    roots = [branch(id_) for id_ in found if id_ not in has_parent]
    return roots + [branch(id_) for id_ in found if id_ not in placed]


def _forward(network: Network, found: dict[str, tuple[int, Box]]) -> Iterator[BoxLink]:
    """The links from one rank to a later one."""
    for link in network.links:
        start, end = found.get(link.source), found.get(link.target)
        if start and end and start[0] < end[0]:
            yield link
