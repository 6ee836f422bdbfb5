"""A shape with everything that is said in it changed in one way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_not
from typing import TypeVar, cast

from lumme_graph.base.speaker import Said

T = TypeVar("T")


def mapped(thing: T, change: Callable[[Said], Said]) -> T:
    """The same shape, or part of one, with everything that is said in it changed.

    What says nothing that changes is given back itself.
    """
    made: object = thing
    if isinstance(thing, Said):
        made = change(thing)
    elif type(thing) is tuple:
        old = cast("tuple[object, ...]", thing)
        new = tuple(mapped(one, change) for one in old)
        made = new if any(map(is_not, new, old)) else old
    elif is_dataclass(thing) and not isinstance(thing, type):
        parts = {name: getattr(thing, name) for name in _names(type(thing))}
        said = {name: mapped(value, change) for name, value in parts.items()}
        other = {name: value for name, value in said.items() if value is not parts[name]}
        made = replace(thing, **other) if other else thing
    return cast("T", made)


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))
