"""What a question is, and what the questions of one day share: worked out once, then kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from lumme_graph.analysis.first_day import earliest
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.label import Label, Message
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap
from lumme_graph.graph.own import OwnThing
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.questions.answers import Answer

_NOTHING_YET = Label("Nothing is recorded of {day}: the earliest fact of the model is of {first}.")
_ANYTHING = Label("anything of this day")


Function = Callable[[Day], Answer]


@dataclass(frozen=True, slots=True)
class Question(OwnThing):
    """A named question: its row in the list of facts, its words, and the function that answers.

    The row of a question that is not ours is 0.
    """

    setting: ClassVar[str] = "questions"
    row: int
    name: str
    text: Message
    function: Function

    @property
    def key(self) -> str:
        """Its name."""
        return self.name

    @property
    def source(self) -> Function:
        """The function that answers it."""
        return self.function

    def answer(self, graph: ServiceGraph, as_of: AnyDay | None = None) -> Answer:
        """The answer on a day, the model's own by default."""
        return self.of(Day.of(graph, day_of(as_of)))

    def of(self, day: Day) -> Answer:
        """As `answer`, sharing what other questions have worked out.

        Of a day before the first fact nothing is recorded; on its own day every model is.
        """
        first = earliest(day)
        if first is not None and day.date < min(first, day.as_of):
            note = _NOTHING_YET.fill(day=day.date, first=first)
            found = Answer((), (), note, not_recorded=(Gap(_ANYTHING),))
        else:
            found = self.function(day)
            if not isinstance(found, Answer):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise TypeError(f"{self.name} gives no Answer: make one with lg.answer")
        return replace(
            found,
            name=self.name,
            row=self.row,
            text=self.text,
            day=day.date,
            libraries=day.things(day.libraries),
        )


def question(row: int, text: Message) -> Callable[[Function], Question]:
    """Make a function the answer to a question of its name."""

    def decorate(function: Function) -> Question:
        return Question(row, function.__name__.replace("_", "-"), text, function)

    return decorate
