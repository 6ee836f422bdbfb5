"""The classes and own properties that the declarations give, for ontology, shapes and context."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import Spec, specs


class DeclaredField(NamedTuple):
    """A field with a property of its own in RDF, and the class that has it."""

    owner: type[Node]
    spec: Spec


@cache
def classes() -> tuple[type[Node], ...]:
    """Every kind, each followed by the records in it that come for the first time."""
    found: dict[type[Node], None] = {}
    for cls in ELEMENTS:
        _add(cls, found)
    return tuple(found)


def _add(cls: type[Node], found: dict[type[Node], None]) -> None:
    if cls not in found:
        found[cls] = None
        for record in filter(None, (spec.record for spec in specs(cls))):
            _add(record, found)


@cache
def own_properties() -> dict[str, list[DeclaredField]]:
    """The fields behind each property of our own, in the order of declaration."""
    found: dict[str, list[DeclaredField]] = {}
    for cls in classes():
        for spec in stated(cls):
            if spec.prop.iris[0].startswith("lg:"):
                found.setdefault(spec.prop.iris[0], []).append(DeclaredField(cls, spec))
    return found


def stated(cls: type[Node]) -> Iterator[Spec]:
    """The fields of a class that stand in RDF under a property of their own."""
    return (spec for spec in specs(cls) if spec.prop.iris)
