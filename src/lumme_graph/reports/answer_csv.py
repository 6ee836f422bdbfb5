"""Answers as CSV: a row for each row, total, gap and the sentence, told apart by the first column."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.query.answers import Answer, Things
from lumme_graph.query.questions.asking import Question
from lumme_graph.reports.csv_text import csv_text
from lumme_graph.views.answer import words


def render(answer: Answer, lang: str = "en") -> str:
    """The answer as text: what the row is, the ids behind it, then its values; lists have semicolons.

    A table without rows still says in its last rows what is not recorded.
    """
    columns = [column.say(lang) for column in answer.columns]
    lines: list[list[str]] = [["part", "elements", *columns]]
    lines += [
        ["row", ";".join(row.elements), *(words(value, lang) for value in row.values)]
        for row in answer.rows
    ]
    lines += [
        ["total", _ids(one.of), one.label.say(lang), words(one.value, lang), one.unit]
        for one in answer.totals
    ]
    lines += [
        [
            "not-recorded",
            _ids(gap.of),
            gap.what.say(lang),
            "; ".join(thing.label.say(lang) for thing in gap.of),
        ]
        for gap in answer.not_recorded
    ]
    lines.append(["note", "", answer.note.say(lang)])
    return _written(lines)


def render_list(found: Iterable[Question]) -> str:
    """The list of questions as text."""
    lines = [["row", "question", "fi", "en"]]
    lines += [[str(one.row), one.name, one.text.fi, one.text.en] for one in found]
    return _written(lines)


def _ids(things: Things) -> str:
    return ";".join(thing.id for thing in things)


def _written(lines: list[list[str]]) -> str:
    """The lines, all as wide as the widest."""
    width = max(map(len, lines))
    return csv_text([*line, *[""] * (width - len(line))] for line in lines)
