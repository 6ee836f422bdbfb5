"""The schema of a value, from the type that a field is declared with.

The types are those of YAML 1.2, as editors read it: `2019` is a number, `no` is text. Where the
model wants text, a number or `true` will do, since every scalar is read as it is written. Empty
fields (`note:`), which say nothing, are refused.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from lumme_graph.base.amounts import Share
from lumme_graph.base.catalogue import CODE, SHIPPED
from lumme_graph.base.dates import PATTERN, UncertainDate
from lumme_graph.base.extra import Extra, extra_schema
from lumme_graph.base.listed import ONE_OR_MANY
from lumme_graph.base.tags import TAG
from lumme_graph.base.text import Text
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.kind import Coded, words_of
from lumme_graph.meta.listed_text import LISTED, listed_schema
from lumme_graph.meta.ref import Ref, targets
from lumme_graph.schema.ids import Schema, in_each_language, ref_name, ref_schema

_DURATION = (
    r"^[-+]?P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?"
    r"(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?$"
)
_DAY: Final[Schema] = {"type": ["string", "integer"], "pattern": PATTERN, "minimum": 1000}
_SCALARS: Final[dict[Any, Schema]] = {
    str: {"type": ["string", "number", "boolean"]},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "format": "date"},
    timedelta: {"type": "string", "pattern": _DURATION},
    Share: {"type": "number", "minimum": 0, "maximum": 100},
    UncertainDate: {
        **_DAY,
        "type": ["string", "integer", "object"],
        "minProperties": 1,
        "properties": {"earliest": _DAY, "latest": _DAY},
        "additionalProperties": False,
    },
}
_WORDS: Final[Schema] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}


class Values:
    """Makes schemas of values, and gathers what they refer to.

    `records` are the classes whose definitions are still to be made.
    """

    def __init__(self, graph: ServiceGraph | None) -> None:
        self.graph = graph
        self.defs: dict[str, Schema] = {}
        self.records: dict[str, type[BaseModel]] = {}

    def of(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> Schema:
        """The schema of what may be written for a declared type."""
        annotation, metadata = _bare(annotation, metadata)
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is tuple:
            item = self.of(args[0])
            many = {"type": "array", "items": item, **_limits(metadata)}
            return {"anyOf": [item, many]} if ONE_OR_MANY in metadata else many
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(args[1])}
        if origin is Literal:
            return {"enum": list(args)}
        if annotation in _SCALARS:
            return _scalar(annotation, metadata)
        if LISTED in metadata:
            return self._defined("listed-text", listed_schema(self._named(Text)))
        return self._named(annotation)

    def _named(self, cls: Any) -> Schema:
        """A text, a reference, a closed list of values or a record; each is defined once."""
        if cls is Text:
            return self._defined("text", self._text())
        if cls is Extra:
            return self._defined("extra", extra_schema())
        if get_origin(cls) is Ref:
            kinds = targets(cls)
            return self._defined(ref_name(kinds), ref_schema(kinds, self.graph))
        name = kebab(cls)
        if issubclass(cls, Enum):
            return self._defined(name, _choice(cls))
        self.records[name] = cls
        return {"$ref": f"#/$defs/{name}"}

    def _defined(self, name: str, schema: Schema) -> Schema:
        self.defs.setdefault(name, schema)
        return {"$ref": f"#/$defs/{name}"}

    def _text(self) -> Schema:
        tags = self.graph.settings.languages.all if self.graph else (CODE, *SHIPPED)
        return {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": f"^{TAG.pattern}$"},
            "properties": dict.fromkeys(tags, _WORDS),
            "additionalProperties": _WORDS,
        }


def _bare(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """A type without what is said of it, and without that it may be missing."""
    while True:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation, metadata = args[0], (*metadata, *args[1:])
        elif origin in {Union, UnionType}:
            (annotation,) = (member for member in args if member is not NoneType)
        else:
            return annotation, metadata


def kebab(cls: type) -> str:
    """The name of a class as definitions and anchors have it.

    >>> kebab(UncertainDate)
    'uncertain-date'
    """
    return cls.list_name() if issubclass(cls, Coded) else words_of(cls.__name__)


def _choice(cls: type[Enum]) -> Schema:
    """A closed list, with what its values are called."""
    schema: Schema = {"enum": [str(member.value) for member in cls]}
    if issubclass(cls, Coded):
        schema["enumDescriptions"] = [in_each_language(member.label) for member in cls]
    return schema


def _scalar(annotation: Any, metadata: tuple[Any, ...]) -> Schema:
    limits = _limits(metadata)
    if "pattern" not in limits or annotation is not str:
        return {**_SCALARS[annotation], **limits}
    numbers = re.fullmatch(limits["pattern"], "1") is not None
    return {"type": ["string", "integer"] if numbers else "string", **limits}


def _limits(metadata: tuple[Any, ...]) -> Schema:
    """The bounds that a field's declaration sets."""
    names = {"ge": "minimum", "le": "maximum", "pattern": "pattern", "min_length": "minItems"}
    found = {word: getattr(part, ours, None) for part in metadata for ours, word in names.items()}
    return {word: value for word, value in found.items() if value is not None}
