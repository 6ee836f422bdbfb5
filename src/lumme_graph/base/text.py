"""`Text`: what a model says, in one or more languages."""

from __future__ import annotations

import unicodedata
from collections.abc import ItemsView, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, cast, overload

from pydantic_core import PydanticCustomError, core_schema

from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.shown import CONTROL, shortly
from lumme_graph.base.tags import TAG, best, twice

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

_UNSEEN: Final = frozenset("ZCM")
_FILLERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs by their category that nevertheless leave no mark."""


def is_blank(words: str) -> bool:
    r"""Is there nothing to be seen: only spaces, controls, marks of width zero?

    >>> is_blank("\u3000\u200b"), is_blank("→")
    (True, False)
    """
    if words[:1].isascii() and words[:1].isalnum():
        return False
    return all(unicodedata.category(letter)[0] in _UNSEEN or letter in _FILLERS for letter in words)


class Text(Mapping[str, str]):
    """Words in one or more languages, by BCP 47 tag; it cannot be changed.

    Raises `ValueRefusedError` for what is no text.

    >>> title = Text(fi="Varaus", en="Reservation")
    >>> title["en"]
    'Reservation'
    """

    __slots__ = ("_by_tag",)

    @overload
    def __init__(self, by_tag: Mapping[str, str], /) -> None: ...
    @overload
    def __init__(self, /, **by_tag: str) -> None: ...
    def __init__(self, by_tag: Mapping[str, str] | None = None, /, **tags: str) -> None:
        words = tags if by_tag is None else by_tag
        _need_words(words)
        self._by_tag: dict[str, str] = dict(words)

    def __getitem__(self, tag: str) -> str:
        return self._by_tag[tag]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_tag)

    def __len__(self) -> int:
        return len(self._by_tag)

    def items(self) -> ItemsView[str, str]:
        """The tags with their words."""
        return self._by_tag.items()

    def __hash__(self) -> int:
        return hash(frozenset(self._by_tag.items()))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Text):
            return self._by_tag == other._by_tag
        return isinstance(other, Mapping) and self._by_tag == other

    def __repr__(self) -> str:
        return f"Text({self._by_tag!r})"

    def tag(self, wanted: str) -> str | None:
        """The tag of the words that serve a wanted language (`en-GB` serves `en`), if any."""
        return wanted if wanted in self._by_tag else best(wanted, self._by_tag)

    @classmethod
    def _checked(cls, by_tag: dict[str, str]) -> Text:
        """The text of words that pydantic has found to be text."""
        for tag, words in by_tag.items():
            if not TAG.fullmatch(tag):
                raise PydanticCustomError(
                    "language_tag", "{tag} is not a language tag", {"tag": tag}
                )
            without_controls(words)
            if is_blank(words):
                raise PydanticCustomError("empty_text", "the text in {tag} is empty", {"tag": tag})
        if not by_tag:
            raise PydanticCustomError(
                "empty_text", "a text needs at least one language", {"tag": ""}
            )
        if not all(map(str.islower, by_tag)) and (pair := twice(by_tag)):
            one, other = pair
            raise PydanticCustomError(
                "language_tag_twice",
                "{one} and {other} are one language",
                {"one": one, "other": other},
            )
        self = cls.__new__(cls)
        self._by_tag = by_tag
        return self

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        words = core_schema.dict_schema(core_schema.str_schema(), core_schema.str_schema())
        return core_schema.no_info_after_validator_function(
            cls._checked,
            words,
            serialization=core_schema.plain_serializer_function_ser_schema(dict),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": f"^{TAG.pattern}$"},
            "additionalProperties": {"type": "string", "minLength": 1},
        }


def _need_words(given: object) -> None:
    if not isinstance(given, Mapping):
        raise ValueRefusedError(
            f"Text: languages with their texts are expected here, not {shortly(given)}: "
            "write Text(en=…)"
        )
    for tag, words in cast("Mapping[object, object]", given).items():
        if not (isinstance(tag, str) and isinstance(words, str)):
            wrong = words if isinstance(tag, str) else tag
            raise ValueRefusedError(f"Text: {tag}: text is expected here, not {shortly(wrong)}")


def without_controls(words: str) -> str:
    """The words, which may hold no control character but the tab and the ends of lines.

    Raises pydantic's error where they hold another.
    """
    found = CONTROL.search(words)
    if found:
        char = f"U+{ord(found[0]):04X}"
        raise PydanticCustomError(
            "control_character", "it holds the control character {char}", {"char": char}
        )
    return words
