"""Did you mean…? The nearest known word, for hints."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, if any is like it.

    >>> nearest("touchpoint-dekc", ["touchpoint-desk", "touchpoint-card"])
    'touchpoint-desk'
    """
    found = get_close_matches(word, known, n=1, cutoff=0.6)
    return found[0] if found else None
