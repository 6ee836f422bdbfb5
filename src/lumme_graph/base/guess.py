"""Did you mean…? The nearest known word, for hints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word most like `word`, if any is like it.

    >>> nearest("touchpoint-dekc", ["touchpoint-desk", "touchpoint-card"])
    'touchpoint-desk'
    """
    found = get_close_matches(word, known, n=1, cutoff=cutoff)
    return found[0] if found else None


@dataclass(slots=True)
class Guesses:
    """Guesses for one reading: after so many, the same thing is wrong everywhere, and it is slow.

    >>> few = Guesses(1)
    >>> [few.nearest("dekc", ["desk"]), few.nearest("dekc", ["desk"])]
    ['desk', None]
    """

    left: int = 200

    def nearest(self, word: str, known: Iterable[str]) -> str | None:
        """The known word most like `word`, while there are guesses left."""
        self.left -= 1
        return nearest(word, known) if self.left >= 0 else None
