"""What has days in a model, each with the dated owner around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from lumme_graph.checks.texts import PathIn
from lumme_graph.elements.offer import Answer, Offer
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import Spec, record_specs, specs


@cache
def _has_days(cls: type[Node]) -> bool:
    return {"from_", "to"} <= {spec.name for spec in specs(cls)}


@cache
def _dated_records(cls: type[Node]) -> tuple[Spec, ...]:
    """The fields of a class whose records have days, or hold records that do."""
    return tuple(
        spec
        for spec in record_specs(cls)
        if spec.record and (_has_days(spec.record) or _dated_records(spec.record))
    )


def dated(
    node: Node, owner: Node | None = None, path: PathIn = ()
) -> Iterator[tuple[Any, Any, PathIn]]:
    """What has days in an element: itself and its records, each with the dated owner around it."""
    if _has_days(type(node)):
        yield node, owner if not isinstance(node, Offer) or node.is_ is Answer.YES else None, path
        owner = node
    for spec in _dated_records(type(node)):
        value = getattr(node, spec.name)
        records = enumerate(value) if spec.many else ((None, value),) if value else ()
        for index, record in records:
            here = (*path, spec.alias) if index is None else (*path, spec.alias, index)
            yield from dated(record, owner, here)
