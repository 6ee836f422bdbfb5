"""Did you mean…? The nearest known word, for hints."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

_BEGIN: Final = re.compile(r"[a-z]+-(?=.)")
"""What all ids of a kind begin with."""


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known word most like `word`, if any is like it.

    Of ids that begin alike, only what follows is compared.

    >>> nearest("touchpoint-dekc", ["touchpoint-desk", "touchpoint-card"])
    'touchpoint-desk'
    >>> nearest("profile-famly", ["profile-newcomer", "profile-commuter"])
    >>> nearest("DESK", ["desk", "card"])
    'desk'
    """
    words = list(known)
    begin = found[0] if (found := _BEGIN.match(word)) else ""
    rests = [other[len(begin) :] for other in words if begin and other.startswith(begin)]
    if rests:
        near = get_close_matches(word[len(begin) :], rests, n=1, cutoff=cutoff)
        return f"{begin}{near[0]}" if near else None
    near = get_close_matches(word, words, n=1, cutoff=cutoff)
    if near:
        return near[0]
    small = {other.casefold(): other for other in reversed(words)}
    alike = get_close_matches(word.casefold(), small, n=1, cutoff=cutoff)
    return small[alike[0]] if alike else None


@dataclass(slots=True)
class Guesses:
    """Finds the nearest known words during one reading, up to a number of guesses.

    Guessing is slow, and after so many the same thing is wrong everywhere.

    >>> few = Guesses(1)
    >>> [few.nearest("dekc", ["desk"]), few.nearest("dekc", ["desk"])]
    ['desk', None]
    """

    left: int = 200

    def nearest(self, word: str, known: Iterable[str]) -> str | None:
        """The known word most like `word`, while there are guesses left."""
        self.left -= 1
        return nearest(word, known) if self.left >= 0 else None
