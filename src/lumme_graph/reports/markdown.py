"""Markdown: the one function by which somebody else's words come into it."""

from __future__ import annotations

import re

from lumme_graph.base.shown import legal, plain
from lumme_graph.views.table import Table

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~!$&])")
_OF_A_BLOCK = re.compile(r"^([-+=:]|\d+(?=[.)]))")
_GREETING = re.compile(r"(?<!\w)@(?=\w)")


def escaped(text: str) -> str:
    r"""Words that Markdown shows as they are: no markup, no table borders, no mentions.

    >>> print(escaped("a|b <b> *c*"), escaped("- d"), escaped("2. e"))
    a\|b \<b\> \*c\* \- d 2\. e
    """
    words = _SPECIAL.sub(r"\\\1", " ".join(legal(plain(text)).split()))
    return _GREETING.sub("@<!-- -->", _OF_A_BLOCK.sub(_opening, words))


def table_markdown(table: Table) -> str:
    """A table, without its title."""
    heads = [escaped(head) or " " for head in table.heads]
    rules = ["--:" if column.align == "right" else "---" for column in table.columns]
    rows = [[escaped(cell) for cell in row] for row in table.lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, rules, *rows))


def _opening(found: re.Match[str]) -> str:
    """What would begin a list, a rule or a definition."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
