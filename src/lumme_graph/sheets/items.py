"""One item, and the row that somebody gave of it: which of its fields were changed, and to what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from lumme_graph.base.label import Label
from lumme_graph.reading.document import Data, is_map
from lumme_graph.sheets.book import CellValue
from lumme_graph.sheets.columns import FieldColumn
from lumme_graph.sheets.given import GivenValue
from lumme_graph.sheets.layout import MAX_TEXT, cut
from lumme_graph.sheets.read_back import CellFault, ReadRow
from lumme_graph.sheets.rows import value_at
from lumme_graph.sheets.values import BookNames, CellRefused, is_nothing

TOO_LONG = Label("only the beginning of this text is in the cell: change it in its file")


def changed_fields(
    item: dict[str, Data],
    row: ReadRow,
    columns: Mapping[str, FieldColumn],
    names: BookNames,
    faults: list[CellFault],
) -> list[tuple[FieldColumn, Data]]:
    """The fields whose cell no longer says what the item does, with what it says now."""
    found: list[tuple[FieldColumn, Data]] = []
    for key, column in columns.items():
        cell = row.cells.get(key)
        given = cell.value if cell is not None else None
        was = value_at(item, column.path)
        if was is None and given is None:
            continue
        shown = None if was is None else column.form.shown(was, names)
        if _same(shown, given):
            continue
        if isinstance(was, str) and len(was) > MAX_TEXT:
            if given != cut(was):
                faults.append(CellFault(row.place(key), TOO_LONG))
            continue
        try:
            now = column.form.read(given, names)
            if now == _read_again(column, shown, names):
                continue
        except CellRefused as error:
            faults.append(CellFault(row.place(key), error.message))
            continue
        found.append((column, now))
    return found


def _same(shown: CellValue, given: GivenValue) -> bool:
    """Is just that in the cell which was put there?"""
    if isinstance(shown, Decimal):
        return isinstance(given, float) and Decimal(repr(given)) == shown
    if isinstance(shown, int):
        return given == shown and not isinstance(given, bool | str)
    if isinstance(shown, date):
        return given == shown
    return isinstance(given, str) and given == shown


def _read_again(column: FieldColumn, shown: CellValue, names: BookNames) -> Data:
    """What the cell would have said, had nobody touched it."""
    value = float(shown) if isinstance(shown, Decimal) else shown
    try:
        return column.form.read(value, names)
    except CellRefused:
        return None


def set_at(item: dict[str, Data], path: Sequence[str], value: Data) -> None:
    """Give an item a value at a path; nothing takes it away, and what is empty then with it."""
    first, *rest = path
    if rest:
        inner = item.get(first)
        below: dict[str, Data] = inner if is_map(inner) else {}
        set_at(below, rest, value)
        value = below
    if is_nothing(value):
        item.pop(first, None)
    else:
        item[first] = value
