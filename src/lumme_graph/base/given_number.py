"""A number as callers give it: Python's own, or one of a data frame."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from numbers import Integral, Number


def plain_number(given: Number) -> Decimal | None:
    """The number with the digits that it shows; None where it is infinite, or none at all.

    >>> plain_number(0.1), plain_number(float("nan"))
    (Decimal('0.1'), None)
    """
    if isinstance(given, Integral):
        return Decimal(int(given))
    try:
        number = Decimal(str(given))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
