"""A graph as callers give it: told early where it is something else, such as the folder of one."""

from __future__ import annotations

from lumme_graph.graph.service_graph import ServiceGraph


def need_graph(*given: object) -> None:
    """Raise `TypeError` for what is no graph.

    >>> need_graph("models/lumme")
    Traceback (most recent call last):
        ...
    TypeError: a ServiceGraph is expected here, not str: lg.load("models/mine") reads one
    """
    for one in given:
        if not isinstance(one, ServiceGraph):
            raise TypeError(
                f"a ServiceGraph is expected here, not {type(one).__name__}:"
                ' lg.load("models/mine") reads one'
            )
