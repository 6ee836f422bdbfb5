"""CSV: the one function that writes it, for spreadsheets and for data tools."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from lumme_graph.base.shown import plain

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d[\d \u00a0\u202f.,]*%?")


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV, no cell of which is a formula."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(map(guarded, row) for row in rows)
    return out.getvalue()


def guarded(value: str) -> str:
    r"""A value as a cell that no spreadsheet runs as a formula; numbers stay as they are.

    Every end of a line is one sign: a lone carriage return would end the row for some readers.

    >>> guarded("=1+1"), guarded("A = B"), guarded("-2"), guarded("a\rb")
    ("'=1+1", 'A = B', '-2', 'a\nb')
    """
    value = plain(value).replace("\r\n", "\n").replace("\r", "\n")
    is_formula = value.startswith(_FORMULA) and not _NUMBER.fullmatch(value)
    return f"'{value}" if is_formula else value
