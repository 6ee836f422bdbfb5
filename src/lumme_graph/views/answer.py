"""Answers in words: the sentence, the table, the totals, what is not recorded; the questions.

In short, long lists are cut with their number said; in detail everything is there.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lumme_graph.base.amounts import Money
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.graph.gaps import Gap
from lumme_graph.graph.names import joined
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.indicators.queries import Query
from lumme_graph.meta.kind import Coded
from lumme_graph.questions.answers import Answer, Total, Value
from lumme_graph.questions.asking import Question
from lumme_graph.views.table import Table, table

_NUMBER = Label("no.")
_NAME = Label("name")
_QUESTION = Label("question")
_QUESTIONS = Label("Questions")
_QUERIES = Label("Queries of indicators")
_NOT_RECORDED = Label("Not recorded")
_ALL = Counted("the {n} library", "all {n} libraries")
_MANY = 3
_MOST_ROWS = 20
_MOST_THINGS = 3
_MOST_SIGNS = 80
_MOST_GAPS = 5
"""How much an answer shows in short."""
_AND_MORE = Label("{shown} and {n} more")
_CUT = Counted(
    "{shown} of {n} row is shown; --details shows all.",
    "{shown} of {n} rows are shown; --details shows all.",
)
_MORE_GAPS = Counted(
    "Not recorded: {n} more; --details shows it.", "Not recorded: {n} more; --details shows them."
)
_WHOLE_MODEL = Label("in the whole model")


def questions(found: Iterable[Question], speak: Speaker) -> Table:
    """Every question with its row and name."""
    rows = ((str(one.row or ""), one.name, one.text) for one in found)
    return table(speak, _QUESTIONS, (_NUMBER, _NAME, _QUESTION), rows, right=(0,))


def queries(found: Iterable[Query], speak: Speaker) -> Table:
    """Every query that an indicator may name."""
    return table(speak, _QUERIES, (_NAME, _QUESTION), ((one.name, one.text) for one in found))


def answer_table(answer: Answer, speak: Speaker, *, details: bool = True) -> Table:
    """The rows in words; numbers stand to the right. In short, the first rows with short lists."""
    chosen = answer.rows if details else answer.rows[:_MOST_ROWS]
    rows = (
        tuple(_cell(answer, value, speak.in_digits, details=details) for value in row.values)
        for row in chosen
    )
    heads = (speak.capital(label) for label in answer.columns)
    right = [at for at in range(len(answer.columns)) if is_numeric(answer, at)]
    return table(speak, title(answer), heads, rows, right=right)


def title(answer: Answer) -> Message:
    """The question and the day it is asked for."""
    return Joined((answer.text, " (", answer.day, ")"), "")


def sentence(answer: Answer, speak: Speaker) -> str:
    """The answer in one sentence."""
    return speak.capital(answer.note).shown


def rest(answer: Answer, speak: Speaker, *, details: bool = True) -> list[str]:
    """What is said below the table: the totals, and a line for each thing not recorded.

    In short, how many rows are not shown, and the first lines of what is not recorded.
    """
    gaps = [gap(answer, one, speak, details=details) for one in answer.not_recorded]
    if details:
        totals = "; ".join(total(one, speak) for one in answer.totals)
        return [*([f"{totals}."] if totals else []), *gaps]
    rows, hidden = len(answer.rows), len(gaps) - _MOST_GAPS
    cut = [speak(_CUT, shown=_MOST_ROWS, n=rows).shown] if rows > _MOST_ROWS else []
    more = [speak(_MORE_GAPS, n=hidden).shown] if hidden > 0 else []
    return [*cut, *gaps[:_MOST_GAPS], *more]


def total(one: Total, speak: Speaker) -> str:
    """A total in words."""
    unit = f" {one.unit}" if one.unit else ""
    return f"{speak.capital(one.label).shown}: {words(one.value, speak).shown}{unit}"


def gap(answer: Answer, one: Gap, speak: Speaker, *, details: bool = True) -> str:
    """What is not recorded, and of which elements."""
    of = _cell(answer, one.of, speak, details=details) if one.of else speak(_WHOLE_MODEL)
    return f"{speak(_NOT_RECORDED).shown} – {speak(one.what).shown}: {of.shown}"


def _cell(answer: Answer, value: Value | Things, speak: Speaker, *, details: bool) -> Said:
    """As `all_or_words`; in short, of any other long list only the first."""
    if isinstance(value, tuple) and not details and not is_all(answer, value):
        return _cut(value, speak)
    return all_or_words(answer, value, speak)


def is_all(answer: Answer, value: Value | Things) -> bool:
    """Is it all libraries of the day, and are these many?"""
    return value == answer.libraries and len(answer.libraries) > _MANY


def all_or_words(answer: Answer, value: Value | Things, speak: Speaker) -> Said:
    """A value in words; all libraries of the day are said shortly."""
    if is_all(answer, value):
        return speak(_ALL, n=len(answer.libraries))
    return words(value, speak)


def _cut(things: Things, speak: Speaker) -> Said:
    """The first of several things, fewer where their names are long, and how many more there are."""
    shown = next(
        (
            n
            for n in range(_MOST_THINGS, 1, -1)
            if len(words(things[:n], speak).shown) <= _MOST_SIGNS
        ),
        1,
    )
    more = len(things) - shown
    said = words(things[:shown], speak)
    return speak(_AND_MORE, shown=_names(things[:shown]), n=more) if more > 0 else said


def words(value: Value, speak: Speaker) -> Said:
    """A value in words; several things with commas between."""
    match value:
        case Thing() | Coded():
            return speak(value.label)
        case tuple():
            return speak(_names(value) if value else "–")
        case _:
            return speak(value)


def _names(things: Things) -> Message:
    return joined([thing.label for thing in things])


def is_numeric(answer: Answer, at: int) -> bool:
    """Does a column hold numbers, as far as it holds anything?"""
    values = [row.values[at] for row in answer.rows if not isinstance(row.values[at], Missing)]
    return bool(values) and all(isinstance(value, int | Decimal | Money) for value in values)
