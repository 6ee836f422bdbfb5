"""All the questions by name, and the answers to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import ModuleType
from typing import Final, NamedTuple, cast

from lumme_graph.base.by_name import ByName
from lumme_graph.base.catalogue import CODE
from lumme_graph.base.error import KnownError, UnknownNameError
from lumme_graph.base.given_day import AnyDay
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.day import Day
from lumme_graph.graph.own import defined_at, own_things
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.questions import (
    described,
    development,
    events,
    groups,
    guide,
    learning,
    plan,
    practice,
    project,
    sources,
)
from lumme_graph.questions.answers import Answer
from lumme_graph.questions.asking import Question
from lumme_graph.reading.own_code import Failure

_AREAS: Final = {
    project: Label("Projects, goals and money"),
    plan: Label("Plans: what is decided, done or only an option"),
    development: Label("Needs, targets and actions"),
    practice: Label("Practices and rules"),
    events: Label("Events and who took part"),
    learning: Label("Training and leadership"),
    groups: Label("Working groups and joint services"),
    described: Label("Services, profiles, paths and the promise"),
    guide: Label("The guide"),
    sources: Label("Sources and personal data"),
}


class QuestionArea(NamedTuple):
    """What several questions are about, and these questions in the order of rows."""

    name: str
    title: Message
    questions: tuple[Question, ...]


def _area(module: ModuleType, title: Message) -> QuestionArea:
    asked = (one for one in vars(module).values() if isinstance(one, Question))
    name = module.__name__.rpartition(".")[2]
    return QuestionArea(name, title, tuple(sorted(asked, key=lambda one: one.row)))


AREAS: Final = tuple(_area(module, title) for module, title in _AREAS.items())
"""Every question by what it is about: a function of a module of `_AREAS`."""

QUESTIONS: ByName[Question] = ByName(
    "question",
    {
        one.name: one
        for one in sorted(
            (one for area in AREAS for one in area.questions), key=lambda one: one.row
        )
    },
)
"""Every question by its name, in the order of rows."""


def questions_of(graph: ServiceGraph) -> dict[str, Question]:
    """Every question that can be asked of a graph by name: ours, then those of a trusted model's own."""
    own = own_things(graph.own, Question.setting).found
    return QUESTIONS | {one.key: cast("Question", one) for _, one in own}


def ask(graph: ServiceGraph, question: str | Question, as_of: AnyDay | None = None) -> Answer:
    """Answer a question, by its name or one's own, on a day, the model's own by default.

    Raises `UnknownNameError` where there is no question of that name, with the one that may be
    meant, and `KnownError` where a question that the model names fails.
    """
    if isinstance(question, Question):
        return question.answer(graph, as_of)
    known = questions_of(graph)
    if question not in known:
        raise UnknownNameError(
            f"there is no question {question}; {_instead(graph, question, known)}"
        )
    found = known[question]
    if graph.own is None or question in QUESTIONS:
        return found.answer(graph, as_of)
    given = graph.own.run(lambda: found.answer(graph, as_of))
    if isinstance(given, Failure):
        at = given.at or defined_at(graph.own, found.function)
        raise KnownError(f"{at}: the question {question} failed: {Speaker(CODE)(given.why).words}")
    return given


def _instead(graph: ServiceGraph, name: str, known: Iterable[str]) -> str:
    """What to do where there is no question of a name."""
    guess = nearest(name, known)
    if graph.not_run:
        more = f"did you mean {guess}? The model" if guess else "the model"
        return f"{more} names some of its own: they are asked with --trust"
    wrong = own_things(graph.own, Question.setting).failed
    if wrong:
        return "some that the model names cannot be used: lumme check MODEL --trust says why"
    return f"did you mean {guess}?" if guess else "`lumme ask MODEL` lists them"


def ask_all(graph: ServiceGraph, day: date | None = None) -> dict[str, Answer]:
    """The answers to all questions on a day; what they share is worked out once."""
    on = Day.of(graph, day)
    return {name: one.of(on) for name, one in QUESTIONS.items()}
