"""The page of all questions: each with its answer in a sentence, which leads to what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label
from lumme_graph.questions.ask import QuestionArea, areas_of
from lumme_graph.questions.asking import Question
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.answers import answers, area_stem
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.registry import PAGES
from lumme_graph.views.answer import sentence

_LEDE: Final = Label(
    "{n} questions that the model answers by itself, as of {day}. What is not recorded is said; it "
    "is neither no nor nothing."
)


def body(here: Here) -> Body:
    """The questions by what they are about."""
    return Body(title=here.say(PAGES["questions"].name), main=_main(here))


def _main(here: Here) -> Iterator[Child]:
    areas = areas_of(here.graph)
    n = sum(len(area.questions) for area in areas)
    yield h("p", here.say(_LEDE, n=n, day=here.day.date), class_="lede")
    for area in areas:
        yield h("h2", here.say(area.title), id=area.name)
        yield h("ul", [_question(here, area, one) for one in area.questions], class_="asked")


def _question(here: Here, area: QuestionArea, question: Question) -> ET.Element:
    href = here.href(area_stem(area), question.name)
    answer = sentence(answers(here.day)[question.name], here.speak)
    link = h("a", here.say(question.text), href=href)
    return h("li", h("p", link), h("p", answer), id=question.name)
