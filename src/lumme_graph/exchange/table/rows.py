"""The rows of a CSV file, whatever program has saved it: its encoding, its separator, its head."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.opened import Opened

_SEPARATORS: Final = ";,\t|"
_SAMPLE: Final = 20_000
_MOST_ROWS: Final = 200_000
_MOST_COLUMNS: Final = 500
_ANSI: Final = Label("{file} is not UTF-8, so it was read as Windows-1252")
_LONG_ROW: Final = Label("row {n} has more cells than there are columns; the rest was not taken")


@dataclass(frozen=True)
class CsvRows:
    """The rows of a table under its columns, each with the number of its line."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    notes: tuple[Message, ...] = ()

    def examples(self, column: str) -> tuple[str, ...]:
        """The first few different values of a column."""
        at = self.columns.index(column)
        values = dict.fromkeys(row[at] for _, row in self.rows if row[at])
        return tuple(values)[:3]


def is_table(file: Opened) -> bool:
    """Is it a table: text with several columns in its first row?"""
    if file.is_folder or file.path.suffix.lower() not in {".csv", ".tsv", ".txt"}:
        return False
    return file.what in {"text", "UTF-16 text"}


def read_rows(file: Opened) -> CsvRows:
    """The rows of a file. Raises `ExchangeError`, with the line, for what is no table."""
    if not is_table(file):
        raise ExchangeError(
            f"{file.path}: this is {file.what}, not a table; save it as CSV (.csv), with UTF-8"
        )
    text, notes = _decoded(file)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep="):
        text, separator = rest, first.strip()[4:5] or ";"
    else:
        separator = _separator(text)
    lines = _lines(file, text, separator)
    head = next(lines, None)
    if head is None:
        raise ExchangeError(f"{file.path}: there is no row in it")
    columns = _columns(file, head[1])
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, cells in lines:
        if any(cells[len(columns) :]):
            notes.append(_LONG_ROW.fill(n=number))
        whole = (*cells, *("",) * len(columns))[: len(columns)]
        rows.append((number, tuple(whole)))
        if len(rows) > _MOST_ROWS:
            raise ExchangeError(
                f"{file.path}: it has more than {_MOST_ROWS} rows; take it in parts"
            )
    if not rows:
        raise ExchangeError(f"{file.path}: there is no row below its head")
    return CsvRows(file.name, columns, tuple(rows), tuple(notes))


def _decoded(file: Opened) -> tuple[str, list[Message]]:
    data = file.data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), [_ANSI.fill(file=Plain(file.name))]


def _separator(text: str) -> str:
    sample = text[:_SAMPLE]
    try:
        return csv.Sniffer().sniff(sample, delimiters=_SEPARATORS).delimiter
    except csv.Error:
        counts = Counter(sample.partition("\n")[0])
        return max(_SEPARATORS, key=lambda sign: counts[sign])


def _lines(file: Opened, text: str, separator: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows in which something stands, their cells without spaces around."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    try:
        for row in reader:
            cells = tuple(cell.strip() for cell in row)
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise ExchangeError(
            f"{file.path}:{reader.line_num}: this is no CSV: {error}; save it anew as CSV"
        ) from None


def _columns(file: Opened, head: Sequence[str]) -> tuple[str, ...]:
    columns = [" ".join(name.split()) for name in head]
    while columns and not columns[-1]:
        columns.pop()
    if len(columns) > _MOST_COLUMNS:
        raise ExchangeError(f"{file.path}: it has more than {_MOST_COLUMNS} columns")
    twice = next((name for name, n in Counter(columns).items() if n > 1), None)
    if twice is not None:
        what = f"the column {twice!r} stands twice" if twice else "two columns have no name"
        raise ExchangeError(f"{file.path}: {what} in the first row; give each its own name")
    return tuple(columns)
