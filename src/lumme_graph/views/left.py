"""What an import has not taken: each field with how often, of what for example, and why.

One form for all that is read from outside; only its words differ, as RDF has properties with
statements where other files have fields with values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.views.table import Table, table

NO_FIELD: Final = Label("the model has no place for it")

_TITLE = Label("Not taken")
_EXAMPLE = Label("for example of")
_WHY = Label("why", "something is not taken")


class LeftWords(NamedTuple):
    """What is said of what was not taken: its sum, and the heads of its first two columns."""

    total: Counted
    field: Label
    times: Label


VALUES: Final = LeftWords(
    Counted("{n} value was not taken", "{n} values were not taken"),
    Label("field", "of a file"),
    Label("values", "in a file"),
)
STATEMENTS: Final = LeftWords(
    Counted("{n} statement was not taken", "{n} statements were not taken"),
    Label("property"),
    Label("statements", "in RDF"),
)


class LeftOver(NamedTuple):
    """A field of which something was not taken: how many times, and of what one was.

    `why` says why in a few words.
    """

    field: str
    times: int
    example: str
    why: Message = NO_FIELD


class LeftOvers:
    """Gathers what is not taken."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Message], tuple[int, str]] = {}

    def add(self, field: str, subject: str, times: int = 1, why: Message = NO_FIELD) -> None:
        """So many values of a subject in a field are not taken."""
        before, example = self._found.get((field, why), (0, subject))
        self._found[field, why] = before + times, min(example, subject)

    def extend(self, rows: Iterable[LeftOver]) -> None:
        """What was not taken elsewhere is not taken here either."""
        for row in rows:
            self.add(row.field, row.example, row.times, row.why)

    def rows(self) -> tuple[LeftOver, ...]:
        """What was not taken, what is most first."""
        rows = (
            LeftOver(field, times, example, why)
            for (field, why), (times, example) in self._found.items()
        )
        return tuple(sorted(rows, key=lambda row: (-row.times, row.field)))


def left_said(
    notes: Iterable[Message], left: Iterable[LeftOver], speak: Speaker, words: LeftWords = VALUES
) -> Iterator[str]:
    """What was read otherwise than it stands, and how much was not taken."""
    yield from (speak(note).shown for note in notes)
    times = sum(row.times for row in left)
    if times:
        yield speak(words.total, n=times).shown


def left_table(left: Iterable[LeftOver], speak: Speaker, words: LeftWords = VALUES) -> Table:
    """What was not taken, as a table in a language."""
    rows = ((row.field, str(row.times), row.example, row.why) for row in left)
    heads = (words.field, words.times, _EXAMPLE, _WHY)
    return table(speak, _TITLE, heads, rows, right={1})
