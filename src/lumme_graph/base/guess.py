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


class Guesses:
    """The guesses of one reading: each costs time, so that after the first ones none is made.

    >>> guesses = Guesses(1)
    >>> guesses.nearest("deks", ["desk"]), guesses.nearest("deks", ["desk"])
    ('desk', None)
    """

    def __init__(self, most: int = 200) -> None:
        self._left = most

    def nearest(self, word: str, known: Iterable[str]) -> str | None:
        """The known word most like `word`, while guesses are left."""
        self._left -= 1
        return nearest(word, known) if self._left >= 0 else None
