# pyright: basic, reportOptionalMemberAccess=false
"""Values as they stand in a question, which is JSON, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum, EnumType
from importlib import import_module
from types import MethodType
from typing import Any, Final, TypeVar

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.site.again.digest import UndigestibleError

T = TypeVar("T")

_PACKAGE: Final = "lumme_graph."


class UnaskableError(TypeError):
    """A value cannot stand in a question."""


def asked(graph: ServiceGraph, value: Any) -> Any:
    """A value as it stands in a question. Raises `UnaskableError` for any that cannot."""
    cls = type(value)
    if cls in {str, int, bool, type(None)}:
        return value
    if cls in {tuple, list}:
        return cls.__name__, *(asked(graph, part) for part in value)
    if isinstance(value, KeptElement) and graph.find(value.id) is value:
        return "element", value.id
    if isinstance(value, Enum):
        return "member", name_of(cls), value.name
    if isinstance(value, str):
        return str(value)
    return _asked_rarely(graph, value)


def _asked_rarely(graph: ServiceGraph, value: Any) -> Any:
    match value:
        case bytes():
            found: Any = "bytes", value.hex()
        case date() if type(value) is date:
            found = "date", value.isoformat()
        case type() if _is_ours(value):
            found = "class", name_of(value)
        case MethodType(__self__=tuple()):
            found = "method", asked(graph, value.__self__), value.__name__
        case tuple() if hasattr(value, "_fields") and _is_ours(type(value)):
            found = "made", name_of(type(value)), *(asked(graph, part) for part in value)
        case _:
            raise UnaskableError(type(value))
    return found


def said(graph: ServiceGraph, value: Any) -> Any:
    """The value that stands in a question. Raises `UndigestibleError` where there is none."""
    if not isinstance(value, tuple):
        return value
    way, *words = value
    if way not in _WAYS:
        raise UndigestibleError(way)
    return _WAYS[way](graph, *words)


def _each(graph: ServiceGraph, parts: Iterable[Any]) -> Iterable[Any]:
    return (said(graph, part) for part in parts)


def _method(graph: ServiceGraph, of: Any, name: str) -> Any:
    return getattr(said(graph, of), _public(name))


def _made(graph: ServiceGraph, name: str, *parts: Any) -> Any:
    cls = named(name, type)
    if not issubclass(cls, tuple):
        raise UndigestibleError(name)
    return cls(*_each(graph, parts))


def _public(name: str) -> str:
    if name.startswith("_"):
        raise UndigestibleError(name)
    return name


_WAYS: Final[dict[str, Callable[..., Any]]] = {
    "tuple": lambda graph, *parts: tuple(_each(graph, parts)),
    "list": lambda graph, *parts: list(_each(graph, parts)),
    "element": lambda graph, id_: graph[id_],
    "member": lambda _, cls, name: named(cls, EnumType)[name],
    "bytes": lambda _, digits: bytes.fromhex(digits),
    "date": lambda _, day: date.fromisoformat(day),
    "class": lambda _, cls: named(cls, type),
    "method": _method,
    "made": _made,
}


def name_of(thing: Any) -> str:
    """What a class or a function of the package is found again by."""
    return f"{thing.__module__}:{thing.__qualname__}"


def named(name: str, sort: type[T]) -> T:
    """A thing of the package, of a sort. Raises `UndigestibleError` where there is none."""
    module, _, inside = name.partition(":")
    found = getattr(import_module(module), inside) if module.startswith(_PACKAGE) else None
    if not isinstance(found, sort):
        raise UndigestibleError(name)
    return found


def _is_ours(cls: type) -> bool:
    return cls.__module__.startswith(_PACKAGE)
