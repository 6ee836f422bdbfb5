"""An answer as flat rows: a column for each head, and what more its values hold beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from lumme_graph.base.amounts import Money
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.things import Missing, Thing
from lumme_graph.questions.answers import Answer, Value, things_in
from lumme_graph.views.answer import words
from lumme_graph.views.flat import Flat, FlatRow, between


def answer_rows(answer: Answer, speak: Speaker) -> list[FlatRow]:
    """The rows of an answer under their heads in words; what is missing is None, no elements are "".

    Beside names of elements stand their ids (`library id`), beside money its currency, and beside
    days that may be known roughly the bounds.
    """
    made: list[FlatRow] = [{} for _ in answer.rows]
    for at, column in enumerate(answer.columns):
        head = speak(column).words
        found = _column(head, [row.values[at] for row in answer.rows], speak)
        for row, values in zip(made, found, strict=True):
            row.update(values)
    return made


def _column(head: str, values: Sequence[Value], speak: Speaker) -> list[FlatRow]:
    """The values under one head, all of the same type."""
    there = [value for value in values if not isinstance(value, Missing)]
    if there and all(isinstance(value, int | Decimal | Money) for value in there):
        return _numbers(head, values)
    if there and all(isinstance(value, UncertainDate | date) for value in there):
        rough = any(isinstance(value, UncertainDate) for value in there)
        return [_day(head, value, rough=rough) for value in values]
    named = any(isinstance(value, Thing | tuple) for value in there)
    return [
        {head: _text(value, speak), **({f"{head} id": _ids(value)} if named else {})}
        for value in values
    ]


def _numbers(head: str, values: Sequence[Value]) -> list[FlatRow]:
    whole = not any(isinstance(value, Decimal | Money) for value in values)
    money = any(isinstance(value, Money) for value in values)
    return [
        {
            head: _number(value, whole=whole),
            **({f"{head} currency": _currency(value)} if money else {}),
        }
        for value in values
    ]


def _number(value: Value, *, whole: bool) -> Flat:
    match value:
        case Money():
            return float(value.amount)
        case int() | Decimal():
            return int(value) if whole else float(value)
        case _:
            return None


def _currency(value: Value) -> str | None:
    return value.currency or None if isinstance(value, Money) else None


def _day(head: str, value: Value, *, rough: bool) -> FlatRow:
    day = UncertainDate.parse(value) if isinstance(value, UncertainDate | date) else None
    known: FlatRow = {head: day.exact if day else None}
    return known | between(head, day, " ") if rough else known


def _text(value: Value, speak: Speaker) -> str | None:
    """Words as they are said in the language; none of no elements, which is not a missing value."""
    if isinstance(value, Missing):
        return None
    return words(value, speak).words if value != () else ""


def _ids(value: Value) -> str | None:
    if isinstance(value, Missing):
        return None
    return ", ".join(thing.id for thing in things_in(value))
