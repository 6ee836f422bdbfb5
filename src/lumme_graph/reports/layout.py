"""Tables as text for people: as columns where they fit its width, else a block for each row.

Words are never broken, so that ids and places can be copied whole.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

from lumme_graph.base.extras import need
from lumme_graph.base.shown import shown
from lumme_graph.reports.look import PLAIN, Look
from lumme_graph.reports.wrapped import wrapped
from lumme_graph.views.table import Table

_BETWEEN = 3
"""Blanks between two columns."""
_UNBOUNDED = 100_000
_TALLEST = 8
"""Lines of a row; where more are needed, blocks are read more easily."""


def table_text(table: Table, look: Look = PLAIN) -> str:
    """A table with its title; without a width each row stays on one line."""
    table, width = _shown(table), look.width
    widths = _widths(table, width)
    body = _blocks(table, width or _UNBOUNDED) if widths is None else _columns(table, widths)
    title = wrapped(table.title, width)
    head = "\n".join(look.paint(line, "title") for line in title.split("\n"))
    return f"{head}\n\n{body}" if table.title else body


def _shown(table: Table) -> Table:
    """The table with nothing in it that a terminal would obey."""
    heads = zip(table.columns, table.heads, strict=True)
    columns = tuple(replace(column, label=shown(head)) for column, head in heads)
    rows = tuple(tuple(map(shown, row)) for row in table.lines)
    return replace(table, columns=columns, rows=rows)


def _widths(table: Table, width: int | None) -> list[int] | None:
    """How wide each column is; None where the columns do not fit."""
    cell_len = _cell_len()
    cells = [[head, *(row[at] for row in table.lines)] for at, head in enumerate(table.heads)]
    widths = [max(map(cell_len, column)) for column in cells]
    if width is None:
        return widths
    least = [
        max(cell_len(word) for cell in column for word in cell.split() or [""]) for column in cells
    ]
    room = width - _BETWEEN * (len(widths) - 1)
    if sum(least) > room:
        return None
    for _ in range(sum(widths) - room):
        at = max(range(len(widths)), key=lambda at: (widths[at] > least[at], widths[at]))
        widths[at] -= 1
    tallest = max(
        (cell_len(row[at]) / (widths[at] or 1) for row in table.lines for at in range(len(widths))),
        default=0,
    )
    return widths if tallest <= _TALLEST else None


def _cell_len() -> Callable[[str], int]:
    """How many columns of a terminal a text takes."""
    need("rich")
    from rich.cells import cell_len

    return cell_len


def _columns(table: Table, widths: list[int]) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    made = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column, head, width in zip(table.columns, table.heads, widths, strict=True):
        made.add_column(Text(head), justify=column.align, width=width, overflow="fold")
    for row in table.lines:
        made.add_row(*map(Text, row))
    out = io.StringIO()
    Console(file=out, width=_UNBOUNDED, highlight=False, color_system=None).print(made)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _blocks(table: Table, width: int) -> str:
    """Each row as lines of column and value, with an empty line between rows."""
    cell_len = _cell_len()
    indent = " " * (2 + max(map(cell_len, table.heads)))
    return "\n".join(
        "".join(
            f"{wrapped(f'{head}{indent[cell_len(head) :]}{cell}', width, indent)}\n"
            for head, cell in zip(table.heads, row, strict=True)
            if cell
        )
        for row in table.lines
    )
