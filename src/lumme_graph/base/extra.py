"""`Extra`: a network's own fields of an element, which the program keeps and does not judge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from numbers import Number
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from pydantic_core import PydanticCustomError, core_schema, to_jsonable_python

from lumme_graph.base.error import KnownError
from lumme_graph.base.given_day import plain_day
from lumme_graph.base.given_number import plain_number
from lumme_graph.base.text import is_blank, without_controls

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

OwnScalar: TypeAlias = str | int | Decimal | bool | date
"""A text, a number, yes or no, or a day."""
OwnValue: TypeAlias = OwnScalar | tuple[OwnScalar, ...]
"""What an own field may hold: one value, or several in a list."""

OWN_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*")
"""The name of an own field: words in small letters of ASCII, between them a hyphen or a low line."""
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,30})?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YES_NO: Final = {"true": True, "false": False}


class Extra(Mapping[str, OwnValue]):
    """Own names with values: text, numbers, yes or no, days, and lists of them; it cannot be changed.

    A value is of the sort that it looks like, in files as in Python: `12` and `84.20` are numbers,
    which keep their digits, `true` and `false` are yes and no, `2026-08-22` is a day, and all else,
    such as `00100`, is text. Raises `KnownError` for a name or value that cannot be.

    >>> own = Extra({"shelf": "84.20", "opened": "2019-05-02", "floor": 2})
    >>> own["shelf"], own["opened"], own["floor"]
    (Decimal('84.20'), datetime.date(2019, 5, 2), 2)
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = {name: _checked(name, value) for name, value in values.items()}

    def __getitem__(self, name: str) -> OwnValue:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values))

    def __eq__(self, other: object) -> bool:
        """Do both say the same? One and yes, or 1 and 1.0, are not the same."""
        if isinstance(other, Extra):
            return self.spelled() == other.spelled()
        return isinstance(other, Mapping) and self._values == other

    def __repr__(self) -> str:
        return f"Extra({self._values!r})"

    def spelled(self) -> dict[str, str | list[str]]:
        """The values as a file has them: all of them text."""
        return {name: spelled(value) for name, value in self._values.items()}

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        name = core_schema.custom_error_schema(
            core_schema.str_schema(pattern=f"^{OWN_NAME.pattern}$"),
            custom_error_type="own_field",
            custom_error_message="the name of an own field is lower-case words with hyphens",
        )
        value = core_schema.no_info_plain_validator_function(own_value)
        return core_schema.no_info_after_validator_function(
            cls,
            core_schema.dict_schema(name, value),
            serialization=core_schema.plain_serializer_function_ser_schema(_dumped, info_arg=True),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return extra_schema()


def extra_schema() -> dict[str, Any]:
    """The JSON Schema of own fields."""
    one = {"type": ["string", "number", "boolean"]}
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{OWN_NAME.pattern}$"},
        "additionalProperties": {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]},
    }


def _checked(name: str, given: object) -> OwnValue:
    if not OWN_NAME.fullmatch(name):
        raise KnownError(
            f"{name}: the name of an own field is lower-case words with - or _ between"
        )
    try:
        return own_value(given)
    except PydanticCustomError as error:
        raise KnownError(f"{name}: {error.message()}") from None


def own_value(given: object) -> OwnValue:
    """A value of an own field. Raises pydantic's error for what can be none."""
    if isinstance(given, list | tuple):
        listed = cast("Iterable[object]", given)
        values = tuple(map(_scalar, listed))
        if not values:
            raise _refused("a list with nothing in it")
        return values
    return _scalar(given)


def spelled(value: OwnValue) -> str | list[str]:
    """A value as a file has it."""
    return [_spelled(one) for one in value] if isinstance(value, tuple) else _spelled(value)


def of_look(words: str) -> OwnScalar:
    """What a text looks like: a number, yes or no, a day, else itself.

    >>> [of_look(words) for words in ("12", "-0.50", "true", "007", "no", "+358")]
    [12, Decimal('-0.50'), True, '007', 'no', '+358']
    """
    if _NUMBER.fullmatch(words):
        return Decimal(words) if "." in words else int(words)
    if _DAY.fullmatch(words):
        try:
            return date.fromisoformat(words)
        except ValueError:
            raise PydanticCustomError(
                "date_none", "{value} is not a day of the calendar", {"value": words}
            ) from None
    return _YES_NO.get(words, words)


def _scalar(given: object) -> OwnScalar:
    match given:
        case bool():
            return given
        case str():
            words = without_controls(str(given))
            if is_blank(words):
                raise _refused("nothing")
            return of_look(words)
        case Number() if (number := plain_number(given)) is not None:
            return _number(number)
        case date() if day := plain_day(given):
            return day
        case _:
            raise _refused("nothing" if given is None else type(given).__name__)


def _number(number: Decimal) -> OwnScalar:
    words = format(number, "f")
    if not _NUMBER.fullmatch(words):
        raise _refused(f"the number {number}"[:60])
    return of_look(words)


def _dumped(extra: Extra, info: core_schema.SerializationInfo) -> dict[str, Any]:
    """The values as they are; in JSON, which has no days and rounds numbers, those as text."""
    values = dict(extra.items())
    return to_jsonable_python(values) if info.mode == "json" else values


def _spelled(value: OwnScalar) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case _:
            return str(value)


def _refused(what: str) -> PydanticCustomError:
    return PydanticCustomError(
        "own_value",
        "an own field holds text, a number, true or false, a day, or a list of such",
        {"what": what},
    )
