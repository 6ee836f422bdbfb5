"""Answers for people: a sentence, a table, the totals and what is not recorded; and the questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lumme_graph.indicators.queries import Query
from lumme_graph.questions.answers import Answer
from lumme_graph.questions.asking import Question
from lumme_graph.reports.layout import table_text
from lumme_graph.reports.look import PLAIN, Look
from lumme_graph.reports.wrapped import wrapped
from lumme_graph.views import answer as view


def render(answer: Answer, lang: str = "en", look: Look = PLAIN) -> str:
    """The answer as text; in short unless the look asks for the whole."""
    parts = [
        f"{wrapped(view.title(answer, lang), look.width)}\n",
        f"\n{wrapped(view.sentence(answer, lang), look.width)}\n\n",
    ]
    if answer.rows:
        table = replace(view.table(answer, lang, details=look.whole), title="")
        parts.append(f"{table_text(table, look)}\n")
    rest = view.rest(answer, lang, details=look.whole)
    return "".join([*parts, *(f"{wrapped(line, look.width, '  ')}\n" for line in rest)])


def render_list(found: Iterable[Question], counted: Iterable[Query], look: Look = PLAIN) -> str:
    """The lists of questions and of the queries of indicators, as text."""
    tables = (view.questions(found), view.queries(counted))
    return "".join(f"{table_text(table, look)}\n" for table in tables)
