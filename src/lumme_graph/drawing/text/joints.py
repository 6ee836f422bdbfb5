"""Where the compounds of a model have their joints: before a word that the model has too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

CALM: Final = 4
"""So many letters stand at least on each side of a hyphen that we add."""

WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Joints:
    """The words of a model, and those of its proper names, which are not broken.

    >>> words = Joints.of(["Täytä lomake", "pyyntö"])
    >>> list(words.places("kaukopalvelupyyntölomake"))
    [12, 18]
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str], names: Iterable[str] = ()) -> Joints:
        """Those of some texts, such as all of a model in one language."""
        return cls(_words(texts), _words(names))

    def places(self, word: str) -> Iterator[int]:
        """Before which letters of a word another word of the model begins that ends it."""
        whole = word.lower()
        if len(whole) == len(word):
            yield from sorted(self._before(whole))

    def _before(self, word: str) -> Iterator[int]:
        for place in range(len(word) - CALM, CALM - 1, -1):
            if word[place:] in self.words:
                yield place
                yield from self._before(word[:place])
                return

    def is_name(self, word: str) -> bool:
        """Is the word part of a proper name?"""
        return word.lower() in self.names


def _words(texts: Iterable[str]) -> frozenset[str]:
    plain = (text.replace("\u00ad", "") for text in texts)
    return frozenset(
        word.lower() for text in plain for word in WORD.findall(text) if len(word) >= CALM
    )


NO_JOINTS: Final = Joints()
