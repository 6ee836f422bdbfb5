"""Amounts that are more than a number: a share, which is exact, money, and a value with its unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, core_schema

from lumme_graph.base.error import ValueRefusedError

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler

_MAX_TENTHS = 1000


class Share(int):
    """A share in tenths of a percent: a whole number, so that gates never compare floats.

    >>> Share.parse("72.2")
    Share(722)
    """

    @classmethod
    def parse(cls, value: object) -> Share:
        """Read a percentage from 0 to 100 with at most one decimal.

        Raises `ValueRefusedError` for anything else.
        """
        try:
            tenths = Decimal(str(value)) * 10
        except InvalidOperation:
            tenths = Decimal("nan")
        if tenths.is_nan() or not 0 <= tenths <= _MAX_TENTHS or tenths != int(tenths):
            raise ValueRefusedError(
                f"{value} is not a percentage from 0 to 100 with at most one decimal"
            )
        return cls(tenths)

    def __repr__(self) -> str:
        return f"Share({int(self)})"

    def __str__(self) -> str:
        return f"{self // 10}.{self % 10}" if self % 10 else str(self // 10)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _share, serialization=core_schema.to_string_ser_schema()
        )


def _share(value: object) -> Share:
    try:
        return value if isinstance(value, Share) else Share.parse(value)
    except ValueError as error:
        context = {"why": str(error), "value": str(value)}
        raise PydanticCustomError("share", "{why}", context) from None


@dataclass(frozen=True, slots=True)
class Money:
    """A sum of money in its currency, by its ISO 4217 code; empty where none is recorded."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value as it is written in a model, and its unit."""

    value: str
    unit: str
