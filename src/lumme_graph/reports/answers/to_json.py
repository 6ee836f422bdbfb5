"""Answers as JSON, for other programs: ids, and words in one language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from lumme_graph.base.amounts import Money
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.json_text import json_text
from lumme_graph.base.speaker import DayForm, Speaker
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Thing
from lumme_graph.indicators.queries import Query
from lumme_graph.meta.kind import Coded
from lumme_graph.questions.answers import Answer, Value, elements_of
from lumme_graph.questions.asking import Question
from lumme_graph.views.answer import words
from lumme_graph.views.standing import standing_word

VERSION = 3
"""Of the form; it is raised where a reader of the earlier one could go wrong."""


def answer_data(answer: Answer, graph: ServiceGraph, lang: str = "en") -> dict[str, Any]:
    """An answer of a graph as plain data; a value that is missing is the code that says why.

    `standing` says of each element that is named whether it is sourced, derived or illustrative.
    """
    statement = graph.settings.statement
    speak = graph.speaker(lang)
    plain = speak.with_days(DayForm.PLAIN)
    return {
        "version": VERSION,
        "question": answer.name,
        "row": answer.row or None,
        "text": speak(answer.text).words,
        "as_of": answer.day.isoformat(),
        "statement": dict(statement) if statement else None,
        "columns": [speak(column).words for column in answer.columns],
        "rows": [
            {
                "elements": list(row.elements),
                "values": [_value(value, plain) for value in row.values],
            }
            for row in answer.rows
        ],
        "totals": [
            {
                "label": speak(total.label).words,
                "value": _value(total.value, speak),
                "unit": total.unit or None,
                "elements": [thing.id for thing in total.of],
            }
            for total in answer.totals
        ],
        "not_recorded": [
            {"what": speak(gap.what).words, "elements": [thing.id for thing in gap.of]}
            for gap in answer.not_recorded
        ],
        "note": speak(answer.note).words,
        "standing": {
            id_: word for id_ in elements_of(answer) if (word := standing_word(graph, id_))
        },
    }


def render(answer: Answer, graph: ServiceGraph, lang: str = "en") -> str:
    """The data as text."""
    return json_text(answer_data(answer, graph, lang), 2)


def render_list(found: Iterable[Question], counted: Iterable[Query]) -> str:
    """The lists of questions and of the queries of indicators, as text."""
    data = [
        {"question": one.name, "row": one.row or None, "text": one.text.by_tag()} for one in found
    ]
    queries = [{"query": one.name, "text": one.text.by_tag()} for one in counted]
    return json_text({"version": VERSION, "questions": data, "indicator_queries": queries}, 2)


def _value(value: Value, speak: Speaker) -> Any:
    """Things as id and name, codes by their word, money with its currency, fractions as text."""
    match value:
        case Thing():
            found: Any = {"id": value.id, "name": speak(value.label).words}
        case tuple():
            found = [_value(thing, speak) for thing in value]
        case Coded():
            found = {"code": str(value), "name": speak(value.label).words}
        case int():
            found = value
        case Money():
            found = {"amount": _number(value.amount), "currency": value.currency or None}
        case Decimal():
            found = _number(value)
        case date() | UncertainDate():
            found = str(value)
        case _:
            found = words(value, speak).words
    return found


def _number(value: Decimal) -> int | str:
    return int(value) if value == value.to_integral_value() else f"{value:f}"
