"""Answers as CSV: a row for each row, total, gap and the sentence, told apart by the first column."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from lumme_graph.base.amounts import Money
from lumme_graph.base.catalogue import CODE, SHIPPED
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.speaker import DayForm, Speaker
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Things
from lumme_graph.questions.answers import Answer, Value
from lumme_graph.questions.asking import Question
from lumme_graph.reports.csv_text import csv_text
from lumme_graph.views.answer import words
from lumme_graph.views.standing import standing_word, statement_in


def render(answer: Answer, graph: ServiceGraph, lang: str = "en") -> str:
    """The answer as text: what the row is, the ids behind it and on what each stands, its values.

    Lists have semicolons. A table without rows still says in its last rows what is not recorded;
    the very last is what must be said of the model.
    """

    def line(part: str, ids: Iterable[str], *values: str) -> list[str]:
        named = list(ids)
        return [
            part,
            ";".join(named),
            ";".join(standing_word(graph, one) for one in named),
            *values,
        ]

    speak = graph.speaker(lang)
    plain = speak.with_days(DayForm.PLAIN)
    columns = [speak(column).words for column in answer.columns]
    currencies = [_currency(row.values) for row in answer.rows]
    money = any(currencies)
    lines: list[list[str]] = [["part", "elements", "standing", *columns, *["currency"] * money]]
    lines += [
        line("row", row.elements, *(_cell(v, plain) for v in row.values), *[currency] * money)
        for row, currency in zip(answer.rows, currencies, strict=True)
    ]
    lines += [
        line(
            "total",
            _ids(one.of),
            speak(one.label).words,
            _cell(one.value, speak),
            one.unit or _currency([one.value]),
        )
        for one in answer.totals
    ]
    lines += [
        line(
            "not-recorded",
            _ids(gap.of),
            speak(gap.what).words,
            "; ".join(speak(thing.label).words for thing in gap.of),
        )
        for gap in answer.not_recorded
    ]
    lines.append(line("note", (), speak(answer.note).words))
    statement = statement_in(graph.settings, speak)
    return _written([*lines, *([line("statement", (), statement)] if statement else [])])


def render_list(found: Iterable[Question]) -> str:
    """The list of questions as text."""
    tags = (CODE, *SHIPPED)
    lines = [["row", "question", *tags]]
    for one in found:
        said = one.text.by_tag()
        lines.append([str(one.row or ""), one.name, *(said.get(tag, "") for tag in tags)])
    return _written(lines)


def _currency(values: Iterable[Value]) -> str:
    """The currency of the money among values; several have semicolons."""
    found = (value.currency for value in values if isinstance(value, Money) and value.currency)
    return ";".join(dict.fromkeys(found))


def _cell(value: Value, speak: Speaker) -> str:
    """A value in words; numbers and days plain, which a spreadsheet can reckon with."""
    match value:
        case Money(amount):
            return f"{amount:f}"
        case Decimal():
            return f"{value:f}"
        case int() | date() | UncertainDate():
            return str(value)
        case _:
            return words(value, speak).words


def _ids(things: Things) -> list[str]:
    return [thing.id for thing in things]


def _written(lines: list[list[str]]) -> str:
    """The lines, all as wide as the widest."""
    width = max(map(len, lines))
    return csv_text([*line, *[""] * (width - len(line))] for line in lines)
