"""Answers in words: the table, the totals, what is not recorded, and the list of questions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Label
from lumme_graph.meta.kind import Coded
from lumme_graph.query.answers import (
    Answer,
    Gap,
    Missing,
    Money,
    Thing,
    Things,
    Total,
    Value,
    day_label,
)
from lumme_graph.query.questions.asking import Question
from lumme_graph.views.table import Column, Table

_NUMBER = Label("nro", "no.", "nr")
_NAME = Label("nimi", "name", "namn")
_QUESTIONS = Label("Kysymykset", "Questions", "Frågor")
_NOT_RECORDED = Label("Ei kirjattu", "Not recorded", "Inte antecknat")
_ALL = Label("kaikki {n} kirjastoa", "all {n} libraries", "alla {n} bibliotek")
_MANY = 3
_WHOLE_MODEL = Label("koko mallissa", "in the whole model", "i hela modellen")


def questions(found: Iterable[Question]) -> Table:
    """Every question with its row and name, in Finnish and in English."""
    rows = tuple((str(one.row), one.name, one.text.fi, one.text.en) for one in found)
    heads = (_NUMBER.say("en"), _NAME.say("en"), "suomi", "English")
    columns = tuple(Column(head, "right" if not at else "left") for at, head in enumerate(heads))
    return Table(f"{_QUESTIONS.fi} · {_QUESTIONS.en}", "en", columns, rows)


def table(answer: Answer, lang: str) -> Table:
    """The rows in words; numbers stand to the right."""
    rows = tuple(tuple(_cell(answer, value, lang) for value in row.values) for row in answer.rows)
    columns = tuple(
        Column(head(label, lang), "right" if _numeric(answer, at) else "left")
        for at, label in enumerate(answer.columns)
    )
    return Table(title(answer, lang), lang, columns, rows)


def title(answer: Answer, lang: str) -> str:
    """The question and the day it is asked for."""
    return f"{answer.text.say(lang)} ({answer.day})"


def sentences(answer: Answer, lang: str) -> list[str]:
    """The answer in words: the sentence, the totals, and a line for each thing not recorded."""
    said = [answer.note.say(lang)]
    if answer.totals:
        said.append("; ".join(total(one, lang) for one in answer.totals) + ".")
    return [*said, *(gap(answer, one, lang) for one in answer.not_recorded)]


def total(one: Total, lang: str) -> str:
    """A total in words."""
    unit = f" {one.unit}" if one.unit else ""
    return f"{head(one.label, lang)}: {words(one.value, lang)}{unit}"


def gap(answer: Answer, one: Gap, lang: str) -> str:
    """What is not recorded, and of which elements."""
    of = _cell(answer, one.of, lang) if one.of else _WHOLE_MODEL.say(lang)
    return f"{_NOT_RECORDED.say(lang)} – {one.what.say(lang)}: {of}"


def _cell(answer: Answer, value: Value | Things, lang: str) -> str:
    """A value in words; all libraries of the day are said shortly."""
    if value == answer.libraries and len(answer.libraries) > _MANY:
        return _ALL.say(lang, n=len(answer.libraries))
    return words(value, lang)


def head(label: Label, lang: str) -> str:
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
        case Label() | Money():
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
