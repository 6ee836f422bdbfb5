"""The references that an element makes, in the order of its declaration, nested ones too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.meta.element import Node
from lumme_graph.meta.ref import ID_WORDS
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.reading.document import PathIn, Plain, is_list, is_map


class Reference(NamedTuple):
    """One reference: the field that makes it, the id it names, and where in the element it is."""

    spec: Spec
    target: str
    path: PathIn


def field_name(path: PathIn) -> str:
    """The field at a place in an element, as messages name it: without the places in lists."""
    return ".".join(part for part in path if isinstance(part, str))


@cache
def _plan(cls: type[Node]) -> tuple[Spec, ...]:
    """The fields of a class that make references, or whose records do."""
    return tuple(spec for spec in specs(cls) if spec.is_ref or (spec.record and _plan(spec.record)))


def references(node: Node) -> list[Reference]:
    """Every reference in an element or record."""
    found: list[Reference] = []
    _collect(node, (), found)
    return found


def _collect(node: Node, path: PathIn, found: list[Reference]) -> None:
    for spec in _plan(type(node)):
        value = getattr(node, spec.name)
        if not value:
            continue
        if spec.is_ref:
            if spec.many:
                for place, target in enumerate(value):
                    found.append(Reference(spec, target, (*path, spec.alias, place)))
            else:
                found.append(Reference(spec, value, (*path, spec.alias)))
        elif spec.many:
            for place, record in enumerate(value):
                _collect(record, (*path, spec.alias, place), found)
        else:
            _collect(value, (*path, spec.alias), found)


def settings_references(settings: Settings) -> Iterator[tuple[str, PathIn]]:
    """Every id that the settings name, and where."""
    if settings.network is not None:
        yield settings.network, ("network",)
    for at, bundle in enumerate(settings.coverage.bundles):
        for item_at, item in enumerate(bundle):
            yield item, ("coverage", "bundles", at, item_at)


def written_references(cls: type[Node], data: Plain) -> Iterator[Reference]:
    """Every reference in what is written of an element that cannot be made of it.

    Only proper ids of a kind that fits: what is none of these is found by reading.
    """
    return (found for found in said_references(cls, data) if _may_be(found.spec, found.target))


def said_references(cls: type[Node], data: Plain, path: PathIn = ()) -> Iterator[Reference]:
    """Every text where a reference belongs, proper id or not, in what is written of an element."""
    for spec in _plan(cls):
        value = data.get(spec.alias) if is_map(data) else None
        items: list[Plain] = value if spec.many and is_list(value) else [value]
        for at, item in enumerate(items):
            here = (*path, spec.alias, at) if items is value else (*path, spec.alias)
            if spec.record is not None:
                yield from said_references(spec.record, item, here)
            elif isinstance(item, str):
                yield Reference(spec, item, here)


def _may_be(spec: Spec, id_: str) -> bool:
    prefix, _, words = id_.partition("-")
    kinds = [cls.kind.prefix for cls in spec.targets] or KINDS
    return prefix in kinds and re.fullmatch(ID_WORDS, words) is not None
