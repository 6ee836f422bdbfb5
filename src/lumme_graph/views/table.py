"""A table as data: what every report, page and notebook shows in its own way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; numbers stand to the right."""

    label: str
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under column heads; `lang` is the language of the words."""

    title: str
    lang: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def records(self) -> list[dict[str, str]]:
        """Each row by column head, as pandas and polars take it."""
        heads = [column.label for column in self.columns]
        return [dict(zip(heads, row, strict=True)) for row in self.rows]
