"""All the questions by name, and the answers to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Final, NamedTuple, cast

from lumme_graph.base.by_name import ByName, echo
from lumme_graph.base.catalogue import CODE
from lumme_graph.base.error import KnownError, UnknownNameError
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.day import Day
from lumme_graph.graph.given import need_graph
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


_FAILED: Final = Label("This question failed: {why}, at {at}")


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


OWN_AREA: Final = QuestionArea("own", Label("Questions of this model's own"), ())
"""What questions are about that are not ours."""


def own_questions(graph: ServiceGraph) -> dict[str, Question]:
    """The questions that a trusted model names, by their names."""
    found = own_things(graph.own, Question.setting).found
    return {one.key: cast("Question", one) for _, one in found}


def questions_of(graph: ServiceGraph) -> dict[str, Question]:
    """Every question that can be asked of a graph by name: ours, then those of a trusted model's own."""
    need_graph(graph)
    return QUESTIONS | own_questions(graph)


def areas_of(graph: ServiceGraph) -> tuple[QuestionArea, ...]:
    """The same by what they are about."""
    own = tuple(own_questions(graph).values())
    return (*AREAS, *([OWN_AREA._replace(questions=own)] if own else []))


def ask(graph: ServiceGraph, question: str | Question, as_of: AnyDay | None = None) -> Answer:
    """Answer a question, by its name or one's own, on a day, the model's own by default.

    Raises `UnknownNameError` where there is no question of that name, with the one that may be
    meant, and `KnownError` where a question that the model names fails.
    """
    need_graph(graph)
    if isinstance(question, Question):
        return question.answer(graph, as_of)
    if not isinstance(question, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{question!r} is no question: give the name of one, or a Question")
    known = questions_of(graph)
    if question not in known:
        raise UnknownNameError(
            f"there is no question {echo(question)}; {_instead(graph, question, known)}"
        )
    found = _answered(known[question], Day.of(graph, day_of(as_of)))
    if isinstance(found, Failure):
        why = Speaker(CODE)(found.why).words
        raise KnownError(f"{found.at}: the question {question} failed: {why}")
    return found


def _answered(question: Question, day: Day) -> Answer | Failure:
    """The answer to a question by name, or why one of the model's own gives none."""
    own = day.graph.own
    if own is None or question.name in QUESTIONS:
        return question.of(day)
    given = own.run(lambda: question.of(day))
    if isinstance(given, Failure):
        return replace(given, at=given.at or defined_at(own, question.function))
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
    """The answers to all questions on a day; what they share is worked out once.

    That of a question of the model's own which fails says why.
    """
    on = Day.of(graph, day)
    return {name: _told(one, on) for name, one in questions_of(graph).items()}


def _told(question: Question, day: Day) -> Answer:
    found = _answered(question, day)
    if isinstance(found, Answer):
        return found
    note = _FAILED.fill(why=found.why, at=found.at)
    return Answer((), (), note, name=question.name, text=question.text, day=day.date)
