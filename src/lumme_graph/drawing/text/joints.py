"""Where the compounds of a model have their joints: before a word that the model has too."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

CALM: Final = 4
"""So many letters stand at least on each side of a hyphen that we add."""

_STEM: Final = 5
"""So many letters at least of a word and of an inflected form of it are the same."""

WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Joints:
    """The words of a model, and those of its proper names, which are not broken.

    >>> words = Joints.of(["Täytä lomake", "pyyntö"])
    >>> words.places("kaukopalvelupyyntölomake")
    (12, 18)
    >>> Joints.of(["Pyydä lomakkeella", "pyyntö"]).places("pyyntölomake")
    (6,)
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    _ordered: tuple[str, ...] = field(default=(), compare=False, repr=False)

    @classmethod
    def of(cls, texts: Iterable[str], names: Iterable[str] = ()) -> Joints:
        """Those of some texts, such as all of a model in one language."""
        words = _words(texts)
        return cls(words, _words(names), tuple(sorted(words)))

    def places(self, word: str) -> tuple[int, ...]:
        """Before which letters of a word another word of the model begins that ends it.

        The last part may be inflected otherwise in the model, if what stands before it is known.
        """
        left = word.lower()
        found: list[int] = []
        if len(left) != len(word):
            return ()
        while at := self._last_word(left) or self._last_stem(left):
            found.append(at)
            left = left[:at]
        return tuple(reversed(found))

    def _last_word(self, word: str) -> int:
        """Where the last part begins that is a word; 0 where there is none."""
        return next((at for at in _ends(word) if word[at:] in self.words), 0)

    def _last_stem(self, word: str) -> int:
        """Where the last part begins that but for its last letter begins a word; 0 for none."""
        found = (at for at in _ends(word) if self._begins(word[at:-1]) and self._ends(word[:at]))
        return next(found, 0)

    def _begins(self, stem: str) -> bool:
        if len(stem) < _STEM:
            return False
        at = bisect_left(self._ordered, stem)
        return any(word.startswith(stem) for word in self._ordered[at : at + 1])

    def _ends(self, part: str) -> bool:
        """Is it a word, perhaps with the s that links it, or does it end with one?"""
        return (
            not self.words.isdisjoint({part, part.removesuffix("s")}) or self._last_word(part) > 0
        )

    def is_name(self, word: str) -> bool:
        """Is the word part of a proper name?"""
        return word.lower() in self.names


def _ends(word: str) -> range:
    """Where the last part of a word may begin, the shortest first."""
    return range(len(word) - CALM, CALM - 1, -1)


def _words(texts: Iterable[str]) -> frozenset[str]:
    plain = (text.replace("\u00ad", "") for text in texts)
    return frozenset(
        word.lower() for text in plain for word in WORD.findall(text) if len(word) >= CALM
    )


NO_JOINTS: Final = Joints()
