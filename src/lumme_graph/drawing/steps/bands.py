"""Which rows are drawn as which bands: rows of one look that follow each other are drawn together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from lumme_graph.drawing.steps.cards import cards
from lumme_graph.drawing.steps.chevrons import chevrons
from lumme_graph.drawing.steps.curve import curves
from lumme_graph.drawing.steps.lists import lists
from lumme_graph.drawing.steps.rows import Band, SheetOf
from lumme_graph.views.shapes import GridRow, RowLook

Bands: TypeAlias = Callable[[Sequence[GridRow], SheetOf], Iterator[Band]]


def bands(sheet: SheetOf) -> list[Band]:
    """The bands of a sheet, from the top."""
    return [
        band
        for look, rows in groupby(sheet.grid.rows, key=_together)
        for band in _of(look)(tuple(rows), sheet)
    ]


def _together(row: GridRow) -> RowLook:
    """A callout is drawn with the curve that it points at."""
    return "curve" if row.look == "callout" else row.look


def _of(look: RowLook) -> Bands:
    match look:
        case "band":
            return chevrons
        case "boxes":
            return cards
        case "curve" | "callout":
            return curves
        case _:
            return lists
