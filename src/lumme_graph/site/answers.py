"""The answers to all questions, worked out once for all pages of a site."""

from __future__ import annotations

from lumme_graph.graph.day import Day, once
from lumme_graph.questions.answers import Answer
from lumme_graph.questions.ask import QuestionArea, ask_all


@once
def answers(day: Day) -> dict[str, Answer]:
    """The answer to each question by its name."""
    return ask_all(day.graph, day.date)


def area_stem(area: QuestionArea) -> str:
    """What the page of the questions of an area is called."""
    return f"questions-{area.name}"
