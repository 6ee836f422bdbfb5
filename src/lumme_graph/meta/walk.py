"""The one walk over what an element says: every declared field that is wanted, nested ones too.

A walk goes through an element, through what is written of one that may not hold, or through a class.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeGuard, cast

from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import Spec, specs

PathIn = tuple[str | int, ...]
"""The fields and places in lists that lead to a value."""

_NOTHING: tuple[()] = ()


class FieldValue(NamedTuple):
    """A value of a field: whose it is, which field, and where in the element."""

    owner: Any
    spec: Spec
    value: Any
    path: PathIn


class Field(NamedTuple):
    """A field that a class, or a record in it, declares: whose it is, and where."""

    owner: type[Node]
    spec: Spec
    path: PathIn


class _Stop(NamedTuple):
    """A field at which a walk stops: whether it is wanted, and the class that it leads into."""

    name: str
    alias: str
    many: bool
    wanted: bool
    into: type[Node] | None
    spec: Spec


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _everywhere(_: Spec) -> bool:
    return True


class Walk:
    """Walks for the fields that are wanted, in the order of declaration.

    `into` says which records may be entered. What leads to no wanted field is not entered.
    """

    def __init__(
        self, wanted: Callable[[Spec], bool], into: Callable[[Spec], bool] = _everywhere
    ) -> None:
        self._wanted = wanted
        self._into = into
        self._plans: dict[type[Node], tuple[_Stop, ...]] = {}

    def reaches(self, cls: type[Node]) -> bool:
        """Does a class, or a record in it, declare a field that is wanted?"""
        return bool(self._plan(cls))

    def of(self, node: Node) -> list[FieldValue]:
        """Every wanted value in an element or record; a list gives one for each of its items."""
        found: list[FieldValue] = []
        self._collect(node, (), found)
        return found

    def values(self, node: Node) -> list[Any]:
        """Every wanted value alone, without owner and place, which is quicker."""
        gathered: list[Any] = []
        self._gather(node, gathered)
        return gathered

    def written(self, cls: type[Node], data: object, path: PathIn = ()) -> Iterator[FieldValue]:
        """What the plain data of an element has at each place of a wanted field, fitting or not."""
        fields = cast("Mapping[str, Any]", data if isinstance(data, Mapping) else {})
        for stop in self._plan(cls):
            value: Any = fields.get(stop.alias)
            listed = stop.many and _is_list(value)
            for at, item in enumerate(value if listed else [value]):
                here = (*path, stop.alias, at) if listed else (*path, stop.alias)
                if stop.wanted:
                    yield FieldValue(data, stop.spec, item, here)
                if stop.into is not None:
                    yield from self.written(stop.into, item, here)

    def fields(self, cls: type[Node], path: PathIn = ()) -> Iterator[Field]:
        """Every wanted field of a class and of the records in it."""
        for stop in self._plan(cls):
            here = (*path, stop.alias)
            if stop.wanted:
                yield Field(cls, stop.spec, here)
            if stop.into is not None:
                yield from self.fields(stop.into, here)

    def _plan(self, cls: type[Node]) -> tuple[_Stop, ...]:
        plan = self._plans.get(cls)
        if plan is None:
            stops = map(self._stop, specs(cls))
            plan = self._plans[cls] = tuple(stop for stop in stops if stop.wanted or stop.into)
        return plan

    def _stop(self, spec: Spec) -> _Stop:
        enters = spec.record is not None and self._into(spec) and self.reaches(spec.record)
        into = spec.record if enters else None
        return _Stop(spec.name, spec.alias, spec.many, self._wanted(spec), into, spec)

    def _collect(self, node: Node, path: PathIn, found: list[FieldValue]) -> None:
        cls = type(node)
        for name, alias, many, wanted, into, spec in self._plans.get(cls) or self._plan(cls):
            value = getattr(node, name)
            if value is None or value is _NOTHING:
                continue
            if not many:
                here = (*path, alias)
                if wanted:
                    found.append(FieldValue(node, spec, value, here))
                if into is not None:
                    self._collect(value, here, found)
                continue
            for at, item in enumerate(value):
                here = (*path, alias, at)
                if wanted:
                    found.append(FieldValue(node, spec, item, here))
                if into is not None:
                    self._collect(item, here, found)

    def _gather(self, node: Node, gathered: list[Any]) -> None:
        for name, _, many, wanted, into, _ in self._plan(type(node)):
            value = getattr(node, name)
            if value is None or value is _NOTHING:
                continue
            items = value if many else (value,)
            if wanted:
                gathered.extend(items)
            if into is not None:
                for item in items:
                    self._gather(item, gathered)
