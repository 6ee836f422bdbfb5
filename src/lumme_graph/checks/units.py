"""Numbers with a unit in prose: how the units of facts are said in the languages of libraries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

_SAID: Final = {
    "day": r"days?\b|päiv|vuorokau|vrk\b|dag(?:ar)?s?\b|dygn|di[wu]rnod|dydd",
    "week": r"weeks?\b|viiko|viikk|veck|wythnos",
    "month": r"months?\b|kuukau|kk\b|månad",
    "year": r"years?\b|vuot|vuode|vuosi|år\b|blynedd|mlynedd|flynedd",
    "hour": r"hours?\b|tun[tn]i|timm|awr",
    "minute": r"minutes?\b|minuut|minut|munud",
    "EUR": r"€|euro|eur\b",
    "GBP": r"£|pounds?\b|puntaa?|pund\b|punt\b",
    "percent": r"%|percent|prosent|procent",
}
"""What follows a number, as far as words are alike in their forms: beginnings, in any language."""

_ALIASES: Final = {"d": "day", "days": "day", "%": "percent", "€": "EUR", "£": "GBP"}
_BEFORE: Final = {"EUR": r"(?:€|\bEUR)", "GBP": r"(?:£|\bGBP)"}
_NUMBER: Final = r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
_LEFT: Final = r"(?<![\w/.,:-])"


class Typed(NamedTuple):
    """A number in a text, and where it begins."""

    written: str
    value: Decimal
    start: int


def unit_of(unit: str) -> str:
    """The name of a unit, however a fact spells it."""
    return _ALIASES.get(unit, unit)


@cache
def _pattern(unit: str) -> re.Pattern[str]:
    said = _SAID.get(unit) or rf"{re.escape(unit)}(?:e?s)?\b"
    after = rf"{_LEFT}{_NUMBER}[*_]{{0,3}}[-\s]?[*_]{{0,3}}(?:{said})"
    before = _BEFORE.get(unit)
    other = rf"|{before}\s?{_NUMBER.replace('number', 'other')}" if before else ""
    return re.compile(after + other, re.IGNORECASE)


def typed_with(unit: str, text: str) -> Iterator[Typed]:
    """The numbers that stand with a unit in a text.

    >>> [typed.written for typed in typed_with("day", "28 päivää, 14 or 7 days; 5 loans")]
    ['28', '7']
    """
    for found in _pattern(unit_of(unit)).finditer(text):
        name = "number" if found["number"] else "other"
        yield Typed(found[name], _value(found[name]), found.start(name))


def numbers_in(text: str) -> Iterator[Decimal]:
    """Every number in the value of a fact, or in a text.

    >>> list(map(str, numbers_in("28 / 14 / 7,50")))
    ['28', '14', '7.50']
    """
    for found in re.finditer(_NUMBER, text):
        yield _value(found["number"])


def _value(written: str) -> Decimal:
    return Decimal(re.sub(r"[ \u00a0\u202f]", "", written).replace(",", "."))
