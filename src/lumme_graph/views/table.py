"""A table as data: what every report, page and notebook shows in its own way."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from lumme_graph.base.notebook import html_table
from lumme_graph.base.speaker import Said, Sayable, Speaker

Cell = str | Said
"""Words; what stands in for another language is a `Said`, so that it can be marked."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; numbers stand to the right."""

    label: Cell
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under column heads; `lang` is the language that is asked for."""

    title: str
    lang: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The column heads as they are read."""
        return tuple(words(column.label) for column in self.columns)

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The rows as they are read."""
        return tuple(tuple(map(words, row)) for row in self.rows)

    def _repr_html_(self) -> str:
        return html_table(self.title, self.heads, self.lines)

    def records(self) -> list[dict[str, str]]:
        """Each row by column head, as pandas and polars take it."""
        return [dict(zip(self.heads, row, strict=True)) for row in self.lines]


def table(
    speak: Speaker,
    title: Sayable,
    heads: Iterable[Sayable | Said],
    rows: Iterable[Iterable[Sayable | Said]],
    *,
    right: Collection[int] = (),
) -> Table:
    """A table in one language; `right` are the places of the columns that hold numbers."""
    columns = tuple(
        Column(cell(speak, head), "right" if at in right else "left")
        for at, head in enumerate(heads)
    )
    said = tuple(tuple(cell(speak, value) for value in row) for row in rows)
    return Table(speak(title).shown, speak.lang, columns, said)


def cell(speak: Speaker, what: Sayable | Said) -> Cell:
    """What a cell holds, said."""
    said = what if isinstance(what, Said) else speak(what)
    return said if said.fallback else said.words


def words(cell_: Cell) -> str:
    """What is read in a cell: its words, marked where they are in another language."""
    return cell_.shown if isinstance(cell_, Said) else cell_
