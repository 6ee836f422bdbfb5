"""An answer from its columns: the values of each, row by row, and what an empty one means.

The first column says what each row is about. Elements and lists of them become things; nothing
becomes *not recorded*, and where a column names its `gap`, what the row is about is listed there.
The note may name `{n}` (rows that lack something), `{of}` (rows), each column's `key` (rows that
lack it), and `{said}` (how many are how far).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from lumme_graph.base.label import Message, Plain
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.day import Day, PlanItem
from lumme_graph.graph.gaps import Gap, gaps
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Answer, Row, Total, Value, things_in
from lumme_graph.questions.shared import not_done, said_of, state_totals

Said = Value | KeptElement | Sequence[KeptElement] | None


@dataclass(frozen=True, slots=True, eq=False)
class AnswerColumn:
    """A column: its head, its values, and what is missing, by which words, where one is empty.

    Where all of it is known, an empty list is none, and nothing is missing.
    """

    head: Message
    values: Sequence[Said]
    gap: Message | None = None
    key: str = ""
    total: Message | None = None
    is_known: bool = False

    @property
    def is_asked(self) -> bool:
        """Does an empty value of it mean something?"""
        return bool(self.gap or self.key or self.total)


@dataclass(frozen=True, slots=True)
class PlansTold:
    """Things that may be done or only planned: how many are how far, and which are not done.

    The gap of those that are not done comes after those of the columns, or before them.
    """

    items: Sequence[PlanItem]
    done: Message
    whether: Message
    is_first: bool = False


def table(
    day: Day,
    *columns: AnswerColumn,
    note: Message,
    plan: PlansTold | None = None,
    none: Message | None = None,
    totals: Iterable[Total] = (),
    more: Iterable[Gap] = (),
    behind: Iterable[Things] = (),
    **params: object,
) -> Answer:
    """The answer with these columns.

    `none` names what there is none of where there are no rows; `more` gaps come after those of
    the columns, `totals` after those of the plan. `behind` are the things that each row is read
    from and does not show. All other names are fields of the note beside its own.
    """
    cells = [[_value(day, column, said) for said in column.values] for column in columns]
    rows = tuple(map(Row, zip(*cells, strict=True), *([behind] if behind else ())))
    empty = {c: _empty(rows, at) for at, c in enumerate(columns) if c.is_asked}
    states, words = state_totals(day, plan.items, plan.done) if plan else ((), Plain(""))
    undone = not_done(day, plan.items, plan.whether) if plan else ()
    is_first = plan is not None and plan.is_first
    known: dict[str, object] = {
        "n": len({thing for of in empty.values() for thing in of}),
        "of": len(rows),
        "said": words,
        **{column.key: len(of) for column, of in empty.items()},
        **params,
    }
    return Answer(
        tuple(column.head for column in columns),
        rows,
        note.fill(**{name: said_of(value) for name, value in known.items()}),
        (*states, *(Total(c.total, len(of), of) for c, of in empty.items() if c.total), *totals),
        (
            *(undone if is_first else ()),
            *gaps(*((column.gap, dict.fromkeys(of)) for column, of in empty.items() if column.gap)),
            *more,
            *(() if is_first else undone),
            *((Gap(none),) if none and not rows else ()),
        ),
    )


def _value(day: Day, column: AnswerColumn, said: Said) -> Value:
    """What is said in a cell; nothing is *not recorded*."""
    if said is None or (isinstance(said, Sequence) and not said and not column.is_known):
        return Missing.NOT_RECORDED
    if isinstance(said, KeptElement):
        return day.thing(said)
    if isinstance(said, list | tuple):
        return tuple(one if isinstance(one, Thing) else day.thing(one) for one in said)
    return cast("Value", said)


def _empty(rows: Iterable[Row], at: int) -> Things:
    """What the rows are about that have nothing in a column."""
    return tuple(
        thing
        for row in rows
        if isinstance(row.values[at], Missing)
        for thing in things_in(row.values[0])
    )
