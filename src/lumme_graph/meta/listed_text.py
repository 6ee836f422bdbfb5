"""A text of a list: it may have an id, so that its address outlives a rewording."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

from pydantic_core import PydanticCustomError, SchemaValidator, core_schema

from lumme_graph.base.text import Text
from lumme_graph.meta.local_name import digest
from lumme_graph.meta.ref import ID_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

_FIELDS: Final = frozenset({"id", "text"})


class NamedText(Text):
    """A text with an id, written `{id, text}`: the id is no word of it, and no language.

    >>> task = NamedText("borrow", {"en": "Borrow books"})
    >>> task.id, task["en"], task == Text(en="Borrow books")
    ('borrow', 'Borrow books', False)
    """

    __slots__ = ("id",)

    def __init__(self, id_: str, words: Mapping[str, str], /) -> None:
        super().__init__(words)
        self.id = id_

    def __hash__(self) -> int:
        return hash((self.id, super().__hash__()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NamedText) and self.id == other.id and super().__eq__(other)

    def __repr__(self) -> str:
        return f"NamedText({self.id!r}, {dict(self)!r})"


class _Listed:
    """Lets a text of a list have an id."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        text = handler(source)
        fields = {
            "id": core_schema.typed_dict_field(core_schema.str_schema(pattern=f"^{ID_WORDS}$")),
            "text": core_schema.typed_dict_field(text),
        }
        named = SchemaValidator(core_schema.typed_dict_schema(fields))

        def validated(value: object, plain: core_schema.ValidatorFunctionWrapHandler) -> Text:
            if isinstance(value, NamedText):
                value = written(value)
            if not (isinstance(value, Mapping) and "text" in value):
                return cast("Text", plain(value))
            if value.keys() != _FIELDS:
                raise PydanticCustomError(
                    "named_text", "a text with an id has the fields id and text, and no other"
                )
            found = named.validate_python(value)
            return NamedText(found["id"], found["text"])

        return core_schema.no_info_wrap_validator_function(
            validated,
            text,
            serialization=core_schema.plain_serializer_function_ser_schema(written),
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return listed_schema(handler(schema))


LISTED: Final = _Listed()
"""What is said of the texts of a list."""

Texts = tuple[Annotated[Text, LISTED], ...]
"""Texts in a list, each with an id or without."""


def listed_schema(text: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON Schema of a text of a list, from that of a text."""
    named = {
        "type": "object",
        "properties": {"id": {"type": "string", "pattern": f"^{ID_WORDS}$"}, "text": text},
        "required": ["id", "text"],
        "additionalProperties": False,
    }
    return {"anyOf": [text, named]}


def written(text: Mapping[str, str]) -> dict[str, Any]:
    """A text as it is written: its words by language, below its id where it has one."""
    words = dict(text)
    return {"id": text.id, "text": words} if isinstance(text, NamedText) else words


def point_name(text: Text, languages: Iterable[str] = ()) -> str:
    """The local name of a text of a list: its id, else its digest; the first language is the source's."""
    return text.id if isinstance(text, NamedText) else digest(text, languages)
