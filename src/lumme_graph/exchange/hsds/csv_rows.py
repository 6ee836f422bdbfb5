"""The rows of a CSV file of a package as objects, with the place of each."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.json_data import is_object

PlacedRow = tuple[str, dict[str, Any]]
"""Where a row stands in its file, and what is in its cells."""

_DELIMITERS: Final = ",;\t"
_GUARDED: Final = tuple(f"'{sign}" for sign in "=+-@\t\r\n＝＋－＠")

MOST_ROWS: Final = 250_000
"""How many rows of a table are read."""


def csv_rows(file: str, data: bytes) -> Iterator[PlacedRow]:
    """The rows of a table; what is empty is None, and what was guarded against being run is as it was.

    Raises `ExchangeError` with the place for what is no table of rows with ids.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExchangeError(
            f"{file}: byte {error.start + 1} is not UTF-8; save the file as CSV UTF-8"
        ) from None
    if "\0" in text:
        raise ExchangeError(f"{file}: it is no text; save the table as CSV UTF-8")
    first = text.split("\n", 1)[0]
    delimiter = max((first.count(sign), -at, sign) for at, sign in enumerate(_DELIMITERS))[-1]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        heads = [head.strip() for row in islice(reader, 1) for head in row]
        _check_heads(file, heads)
        for count, row in enumerate(reader, start=1):
            if count > MOST_ROWS:
                raise ExchangeError(
                    f"{file}: it has more than {MOST_ROWS} rows, which are not read"
                )
            if any(cell.strip() for cell in row):
                place = f"row {reader.line_num}"
                if len(row) > len(heads):
                    raise ExchangeError(
                        f"{file}: {place}: {len(row)} cells, but the table has {len(heads)} columns"
                    )
                yield place, {head: _cell(cell) for head, cell in zip(heads, row, strict=False)}
    except csv.Error as error:
        raise ExchangeError(
            f"{file}: row {reader.line_num}: {error}; save it as CSV anew"
        ) from None


def _check_heads(file: str, heads: list[str]) -> None:
    if "id" not in heads:
        there = ", ".join(heads[:6]) or "nothing"
        raise ExchangeError(f"{file}: row 1: there is no column id; there is {there}")
    twice = next((head for head, n in Counter(heads).items() if n > 1 and head), None)
    if twice:
        raise ExchangeError(f"{file}: row 1: the column {twice} is there twice")


def _cell(cell: str) -> str | None:
    words = cell.strip()
    if words.startswith(_GUARDED):
        words = words[1:]
    return words or None


def descriptor_of(file: str, data: bytes) -> dict[str, Any]:
    """What describes a package. Raises `ExchangeError` where it is no JSON object."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ExchangeError(f"{file}: this is not JSON: {error}") from None
    if not is_object(found):
        raise ExchangeError(f"{file}: an object belongs here")
    return found
