"""Markdown: the one function by which somebody else's words come into it."""

from __future__ import annotations

import re

from lumme_graph.base.shown import legal, plain

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


def _opening(found: re.Match[str]) -> str:
    """What would begin a list, a rule or a definition."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
