"""Where the rows stand that cannot be read, and why: told without a word of what is in them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, time
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.observed.columns import LogColumns
from lumme_graph.observed.engine import Engine
from lumme_graph.observed.log_file import LogFile
from lumme_graph.observed.result import BadRow, ObservedError

MOST: Final = 3
"""How many of them are shown."""
TIME_FORM: Final = "write times as 2026-08-22T10:15, 2026-08-22T10:15:30+03:00 or 2026-08-22"
_OTHER_FORM: Final = Label(
    "its time is of another form; write times as 2026-08-22T10:15, 2026-08-22T10:15:30+03:00 or"
    " 2026-08-22"
)
_CELLS: Final = {
    "MISSING COLUMNS": Label("it has fewer cells than the first row"),
    "TOO MANY COLUMNS": Label("it has more cells than the first row"),
    "LINE SIZE OVER MAXIMUM": Label("it is too long"),
}
_APART: Final = Label("it cannot be taken apart", "a row")
_FATAL: Final = {
    "UNQUOTED VALUE": "a quotation mark is opened and not closed, or stands within a cell",
    "INVALID ENCODING": "this is no UTF-8; save the file as CSV in UTF-8",
    "INVALID UNICODE": "this is no UTF-8; save the file as CSV in UTF-8",
}
_TIME: Final = re.compile(
    r"([12]\d{3}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:(?<=:\d\d:\d\d)\.\d{1,9})?"
    r"(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
)


def set_aside(log: LogFile, engine: Engine) -> list[BadRow]:
    """The rows with other numbers of cells than the head.

    Raises `ObservedError` for what makes the rest of a file unreadable.
    """
    found: list[BadRow] = []
    for line, sort in engine.rejected():
        if sort in _FATAL:
            raise ObservedError(f"{log.path}:{line}: {_FATAL[sort]}")
        found.append(BadRow(line, _CELLS.get(sort, _APART)))
    return found


def bad_rows(log: LogFile, columns: LogColumns, engine: Engine) -> list[BadRow]:
    """The first rows that lack a case, a step or a time, by their lines."""
    if log.sort == "parquet":
        return [
            BadRow(row + 1, Label("a cell of it cannot be read")) for row in engine.bad_rows(MOST)
        ]
    found: list[BadRow] = []
    with suppress(csv.Error):  # a cell that is too long for it: what comes after is only counted
        for bad in _in_text(log, columns):
            found.append(bad)
            if len(found) == MOST:
                break
    return found


def _in_text(log: LogFile, columns: LogColumns) -> Iterator[BadRow]:
    """The rows with a bad cell, read once more from the beginning: a machine has no line numbers."""
    with log.text() as file:
        reader = csv.reader(file, delimiter=log.separator)
        end = 0
        for number, cells in enumerate(reader):
            line, end = end + 1, reader.line_num
            if number and len(cells) == len(log.columns):
                why = _why(*(cells[at].strip() for at in columns))
                if why:
                    yield BadRow(line, why)


def _why(case: str, step: str, when: str) -> Message | None:
    if not case:
        return Label("it says no case")
    if not step:
        return Label("it says no step")
    if not when:
        return Label("it says no time")
    found = _TIME.fullmatch(when)
    if not found:
        return _OTHER_FORM
    try:
        date.fromisoformat(found[1])
        if found[2] and found[2] not in {"24:00", "24:00:00"}:
            time.fromisoformat(found[2])
    except ValueError:
        return Label("there is no such time")
    return None
