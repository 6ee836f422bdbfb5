"""A page of questions about one thing: each with its answer, then the rows it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Counted, Label
from lumme_graph.graph.things import Thing
from lumme_graph.questions.answers import Answer, Value
from lumme_graph.questions.ask import areas_of
from lumme_graph.questions.asking import Question
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.answers import answers, area_stem
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.views.answer import all_or_words, is_all, is_numeric, rest, sentence

_ROWS: Final = Counted("{n} row", "All {n} rows")
_COUNTED: Final = Label("What is counted, and what is not recorded")
_CUT: Final = Label("{shown} of {n} rows are shown; {command} gives all.")
_MOST_ROWS: Final = 200
"""How many rows of an answer stand on the page."""
_OPEN_ROWS: Final = 12
"""Up to how many rows a table stands open."""


def body(here: Here) -> Body:
    """The questions of the area that the page is named for."""
    area = next(one for one in areas_of(here.graph) if area_stem(one) == here.key.stem)
    main = [_question(here, one) for one in area.questions]
    return Body(title=here.say(area.title), main=main, crumb="questions", look="sheet")


def _question(here: Here, question: Question) -> ET.Element:
    answer = answers(here.day)[question.name]
    return h(
        "section",
        h("h2", here.say(question.text), id=question.name),
        h("p", h("strong", sentence(answer, here.speak))),
        *_below(here, answer),
    )


def _below(here: Here, answer: Answer) -> Iterator[Child]:
    lines = [h("p", line, class_="meta") for line in rest(answer, here.speak)]
    if answer.rows:
        summary = h("summary", here.say(_ROWS, n=len(answer.rows)))
        is_open = {"open": ""} if len(answer.rows) <= _OPEN_ROWS else {}
        yield h("details", summary, _table(here, answer), *_cut(here, answer), **is_open)
    if lines:
        yield h("details", h("summary", here.say(_COUNTED)), lines)


def _cut(here: Here, answer: Answer) -> Iterator[Child]:
    """That not all rows are shown, and how to get them."""
    if len(answer.rows) > _MOST_ROWS:
        command = f"lumme ask MODEL {answer.name} --format csv"
        words = here.say(_CUT, shown=_MOST_ROWS, n=len(answer.rows), command=command)
        yield h("p", words, class_="meta")


def _table(here: Here, answer: Answer) -> ET.Element:
    right = [
        {"class_": "number"} if is_numeric(answer, at) else {} for at in range(len(answer.columns))
    ]
    heads = [
        h("th", here.speak.capital(head), scope="col", **look)
        for head, look in zip(answer.columns, right, strict=True)
    ]
    rows = [
        h(
            "tr",
            [
                h("td", _cell(here, answer, value), **look)
                for value, look in zip(row.values, right, strict=True)
            ],
        )
        for row in answer.rows[:_MOST_ROWS]
    ]
    table = h("table", h("thead", h("tr", heads)), h("tbody", rows))
    label = here.say(answer.text).shown
    return h("div", table, class_="wide", tabindex="0", role="region", aria_label=label)


def _cell(here: Here, answer: Answer, value: Value) -> list[Child]:
    """A value in words, things as links; all libraries are said shortly."""
    match value:
        case Thing():
            return [_link(here, value)]
        case tuple() if value and not is_all(answer, value):
            made: list[Child] = []
            for thing in value:
                made += [", ", _link(here, thing)] if made else [_link(here, thing)]
            return made
        case _:
            return [all_or_words(answer, value, here.speak.in_digits)]


def _link(here: Here, thing: Thing) -> Child:
    """A thing as a link to its page; a part of an element leads to its place there."""
    whole, _, part = thing.id.partition("/")
    href = here.href(whole, f"{whole}.{part}" if part else "")
    said = here.speak(thing.label)
    return h("a", said, href=href) if href else said
