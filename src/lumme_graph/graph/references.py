"""The references that an element makes, in the order of its declaration, nested ones too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lumme_graph.meta.element import Element, Node
from lumme_graph.meta.spec import Spec, specs

PathIn = tuple[str | int, ...]


class Reference(NamedTuple):
    """One reference: the field that makes it, the id it names, and where in the element it is."""

    spec: Spec
    target: str
    path: PathIn


@cache
def _plan(cls: type[Node]) -> tuple[Spec, ...]:
    """The fields of a class that make references, or whose records do."""
    return tuple(spec for spec in specs(cls) if spec.is_ref or (spec.record and _plan(spec.record)))


def references(node: Node, path: PathIn = ()) -> Iterator[Reference]:
    """Every reference in an element or record."""
    for spec in _plan(type(node)):
        value = getattr(node, spec.name)
        if not value:
            continue
        if spec.is_ref:
            if spec.many:
                for place, target in enumerate(value):
                    yield Reference(spec, target, (*path, spec.alias, place))
            else:
                yield Reference(spec, value, (*path, spec.alias))
        elif spec.many:
            for place, record in enumerate(value):
                yield from references(record, (*path, spec.alias, place))
        else:
            yield from references(value, (*path, spec.alias))


def fits(spec: Spec, target: Element) -> bool:
    """Is the element of a kind that the field may name?"""
    return not spec.targets or isinstance(target, spec.targets)
