"""Which steps come on which sheet."""

from __future__ import annotations

from math import inf

from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.pages import Page, SheetColumns, measured
from lumme_graph.drawing.old.sheets import Sheet
from lumme_graph.drawing.old.tabs import TAB
from lumme_graph.views.network import Network

NARROW = 180.0
"""Least width of a sheet without a width of its own."""
ANY = (99, 99)
"""Stands for a sheet's number while the sheets are not yet counted."""

Part = tuple[int, ...]
Plan = tuple[SheetColumns, tuple[Part, ...]]


def paginate(network: Network, sheet: Sheet) -> tuple[Page, ...]:
    """As few sheets as hold all steps, evenly filled; where one step alone is too high, its sheet grows."""
    columns = tuple(sorted({node.column for node in network.nodes}))
    plans = [_plan(network, sheet, columns, most) for most in range(1, max(1, len(columns)) + 1)]
    last = (
        _grid(sheet, 1, TAB if len(columns) > 1 else 0.0, inf),
        tuple((column,) for column in columns) or ((),),
    )
    grid, parts = min((plan for plan in plans if plan), key=lambda plan: len(plan[1]), default=last)
    return tuple(
        measured(network, sheet, grid, part, (i, len(parts))) for i, part in enumerate(parts, 1)
    )


def _plan(network: Network, sheet: Sheet, columns: Part, most: int) -> Plan | None:
    """Sheets of at most so many columns, each filled as far as its height allows; None where it cannot be."""
    whole = most >= len(columns)
    grid = _grid(sheet, most, 0.0 if whole else TAB, sheet.widest)
    if grid.pitch < sheet.narrowest:
        return None
    parts: list[Part] = []
    rest = columns
    while rest or not parts:
        part = next(
            (
                rest[:n]
                for n in range(min(most, len(rest)), 0, -1)
                if _fits(network, sheet, grid, rest[:n])
            ),
            (),
        )
        if rest and not part:
            return None
        parts.append(part)
        rest = rest[len(part) :]
    return None if whole and len(parts) > 1 else (grid, tuple(parts))


def _fits(network: Network, sheet: Sheet, grid: SheetColumns, part: Part) -> bool:
    return measured(network, sheet, grid, part, ANY if grid.side else (1, 1)).fits


def _grid(sheet: Sheet, most: int, side: float, widest: float) -> SheetColumns:
    """The columns as wide as the sheet allows, or the sheet as wide as the columns ask."""
    fixed = 2 * theme.MARGIN + theme.LABELS + 2 * side
    if sheet.width is None:
        return SheetColumns(max(NARROW, fixed + most * sheet.narrowest), sheet.narrowest, side)
    return SheetColumns(sheet.width, min(widest, (sheet.width - fixed) / most), side)
