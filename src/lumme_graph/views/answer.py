"""Answers in words: the sentence, the table, the totals, what is not recorded; the questions.

In short, long lists are cut with their number said; in detail everything is there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from lumme_graph.base.amounts import Money
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.graph.gaps import Gap
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.indicators.queries import Query
from lumme_graph.meta.kind import Coded
from lumme_graph.questions.answers import Answer, Total, Value, day_label
from lumme_graph.questions.asking import Question
from lumme_graph.views.table import Column, Table

_NUMBER = Label("no.")
_NAME = Label("name")
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


def questions(found: Iterable[Question]) -> Table:
    """Every question with its row and name, in Finnish and in English."""
    rows = tuple((str(one.row), one.name, one.text.say("fi"), one.text.say("en")) for one in found)
    heads = (_NUMBER.say("en"), _NAME.say("en"), "suomi", "English")
    columns = tuple(Column(head, "right" if not at else "left") for at, head in enumerate(heads))
    return Table(f"{_QUESTIONS.say('fi')} · {_QUESTIONS.say('en')}", "en", columns, rows)


def queries(found: Iterable[Query]) -> Table:
    """Every query that an indicator may name, in Finnish and in English."""
    rows = tuple((one.name, one.text.say("fi"), one.text.say("en")) for one in found)
    columns = tuple(map(Column, (_NAME.say("en"), "suomi", "English")))
    return Table(f"{_QUERIES.say('fi')} · {_QUERIES.say('en')}", "en", columns, rows)


def table(answer: Answer, lang: str, *, details: bool = True) -> Table:
    """The rows in words; numbers stand to the right. In short, the first rows with short lists."""
    chosen = answer.rows if details else answer.rows[:_MOST_ROWS]
    rows = tuple(
        tuple(_cell(answer, value, lang, details=details) for value in row.values) for row in chosen
    )
    columns = tuple(
        Column(head(label, lang), "right" if _numeric(answer, at) else "left")
        for at, label in enumerate(answer.columns)
    )
    return Table(title(answer, lang), lang, columns, rows)


def title(answer: Answer, lang: str) -> str:
    """The question and the day it is asked for."""
    return f"{answer.text.say(lang)} ({answer.day})"


def sentence(answer: Answer, lang: str) -> str:
    """The answer in one sentence."""
    return head(answer.note, lang)


def rest(answer: Answer, lang: str, *, details: bool = True) -> list[str]:
    """What is said below the table: the totals, and a line for each thing not recorded.

    In short, how many rows are not shown, and the first lines of what is not recorded.
    """
    gaps = [gap(answer, one, lang, details=details) for one in answer.not_recorded]
    if details:
        totals = "; ".join(total(one, lang) for one in answer.totals)
        return [*([f"{totals}."] if totals else []), *gaps]
    rows, hidden = len(answer.rows), len(gaps) - _MOST_GAPS
    cut = [_CUT.say(lang, shown=_MOST_ROWS, n=rows)] if rows > _MOST_ROWS else []
    more = [_MORE_GAPS.say(lang, n=hidden)] if hidden > 0 else []
    return [*cut, *gaps[:_MOST_GAPS], *more]


def total(one: Total, lang: str) -> str:
    """A total in words."""
    unit = f" {one.unit}" if one.unit else ""
    return f"{head(one.label, lang)}: {words(one.value, lang)}{unit}"


def gap(answer: Answer, one: Gap, lang: str, *, details: bool = True) -> str:
    """What is not recorded, and of which elements."""
    of = _cell(answer, one.of, lang, details=details) if one.of else _WHOLE_MODEL.say(lang)
    return f"{_NOT_RECORDED.say(lang)} – {one.what.say(lang)}: {of}"


def _cell(answer: Answer, value: Value | Things, lang: str, *, details: bool) -> str:
    """A value in words; all libraries of the day are said shortly, and in short any long list."""
    if value == answer.libraries and len(answer.libraries) > _MANY:
        return _ALL.say(lang, n=len(answer.libraries))
    if isinstance(value, tuple) and not details:
        return _cut(value, lang)
    return words(value, lang)


def _cut(things: Things, lang: str) -> str:
    """The first of several things, fewer where their names are long, and how many more there are."""
    shown = next(
        (n for n in range(_MOST_THINGS, 1, -1) if len(words(things[:n], lang)) <= _MOST_SIGNS), 1
    )
    said = words(things[:shown], lang)
    more = len(things) - shown
    return _AND_MORE.say(lang, shown=said, n=more) if more > 0 else said


def head(label: Message, lang: str) -> str:
    """A label as it begins a column or a line."""
    said = label.say(lang)
    return said[:1].upper() + said[1:]


def words(value: Value, lang: str) -> str:
    """A value in words; several things with commas between."""
    match value:
        case Thing() | Coded():
            said = value.label.say(lang)
        case tuple():
            said = ", ".join(thing.label.say(lang) for thing in value) or "–"
        case Message() | Money():
            said = value.say(lang)
        case UncertainDate():
            said = day_label(value).say(lang)
        case Decimal():
            said = f"{value:f}"
        case date() | int() | str():
            said = str(value)
    return said


def _numeric(answer: Answer, at: int) -> bool:
    """Does a column hold numbers, as far as it holds anything?"""
    values = [row.values[at] for row in answer.rows if not isinstance(row.values[at], Missing)]
    return bool(values) and all(isinstance(value, int | Decimal | Money) for value in values)
