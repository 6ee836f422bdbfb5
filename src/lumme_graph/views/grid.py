"""What a matrix shows: groups of rows against columns, a sign and a short text in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lumme_graph.base.speaker import Said, Speaker

STAYS = "\N{NO-BREAK SPACE}"
"""Between what belongs together, such as a number and what it counts: no line ends there."""
DOT = f"{STAYS}· "
"""Between the parts of a note: a line may end after the dot, and never begins with it."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column, split into parts that have their own cells, such as languages."""

    id: str
    label: Said
    total: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its role, which gives it its sign and look, a short text, and all of it in words."""

    role: str
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: for each column, one cell for each part."""

    id: str
    label: Said
    total: str
    cells: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, slots=True)
class GridGroup:
    """Rows under a head of their own."""

    id: str
    label: Said
    total: str
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class LegendKey:
    """A role: its sign, the letter that tells it from others with that sign, and its meaning."""

    role: str
    sign: str
    letter: str
    meaning: Said


@dataclass(frozen=True, slots=True)
class Note:
    """A line under the grid: of what role, about which row, and its words."""

    role: str
    id: str
    words: Said


@dataclass(frozen=True, slots=True)
class Grid:
    """A matrix; `parts` are the heads of what each column is split into."""

    id: str
    kind: str
    speak: Speaker
    title: Said
    facts: tuple[tuple[Said, Said], ...]
    corner: Said
    parts: tuple[str, ...]
    columns: tuple[GridColumn, ...]
    groups: tuple[GridGroup, ...]
    keys: tuple[LegendKey, ...]
    legend: Said
    notes_title: Said
    notes: tuple[Note, ...]
    footer: tuple[Said, ...] = ()

    @property
    def lang(self) -> str:
        """The language that is asked for."""
        return self.speak.lang

    def __post_init__(self) -> None:
        _unique("column", [column.id for column in self.columns])
        _unique("row", [row.id for row in self.rows])
        roles = {key.role for key in self.keys}
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(
                    f"{row.id} has {len(row.cells)} cells for {len(self.columns)} columns"
                )
            for cells in row.cells:
                if len(cells) != len(self.parts):
                    raise ValueError(f"{row.id} has a cell without a part for each of {self.parts}")
                if unknown := {cell.role for cell in cells} - roles:
                    raise ValueError(f"the grid has no key for {', '.join(sorted(unknown))}")

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)


def _unique(what: str, values: Sequence[str]) -> None:
    if len(set(values)) < len(values):
        raise ValueError(f"a {what} stands twice in the grid: {', '.join(values)}")
