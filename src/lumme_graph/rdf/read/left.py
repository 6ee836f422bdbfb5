"""What an import has not taken: each property with how often, and a subject as an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.views.table import Table, table

NO_FIELD: Final = Label("the model has no place for it")

_LEFT = Counted("{n} statement was not taken", "{n} statements were not taken")
_TITLE = Label("Not taken")
_HEADS = (
    Label("property"),
    Label("statements", "in RDF"),
    Label("for example of"),
    Label("why", "something is not taken"),
)


class LeftOver(NamedTuple):
    """A property of which something was not taken: how many statements, of which subject one was.

    `why` says why in a few words.
    """

    property: str
    statements: int
    example: str
    why: Message = NO_FIELD


class LeftOvers:
    """Gathers what is not taken."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Message], tuple[int, str]] = {}

    def add(self, predicate: str, subject: str, count: int = 1, why: Message = NO_FIELD) -> None:
        """So many statements of a subject under a property are not taken."""
        before, example = self._found.get((predicate, why), (0, subject))
        self._found[predicate, why] = before + count, min(example, subject)

    def rows(self) -> tuple[LeftOver, ...]:
        """What was not taken, what is most first."""
        rows = (
            LeftOver(predicate, count, example, why)
            for (predicate, why), (count, example) in self._found.items()
        )
        return tuple(sorted(rows, key=lambda row: (-row.statements, row.property)))


def left_said(notes: Iterable[Message], left: Iterable[LeftOver], speak: Speaker) -> Iterator[str]:
    """What was read otherwise than it stands, and how much was not taken."""
    yield from (speak(note).shown for note in notes)
    count = sum(row.statements for row in left)
    if count:
        yield speak(_LEFT, n=count).shown


def left_table(left: Iterable[LeftOver], speak: Speaker) -> Table:
    """What was not taken, as a table in a language."""
    rows = ((row.property, str(row.statements), row.example, row.why) for row in left)
    return table(speak, _TITLE, _HEADS, rows, right={1})
