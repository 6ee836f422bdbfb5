"""Where words part in the languages that Pyphen has patterns for; Finnish is not among them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from lumme_graph.base.extras import need
from lumme_graph.drawing.text.joints import CALM


def pattern_places(word: str, lang: str) -> Iterator[int]:
    """Before which letters a hyphen may stand; where it would change the spelling, none.

    >>> list(pattern_places("avhämtningsmeddelande", "sv-FI"))
    [6, 11, 14, 16]
    """
    patterns = _patterns(lang)
    if patterns is not None and len(word.lower()) == len(word):
        yield from (int(at) for at in patterns.positions(word) if at.data is None)


@cache
def _patterns(lang: str) -> Any:
    """Those of a language or of its nearest relative; None where there are none."""
    need("pyphen")
    import pyphen  # type: ignore[import-untyped]

    known = pyphen.language_fallback(lang)
    return pyphen.Pyphen(lang=known, left=CALM, right=CALM) if known else None
