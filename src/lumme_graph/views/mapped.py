"""A shape with everything that is said in it changed in one way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from lumme_graph.base.speaker import Said

T = TypeVar("T")


def mapped(thing: T, change: Callable[[Said], Said]) -> T:
    """The same shape, or part of one, with everything that is said in it changed."""
    made: object = thing
    if isinstance(thing, Said):
        made = change(thing)
    elif type(thing) is tuple:
        made = tuple(mapped(one, change) for one in cast("tuple[object, ...]", thing))
    elif is_dataclass(thing) and not isinstance(thing, type):
        own = {field.name: getattr(thing, field.name) for field in fields(thing)}
        made = replace(thing, **{name: mapped(value, change) for name, value in own.items()})
    return cast("T", made)
