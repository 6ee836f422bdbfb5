"""What a notebook shows of a thing: a small table of HTML, all words of it escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from lumme_graph.base.shown import legal

_MOST: Final = 20
"""So many rows are shown; how many more there are is said."""


def html_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table under a line of words; of a long one only the first rows.

    >>> html_table("R&B", (), [("a", 1)])
    '<div><p>R&amp;B</p><table><tbody><tr><td>a</td><td>1</td></tr></tbody></table></div>'
    """
    found = list(rows)
    head = f"<thead>{_row(heads, 'th')}</thead>" if heads else ""
    body = "".join(_row(row, "td") for row in found[:_MOST])
    more = f"<p>… {len(found) - _MOST} more</p>" if len(found) > _MOST else ""
    table = f"<table>{head}<tbody>{body}</tbody></table>" if found else ""
    return f"<div><p>{_safe(title)}</p>{table}{more}</div>"


def _row(values: Sequence[object], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_safe(value)}</{tag}>' for value in values)}</tr>"


def _safe(value: object) -> str:
    return escape(legal(str(value)))
