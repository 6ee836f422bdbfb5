"""All the questions by name, and the answers to them."""

from __future__ import annotations

from datetime import date
from types import ModuleType
from typing import Final, NamedTuple

from lumme_graph.base.finding import KnownError
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Message
from lumme_graph.graph.day import Day
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

QUESTIONS: dict[str, Question] = {
    one.name: one
    for one in sorted((one for area in AREAS for one in area.questions), key=lambda one: one.row)
}
"""Every question by its name, in the order of rows."""


def question_named(name: str) -> Question:
    """The question with a name.

    Raises `KnownError` where there is none, with the name that may be meant.
    """
    if name not in QUESTIONS:
        guess = nearest(name, QUESTIONS)
        more = f"did you mean {guess}?" if guess else "`lumme ask MODEL` lists them"
        raise KnownError(f"there is no question {name}; {more}")
    return QUESTIONS[name]


def ask(graph: ServiceGraph, name: str, as_of: AnyDay | None = None) -> Answer:
    """Answer a named question on a day, the model's own by default.

    Raises `KnownError` where there is no question of that name.
    """
    return question_named(name).answer(graph, day_of(as_of))


def ask_all(graph: ServiceGraph, day: date | None = None) -> dict[str, Answer]:
    """The answers to all questions on a day; what they share is worked out once."""
    on = Day.of(graph, day)
    return {name: one.of(on) for name, one in QUESTIONS.items()}
