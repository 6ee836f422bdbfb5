"""Which rows are drawn as which bands: rows of one look that follow each other are drawn together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from lumme_graph.drawing.steps.rows import Band, SheetOf
from lumme_graph.views.shapes import Row, RowLook

Bands: TypeAlias = Callable[[Sequence[Row], SheetOf], Iterator[Band]]


def bands(sheet: SheetOf) -> list[Band]:
    """The bands of a sheet, from the top."""
    return [
        band
        for look, rows in groupby(sheet.grid.rows, key=lambda row: row.look)
        for band in _of(look)(tuple(rows), sheet)
    ]


def _of(look: RowLook) -> Bands:
    match look:
        case "band":
            from lumme_graph.drawing.steps.chevrons import chevrons as made
        case "boxes":
            from lumme_graph.drawing.steps.cards import cards as made
        case "curve":
            from lumme_graph.drawing.steps.curve import curves as made
        case "callout":
            from lumme_graph.drawing.steps.callout import callouts as made
        case _:
            from lumme_graph.drawing.steps.lists import lists as made
    return made
