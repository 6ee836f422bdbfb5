"""Answers as CSV: a row for each row, total, gap and the sentence, told apart by the first column."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.base.amounts import Money
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

    columns = [column.say(lang) for column in answer.columns]
    currencies = [_currency(row.values) for row in answer.rows]
    money = any(currencies)
    lines: list[list[str]] = [["part", "elements", "standing", *columns, *["currency"] * money]]
    lines += [
        line("row", row.elements, *(_cell(v, lang) for v in row.values), *[currency] * money)
        for row, currency in zip(answer.rows, currencies, strict=True)
    ]
    lines += [
        line(
            "total",
            _ids(one.of),
            one.label.say(lang),
            _cell(one.value, lang),
            one.unit or _currency([one.value]),
        )
        for one in answer.totals
    ]
    lines += [
        line(
            "not-recorded",
            _ids(gap.of),
            gap.what.say(lang),
            "; ".join(thing.label.say(lang) for thing in gap.of),
        )
        for gap in answer.not_recorded
    ]
    lines.append(line("note", (), answer.note.say(lang)))
    statement = statement_in(graph.settings, lang)
    return _written([*lines, *([line("statement", (), statement)] if statement else [])])


def render_list(found: Iterable[Question]) -> str:
    """The list of questions as text."""
    lines = [["row", "question", "fi", "en"]]
    lines += [[str(one.row), one.name, one.text.say("fi"), one.text.say("en")] for one in found]
    return _written(lines)


def _currency(values: Iterable[Value]) -> str:
    """The currency of the money among values; several have semicolons."""
    found = (value.currency for value in values if isinstance(value, Money) and value.currency)
    return ";".join(dict.fromkeys(found))


def _cell(value: Value, lang: str) -> str:
    """A value in words; of money the plain number, which a spreadsheet can add up."""
    return f"{value.amount:f}" if isinstance(value, Money) else words(value, lang)


def _ids(things: Things) -> list[str]:
    return [thing.id for thing in things]


def _written(lines: list[list[str]]) -> str:
    """The lines, all as wide as the widest."""
    width = max(map(len, lines))
    return csv_text([*line, *[""] * (width - len(line))] for line in lines)
