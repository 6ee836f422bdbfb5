"""Typed references: the id of an element, and what kind it must be."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, Union, get_args, get_origin

from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

    from lumme_graph.meta.element import Element

E_co = TypeVar("E_co", bound="Element", covariant=True)

ID_WORDS = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""The words of an id after its prefix: lower-case ASCII, hyphens between."""

LONGEST_ID: Final = 150
"""How many letters an id has at most: pages and drawings are files that are called after it."""


class Ref(str, Generic[E_co]):
    """The id of an element of kind `E_co`; `graph[ref]` gives the element.

    A field takes the id, a `Ref` or the element itself.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        kinds = targets(source)
        prefixes = "|".join(kind.kind.prefix for kind in kinds)
        pattern = rf"^(?:{prefixes or '[a-z]+'})-{ID_WORDS}$"
        text = core_schema.custom_error_schema(
            core_schema.str_schema(pattern=pattern),
            custom_error_type="reference",
            custom_error_message="this is not the id of a {expected}",
            custom_error_context={"expected": " or ".join(k.kind.prefix for k in kinds)},
        )
        return core_schema.no_info_before_validator_function(
            _id_of,
            core_schema.no_info_after_validator_function(cls, text),
            serialization=core_schema.to_string_ser_schema(),
            metadata={"pydantic_js_extra": {"x-ref": [kind.kind.prefix for kind in kinds]}},
        )


def _id_of(value: object) -> object:
    return value if isinstance(value, str) else getattr(value, "id", value)


def targets(source: Any) -> tuple[type[Element], ...]:
    """The kinds that a `Ref[...]` annotation names; empty for any kind."""
    (named,) = get_args(source)
    members = get_args(named) if get_origin(named) in {Union, UnionType} else (named,)
    return tuple(member for member in members if "kind" in member.__dict__)
