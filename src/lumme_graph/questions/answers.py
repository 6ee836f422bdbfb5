"""Answers as frozen data: rows with the elements behind them, totals, and what is not recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from lumme_graph.base.amounts import Money
from lumme_graph.base.by_name import ByName
from lumme_graph.base.catalogue import CODE
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Message, Plain
from lumme_graph.base.languages import spoken
from lumme_graph.base.notebook import html_table
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
from lumme_graph.graph.gaps import Gap
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.meta.kind import Coded

Value = Thing | Things | Coded | Message | Text | Money | UncertainDate | date | Decimal | int | str
"""What a cell of an answer holds; several things together are a value too."""


class Row(NamedTuple):
    """A row of an answer: its values, and the elements that they are read from."""

    values: tuple[Value, ...]
    more: Things = ()

    @property
    def elements(self) -> tuple[str, ...]:
        """The ids of the elements of the row, each once."""
        shown = (thing for value in self.values for thing in things_in(value))
        return tuple(dict.fromkeys(thing.id for thing in (*shown, *self.more)))


class Total(NamedTuple):
    """A number with its name, and the elements that it counts or sums up."""

    label: Message
    value: int | Decimal | Money | Missing
    of: Things = ()
    unit: str = ""


NO_WORDS = Plain("")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question on a day: a table, totals, what is not recorded, and a sentence.

    `libraries` are those of the day, so that a list of all of them can be said shortly.
    """

    columns: tuple[Message, ...]
    rows: tuple[Row, ...]
    note: Message
    totals: tuple[Total, ...] = ()
    not_recorded: tuple[Gap, ...] = ()
    name: str = ""
    row: int = 0
    text: Message = NO_WORDS
    day: date = date.min
    libraries: Things = ()

    def __repr__(self) -> str:
        return f"<Answer {self.name} on {self.day}: {len(self.rows)} rows>"

    def _repr_html_(self) -> str:
        speak = Speaker(CODE)
        heads = [speak(column).words for column in self.columns]
        rows = [[_words(value, speak) for value in row.values] for row in self.rows]
        return html_table(f"{speak(self.text).words} {speak(self.note).words}", heads, rows)

    def total(self, label: str) -> int | Decimal | Money | Missing:
        """The value of the total with this English name.

        Raises `UnknownNameError` where there is none.
        """
        speak = Speaker(CODE)
        found = {speak(total.label).words: total.value for total in self.totals}
        return ByName("total", found)[label]

    def records(self, lang: str = "en") -> list[dict[str, Value]]:
        """Each row by column head, as pandas and polars take it.

        Raises `LanguageError` where the program has no words in the language.
        """
        speak = Speaker(spoken(lang))
        heads = [speak(column).words for column in self.columns]
        return [dict(zip(heads, row.values, strict=True)) for row in self.rows]


def _words(value: Value, speak: Speaker) -> str:
    match value:
        case Thing() | Coded():
            return speak(value.label).words
        case tuple():
            return ", ".join(speak(thing.label).words for thing in value)
        case _:
            return speak(value).words


def elements_of(answer: Answer) -> list[str]:
    """The ids of all that an answer names, each once."""
    named = [
        *(id_ for row in answer.rows for id_ in row.elements),
        *(thing.id for total in answer.totals for thing in total.of),
        *(thing.id for gap in answer.not_recorded for thing in gap.of),
    ]
    return list(dict.fromkeys(named))


def things_in(value: Value) -> Things:
    """The things that a value holds."""
    if isinstance(value, Thing):
        return (value,)
    if isinstance(value, tuple):
        return value
    return ()
