"""The base classes of everything in a model: elements, and records that are parts of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar, Self, cast

from pydantic import ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from lumme_graph.base.extra import Extra, OwnScalar
from lumme_graph.base.notebook import html_table
from lumme_graph.base.tags import TAG
from lumme_graph.meta.checked import Checked
from lumme_graph.meta.kind import Kind
from lumme_graph.meta.local_name import local_name, slug
from lumme_graph.meta.ref import ID_WORDS, LONGEST_ID, Ref

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

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """What is said of it: fields that nobody has filled in are left out."""
        said = self.model_fields_set
        return ((name, value) for name, value in super().__repr_args__() if name in said)


class Record(Node):
    """A part of an element that has no life of its own; `key` names its natural key.

    `at_root` says that its address is the owner's and its own id, with no field between.
    """

    key: ClassVar[tuple[str, ...]]
    at_root: ClassVar[bool] = False

    id: Annotated[str | None, Field(pattern=rf"^{ID_WORDS}$")] = None
    """Its local id, in lower-case words: needed only where its natural key is not the only one."""

    def natural_key(self) -> tuple[object, ...]:
        """What tells it apart from the owner's other records of one field.

        No value or address of anybody is part of it, and no day but that of an observation, which
        is what it is of: a changed fact changes no address.
        """
        return (self.id,) if self.id is not None else self.key_in(self.__dict__)

    @classmethod
    def key_in(cls, values: Mapping[str, object]) -> tuple[object, ...]:
        """The natural key that the values of its fields make, whatever its stored id."""
        pieces = [_piece(name, values.get(name)) for name in cls.key]
        while pieces and pieces[-1] is None:
            pieces.pop()
        return tuple(pieces)

    def local_name(self, languages: Iterable[str] = ()) -> str:
        """The natural key as the last part of an address; the first language is the source's."""
        return local_name(self.natural_key(), languages)

    def untold_id(self, languages: Iterable[str] = (), *, many: bool = True) -> str | None:
        """Its stored id, where its address would be the same without; `many`: it is one of a list."""
        if self.id is None or self.key == ("id",):
            return None
        natural = local_name(self.key_in(self.__dict__), languages)
        return None if many and natural != self.id else self.id


def _piece(field: str, value: object) -> object:
    """A value as a piece of a key: free words as their slug, but not the tag of a language."""
    if type(value) is not str or (field == "language" and TAG.fullmatch(value)):
        return value
    return slug(value)


_LONG = 200
"""So many letters of a value are shown."""


def _shortly(value: object) -> str:
    """A value in a few words: a text in its languages, of several parts how many they are."""
    if isinstance(value, Extra):
        words = ", ".join(f"{name}: {_shortly(one)}" for name, one in value.items())
    elif isinstance(value, Mapping):
        words = " / ".join(map(str, cast("Mapping[object, object]", value).values()))
    elif isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        told = all(isinstance(one, OwnScalar) for one in parts)
        words = ", ".join(map(str, parts)) if told else f"{len(parts)} ×"
    else:
        words = str(value)
    return words if len(words) <= _LONG else f"{words[:_LONG]}…"


class Element(Node):
    """Anything in a model that has an id."""

    id: str
    """Stable id: the kind's prefix, a hyphen, lower-case words; never derived from a label."""

    def __repr__(self) -> str:
        name = getattr(self, "name", None)
        said = cast("Mapping[str, str]", name).values() if isinstance(name, Mapping) else ()
        words = next(iter(said), "")
        return f"<{type(self).__name__} {self.id}{f': {words}' if words else ''}>"

    def __str__(self) -> str:
        """Its id, as of a reference to it."""
        return self.id

    def _repr_html_(self) -> str:
        said = ((name.rstrip("_"), value) for name, value in self if value not in (None, ()))
        return html_table(repr(self)[1:-1], (), [(name, _shortly(value)) for name, value in said])

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
        if len(value) > LONGEST_ID:
            raise PydanticCustomError(
                "long_id",
                "the id has {letters} letters, of which there may be {most}",
                {"letters": len(value), "most": LONGEST_ID},
            )
        return value
