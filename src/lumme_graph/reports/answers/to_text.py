"""Answers for people: a sentence, a table, the totals and what is not recorded; and the questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lumme_graph.base.speaker import Speaker
from lumme_graph.indicators.queries import Query
from lumme_graph.questions.answers import Answer
from lumme_graph.questions.asking import Question
from lumme_graph.reports.layout import table_text
from lumme_graph.reports.look import PLAIN, Look
from lumme_graph.reports.wrapped import wrapped
from lumme_graph.views import answer as view


def render(answer: Answer, speak: Speaker, look: Look = PLAIN) -> str:
    """The answer as text; in short unless the look asks for the whole."""
    parts = [
        f"{wrapped(speak(view.title(answer)).shown, look.width)}\n",
        f"\n{wrapped(view.sentence(answer, speak), look.width)}\n\n",
    ]
    if answer.rows:
        table = replace(view.answer_table(answer, speak, details=look.whole), title="")
        parts.append(f"{table_text(table, look)}\n")
    rest = view.rest(answer, speak, details=look.whole)
    return "".join([*parts, *(f"{wrapped(line, look.width, '  ')}\n" for line in rest)])


def render_list(
    found: Iterable[Question], counted: Iterable[Query], speak: Speaker, look: Look = PLAIN
) -> str:
    """The lists of questions and of the queries of indicators, as text."""
    tables = (view.questions(found, speak), view.queries(counted, speak))
    return "".join(f"{table_text(table, look)}\n" for table in tables)
