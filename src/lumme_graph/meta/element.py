"""The base classes of everything in a model: elements, and records that are parts of them."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from pydantic import ConfigDict, field_validator
from pydantic_core import PydanticCustomError

from lumme_graph.base.text import Text
from lumme_graph.meta.checked import Checked
from lumme_graph.meta.kind import Kind
from lumme_graph.meta.ref import ID_WORDS, Ref

_WORDS = re.compile(ID_WORDS)


class Node(Checked):
    """Anything with declared fields: frozen, and strict about its field names."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        populate_by_name=True,
        allow_inf_nan=False,
    )
    kind: ClassVar[Kind]


class Record(Node):
    """A part of an element that has no life of its own; `key` names its natural key.

    `at_root` says that its address is the owner's and its own id, with no field between.
    """

    key: ClassVar[tuple[str, ...]]
    at_root: ClassVar[bool] = False

    def natural_key(self) -> tuple[object, ...]:
        """What tells it apart from the owner's other records of one field."""
        return tuple(getattr(self, name) for name in self.key)

    def local_name(self) -> str:
        """The natural key as people read it."""
        return "/".join(_read(value) for value in self.natural_key() if value is not None)


def _read(value: object) -> str:
    """A part of a key in words; of a text, those that stand first."""
    return next(iter(value.values())) if isinstance(value, Text) else str(value)


class Element(Node):
    """Anything in a model that has an id."""

    id: str
    """Stable id: the kind's prefix, a hyphen, lower-case words; never derived from a label."""

    @property
    def ref(self) -> Ref[Self]:
        """A typed reference to this element."""
        return Ref(self.id)

    @field_validator("id")
    @classmethod
    def _begins_with_its_prefix(cls, value: str) -> str:
        prefix, _, words = value.partition("-")
        if prefix != cls.kind.prefix or not _WORDS.fullmatch(words):
            raise PydanticCustomError(
                "malformed_id",
                "the id of this kind is {prefix}- and lower-case words with hyphens",
                {"prefix": cls.kind.prefix},
            )
        return value
