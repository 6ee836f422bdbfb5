"""What differs between two states of a model: elements that are new, changed or gone, by field.

Elements are the same where their ids are. What is told of them can be limited to some fields; two
elements that differ in others alone are then not changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import Spec, specs

Tells = Callable[[type[Node], Spec], bool]
"""Is a field of a class told of?"""


class ChangeType(Enum):
    """What happened to an element."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class FieldChange(NamedTuple):
    """A field whose value is not what it was."""

    spec: Spec
    before: Any
    after: Any


class ElementChange(NamedTuple):
    """An element as it is, or where it is gone as it was, and the fields that are not as before."""

    type: ChangeType
    element: KeptElement
    fields: tuple[FieldChange, ...] = ()


def _all(_cls: type[Node], _spec: Spec) -> bool:
    return True


def changes(
    before: Iterable[KeptElement], after: Iterable[KeptElement], tells: Tells = _all
) -> tuple[ElementChange, ...]:
    """What is new or changed, in the order that it now has, then what is gone.

    >>> from lumme_graph.elements.development import Need
    >>> old = Need(id="need-hours", name={"en": "Longer hours"})
    >>> new = Need(id="need-hours", name={"en": "Longer opening hours"})
    >>> [(one.type.value, [field.spec.name for field in one.fields]) for one in changes([old], [new])]
    [('changed', ['name'])]
    """
    old = {element.id: element for element in before}
    new = {element.id: element for element in after}
    return (
        *_present(old, new, tells),
        *(
            ElementChange(ChangeType.GONE, element)
            for id_, element in old.items()
            if id_ not in new
        ),
    )


def _present(
    old: dict[str, KeptElement], new: dict[str, KeptElement], tells: Tells
) -> Iterator[ElementChange]:
    for id_, element in new.items():
        known = old.get(id_)
        if known is None:
            yield ElementChange(ChangeType.NEW, element)
        elif known is not element:
            fields = tuple(_fields(known, element, tells))
            if fields:
                yield ElementChange(ChangeType.CHANGED, element, fields)


def _fields(old: KeptElement, new: KeptElement, tells: Tells) -> Iterator[FieldChange]:
    for spec in specs(type(new)):
        if tells(type(new), spec):
            before, after = getattr(old, spec.name), getattr(new, spec.name)
            ordered = spec.prop.ordered
            if before != after and _told(before, tells, ordered=ordered) != _told(
                after, tells, ordered=ordered
            ):
                yield FieldChange(spec, before, after)


def _told(value: Any, tells: Tells, *, ordered: bool = False) -> str:
    """What is told of a value, in a form to compare: an order that means nothing does not count."""
    match value:
        case tuple():
            parts: tuple[Any, ...] = value  # pyright: ignore[reportUnknownVariableType]
            told = [_told(one, tells) for one in parts]
            return repr(told if ordered else sorted(told))
        case Text():
            return repr((getattr(value, "id", ""), sorted(value.items())))
        case Node():
            cls = type(value)
            inner = [
                _told(getattr(value, spec.name), tells, ordered=spec.prop.ordered)
                for spec in specs(cls)
                if tells(cls, spec)
            ]
            return repr((getattr(value, "id", ""), inner))
        case _:
            return repr(value)
