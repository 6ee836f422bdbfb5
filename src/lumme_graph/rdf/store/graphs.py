"""The graphs of a model in a store: their names, their addresses, and what of a subject is in each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lumme_graph.rdf.block import Block

GRAPHS: Final[dict[str, Callable[[Block], list[str]]]] = {
    "stated": Block.of_stated,
    "derived": Block.of_derived,
    "private": lambda block: block.private,
}
"""The graphs of a model, and what of a block belongs to each."""


def graphs_of(base: str, *, private: bool = False) -> dict[str, str]:
    """The addresses of a model's graphs by their names; the private one where it is asked for.

    >>> graphs_of("https://example.org/")["stated"]
    'https://example.org/graph/stated'
    """
    return {name: f"{base}graph/{name}" for name in GRAPHS if private or name != "private"}


def said_in(block: Block, name: str) -> dict[str, None]:
    """What a block says in a graph: each triple once, in its order, as N-Triples without its end."""
    return {f"{block.subject} {said}": None for said in GRAPHS[name](block)}
