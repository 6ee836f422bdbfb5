"""How a class, a field and a coded value are declared: once, for every output to read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Self

from pydantic_core import core_schema

from lumme_graph.base.label import Message
from lumme_graph.base.text import without_controls

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler


@dataclass(frozen=True, slots=True)
class Kind:
    """What a class of elements or records is called, in people's words and in RDF.

    `prefix` begins the ids (elements only); `iris` are the classes in RDF, the own one first;
    `area` names the file that a new element is saved in, where it is not the module of its class.
    `owner` is the shared property that leads from a part to its owner in RDF, `time` the one that
    leads to the time that it lasts; both are derived.
    """

    label: Message
    plural: Message
    prefix: str
    iris: tuple[str, ...]
    area: str = ""
    owner: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Via:
    """A node between an owner and a value in RDF, such as the address of a branch.

    Where the value is `tagged`, a plain text stands under the source language, as a shared
    vocabulary asks.
    """

    predicate: str
    iri: str
    local: str
    tagged: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class By:
    """That a field beside says by which property the value is said in RDF."""

    field: str
    iris: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Inverse:
    """How a relation reads from its other end."""

    name: str
    label: Message


@dataclass(frozen=True, slots=True)
class Within:
    """Where the part is that a field names by its local id: in a list of records, `field`.

    The list is one of the element itself, or of the element that `of` refers to, a field beside.
    """

    field: str
    of: str = ""


class Prop:
    """What a field is called, in people's words and in RDF.

    The first IRI is the property of the field in RDF, from which the field is read back; the others
    are derived: they have the same values. `via` says what else is to be known of where it stands.

    `normative` says whether a change of the field asks for a new review of the guide sections that
    cover the element. `ordered` says whether the order of a list means something; without it two
    lists of the same values say the same. `acyclic` says that the relation may not lead back to
    where it began. `within` says that the value is the local id of a part, and where that part is.
    `parent` says that the value is what its owner is a part of: another one moves it.
    """

    __slots__ = (
        "acyclic",
        "inverse",
        "iris",
        "label",
        "normative",
        "ordered",
        "parent",
        "via",
        "within",
    )

    def __init__(
        self,
        label: Message,
        *iris: str,
        inverse: Inverse | None = None,
        normative: bool = True,
        ordered: bool = False,
        via: Via | By | None = None,
        acyclic: bool = False,
        within: Within | None = None,
        parent: bool = False,
    ) -> None:
        self.label = label
        self.iris = iris
        self.inverse = inverse
        self.normative = normative
        self.ordered = ordered
        self.via = via
        self.acyclic = acyclic
        self.within = within
        self.parent = parent

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return _checked(handler(source))


class Private(Prop):
    """What a field is called that is for those who keep the model, and is not published."""

    __slots__ = ()


def _checked(schema: core_schema.CoreSchema) -> core_schema.CoreSchema:
    """The schema of a field, its strings without control characters; `Text` sees to its own."""
    if schema["type"] == "str":
        return core_schema.no_info_after_validator_function(without_controls, schema)
    if schema["type"] == "nullable":
        return {**schema, "schema": _checked(schema["schema"])}
    if schema["type"] == "tuple":
        return {**schema, "items_schema": [_checked(item) for item in schema["items_schema"]]}
    return schema


def words_of(name: str) -> str:
    """The name of a class as its words in small letters.

    >>> words_of("BranchType")
    'branch-type'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


class Coded(str, Enum):  # noqa: UP042 - a StrEnum cannot carry more than its text
    """A value of a closed list, with its label; `match` is the same code in a public list.

    `iris` are classes that the owner of the value belongs to in RDF.
    """

    label: Message
    match: str
    iris: tuple[str, ...]

    def __new__(
        cls, value: str, label: Message, match: str = "", iris: tuple[str, ...] = ()
    ) -> Self:
        """Make the member a plain string that also carries its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.match = match
        member.iris = iris
        return member

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def list_name(cls) -> str:
        """What the list is called in addresses and definitions: `branch-type`."""
        return words_of(cls.__name__)
