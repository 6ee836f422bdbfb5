"""The answer to a query of SPARQL for people, and the list of the named ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.reports.layout import table_text
from lumme_graph.reports.look import PLAIN, Look
from lumme_graph.views.table import table

_YES = Label("Yes.", "of a query")
_NO = Label("No.", "of a query")
_ROWS = Counted("{n} row found", "{n} rows found")
_QUERIES = Label("Named queries")
_QUERY = Label("Query")
_ANSWERS = Label("What it answers")


def text(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    truth: bool | None,
    speak: Speaker,
    look: Look = PLAIN,
) -> str:
    """The rows below each other and how many there are, or yes or no."""
    if truth is not None:
        return f"{speak(_YES if truth else _NO).shown}\n"
    right = [at for at in range(len(heads)) if rows and all(_is_number(row[at]) for row in rows)]
    return table_text(table(speak, _ROWS.fill(n=len(rows)), heads, rows, right=right), look)


def _is_number(words: str) -> bool:
    return words.lstrip("-").replace(".", "", 1).isdecimal()


def listed(queries: Iterable[tuple[str, str]], speak: Speaker, look: Look = PLAIN) -> str:
    """The named queries, each with what it answers."""
    return table_text(table(speak, _QUERIES, (_QUERY, _ANSWERS), queries), look)
