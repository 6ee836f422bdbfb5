"""A class of elements as data: what the graph, RDF, schemas, sheets and pages read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin

from lumme_graph.base.label import Message
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.kind import Prop
from lumme_graph.meta.ref import Ref, targets
from lumme_graph.meta.signature import whole_fields


@dataclass(frozen=True, slots=True)
class Spec:
    """One field of a class: all that an output needs to know.

    `targets` are the kinds of a reference (empty and `is_ref`: any kind), `record` the class of
    nested records, `datatype` the type of any other value.
    """

    name: str
    alias: str
    prop: Prop
    many: bool
    required: bool
    is_ref: bool
    targets: tuple[type[Element], ...]
    record: type[Record] | None
    datatype: Any
    _cls: type[Node] = field(default=Node, compare=False, repr=False)

    def __reduce__(self) -> tuple[object, ...]:
        """By the name of its class: in another process it is the one of there."""
        return _spec_of, (self._cls, self.name)


@cache
def specs(cls: type[Node]) -> tuple[Spec, ...]:
    """The declared fields of a class: its own first, then what it inherits, the nearest first.

    Raises `TypeError` for a field that does not say its `Prop`.
    """
    return tuple(_read(cls))


def _spec_of(cls: type[Node], name: str) -> Spec:
    return next(spec for spec in specs(cls) if spec.name == name)


def label_of_field(cls: type[Node], name: str) -> Message:
    """What a field of a class is called."""
    return next(spec.prop.label for spec in specs(cls) if spec.name == name)


def _read(cls: type[Node]) -> Iterator[Spec]:
    for name, info in whole_fields(cls).items():
        prop = next((part for part in info.metadata if isinstance(part, Prop)), None)
        if prop is None:
            if name == "id":
                continue
            raise TypeError(f"{cls.__name__}.{name} must say its Prop")
        inner = _without_none(info.annotation)
        many = get_origin(inner) is tuple
        if many:
            inner = _plain(get_args(inner)[0])
        is_ref = get_origin(inner) is Ref
        is_record = isinstance(inner, type) and issubclass(inner, Record)
        yield Spec(
            name=name,
            alias=info.alias or name,
            prop=prop,
            many=many,
            required=info.is_required(),
            is_ref=is_ref,
            targets=targets(inner) if is_ref else (),
            record=cast("type[Record]", inner) if is_record else None,
            datatype=None if is_ref or is_record else inner,
            _cls=cls,
        )


def _plain(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in {Union, UnionType}:
        rest = [member for member in get_args(annotation) if member is not NoneType]
        if len(rest) == 1:
            return _plain(rest[0])
    return _plain(annotation)
