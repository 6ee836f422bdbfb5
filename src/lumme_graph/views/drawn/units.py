"""A target value in words: at most 2 working days."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from lumme_graph.base.amounts import Quantity
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Sayable

_WORKING_DAYS: Final = Counted("{n} working day", "{n} working days")
"""The one unit of time that languages have no common form for."""
_COMPARED: Final[dict[str | None, Label]] = {
    "<": Label("under {value}"),
    "<=": Label("at most {value}"),
    "=": Label("exactly {value}"),
    ">=": Label("at least {value}"),
    ">": Label("over {value}"),
}


def compared(operator: str | None, value: Decimal, unit: str | None) -> Sayable:
    """A value to reach, as it is said; a unit that has no words stands as it is written."""
    said = amount(value, unit)
    return _COMPARED[operator].fill(value=said) if operator in _COMPARED else said


def amount(value: Decimal, unit: str | None) -> Sayable:
    """A number with its unit."""
    n = value.to_integral_value() if value == value.to_integral_value() else value
    if unit == "working day":
        return _WORKING_DAYS.fill(n=int(n)) if n == int(n) else Quantity(f"{n:f}", unit)
    return Quantity(f"{n:f}", unit) if unit else n
