"""The references that an element makes, in the order of its declaration, nested ones too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.meta.element import Node
from lumme_graph.meta.ref import ID_WORDS
from lumme_graph.meta.spec import Spec
from lumme_graph.meta.walk import FieldValue, PathIn, Walk
from lumme_graph.reading.document import Data


def field_name(path: PathIn) -> str:
    """The field at a place in an element, as messages name it: without the places in lists."""
    return ".".join(part for part in path if isinstance(part, str))


_REFERENCES = Walk(lambda spec: spec.is_ref)


def references(node: Node) -> list[FieldValue]:
    """Every reference in an element or record; its value is the id that it names."""
    return _REFERENCES.of(node)


def settings_references(settings: Settings) -> Iterator[tuple[str, PathIn]]:
    """Every id that the settings name, and where."""
    if settings.network is not None:
        yield settings.network, ("network",)
    for at, bundle in enumerate(settings.coverage.bundles):
        for item_at, item in enumerate(bundle):
            yield item, ("coverage", "bundles", at, item_at)


def written_references(cls: type[Node], data: Data) -> Iterator[FieldValue]:
    """Every reference in what is written of an element that cannot be made of it.

    Only proper ids of a kind that fits: what is none of these is found by reading.
    """
    return (found for found in said_references(cls, data) if _may_be(found.spec, found.value))


def said_references(cls: type[Node], data: Data) -> Iterator[FieldValue]:
    """Every text where a reference belongs, proper id or not, in what is written of an element."""
    return (said for said in _REFERENCES.written(cls, data) if isinstance(said.value, str))


def _may_be(spec: Spec, id_: str) -> bool:
    prefix, _, words = id_.partition("-")
    kinds = [cls.kind.prefix for cls in spec.targets] or KINDS
    return prefix in kinds and re.fullmatch(ID_WORDS, words) is not None
