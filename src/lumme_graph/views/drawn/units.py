"""A target value in words: at most 2 working days."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from lumme_graph.base.label import Counted, Joined, Label, Message

_UNITS: Final[dict[str, Counted]] = {
    "minute": Counted("{n} minute", "{n} minutes"),
    "hour": Counted("{n} hour", "{n} hours"),
    "day": Counted("{n} day", "{n} days"),
    "working day": Counted("{n} working day", "{n} working days"),
    "week": Counted("{n} week", "{n} weeks"),
    "month": Counted("{n} month", "{n} months"),
    "year": Counted("{n} year", "{n} years"),
}
_COMPARED: Final[dict[str | None, Label]] = {
    "<": Label("under {value}"),
    "<=": Label("at most {value}"),
    "=": Label("exactly {value}"),
    ">=": Label("at least {value}"),
    ">": Label("over {value}"),
}


def compared(operator: str | None, value: Decimal | float, unit: str | None) -> Message:
    """A value to reach, as it is said; a unit that has no words stands as it is written."""
    said = amount(value, unit)
    return _COMPARED[operator].fill(value=said) if operator in _COMPARED else said


def amount(value: Decimal | float, unit: str | None) -> Message:
    """A number with its unit."""
    exact = Decimal(str(value))
    n = int(exact) if exact == exact.to_integral_value() else exact
    if unit in _UNITS and isinstance(n, int):
        return _UNITS[unit].fill(n=n)
    return Joined((n, unit) if unit else (n,), "\N{NO-BREAK SPACE}")
