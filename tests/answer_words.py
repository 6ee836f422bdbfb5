"""Answers in short words, as the tests of questions write them."""

from __future__ import annotations

from saying import words_of

from lumme_graph.base.amounts import Money
from lumme_graph.base.label import Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.meta.kind import Coded
from lumme_graph.questions.answers import Answer, Value

GAPS = {Missing.NOT_RECORDED: "?", Missing.NOT_REPORTED: "!", Missing.UNKNOWN: "unknown"}


def lines(answer: Answer) -> list[str]:
    """A line for each row, then `= note`, then `- what: ids` for each thing not recorded.

    Ids stand without their kind; `?` is not recorded, `!` not reported; `ALL` are the libraries.
    """
    rows = [" | ".join(words(answer, value) for value in row.values) for row in answer.rows]
    gaps = [f"- {words_of(gap.what)}: {ids(answer, gap.of)}".strip() for gap in answer.not_recorded]
    return [*rows, f"= {words_of(answer.note)}", *gaps]


def words(answer: Answer, value: Value) -> str:
    """A value in short words."""
    match value:
        case Missing():
            return GAPS[value]
        case Thing():
            return ids(answer, (value,))
        case tuple():
            return ids(answer, value) or "–"
        case Coded():
            return str(value)
        case Message() | Text():
            return Speaker("en")(value).words
        case _:
            return str(value) if not isinstance(value, Money) else _sum(value)


def _sum(money: Money) -> str:
    return f"{money.amount} {money.currency}".strip()


def ids(answer: Answer, things: Things) -> str:
    """Ids without their kind; all libraries of the day as `ALL`."""
    if things == answer.libraries and len(things) > 1:
        return "ALL"
    return " ".join(thing.id.partition("-")[2] for thing in things)
