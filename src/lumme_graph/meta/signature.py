"""How a class is called, as `help` and notebooks show it: its fields and their types in few words."""

from __future__ import annotations

import inspect
from inspect import Parameter, Signature
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


class FieldsSignature:
    """The signature of a class, worked out when it is asked for: what must be said comes first."""

    def __get__(self, _one: object, cls: type[BaseModel]) -> Signature:
        fields = whole_fields(cls)
        required = [name for name in cls.model_fields if fields[name].is_required()]
        return Signature(
            [_parameter(name, fields[name]) for name in dict.fromkeys([*required, *fields])]
        )


def field_types(cls: type[BaseModel]) -> dict[str, str]:
    """The type of each field of a class, in few words."""
    return {name: _told(info.annotation) for name, info in whole_fields(cls).items()}


def whole_fields(cls: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a class, its types all known: its own first, then what it inherits, the nearest first."""
    if not cls.__pydantic_fields_complete__:
        cls.model_rebuild()
    depth = {
        name: at
        for at, owner in reversed(list(enumerate(cls.__mro__)))
        for name in inspect.get_annotations(owner)
    }
    fields = cls.__pydantic_fields__
    return {name: fields[name] for name in sorted(fields, key=depth.__getitem__)}


def _parameter(name: str, info: FieldInfo) -> Parameter:
    """A field in a call, by the name that type checkers know too."""
    default = Parameter.empty if info.is_required() else info.get_default(call_default_factory=True)
    return Parameter(
        name, Parameter.KEYWORD_ONLY, default=default, annotation=_told(info.annotation)
    )


def _told(annotation: Any) -> str:
    """A type as a reader of code would write it, without what `Annotated` says besides."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _told(parts[0])
    if origin is Literal:
        return " | ".join(map(repr, parts))
    if origin in {Union, UnionType}:
        return " | ".join(map(_told, parts))
    if origin is not None:
        return f"{origin.__name__}[{', '.join(map(_told, parts))}]"
    names: dict[Any, str] = {type(None): "None", ...: "..."}
    return names.get(annotation) or annotation.__name__
