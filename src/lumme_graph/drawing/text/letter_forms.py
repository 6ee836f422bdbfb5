"""Letters of scripts that are written joined, such as Arabic: their width depends on those beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

_BOTH: Final = "\u0640\u200d"
"""The stroke that lengthens a word, and the joiner: they join to both sides."""
_UNSEEN: Final = frozenset({"Mn", "Me", "Cf"})
_SINGLE, _SEVERAL = 1, 2
"""The kinds of table that put one glyph, or a glyph and its dots, in the place of another."""


@dataclass(frozen=True, slots=True)
class LetterForms:
    """For each form, the glyph that stands for a letter's own glyph in it.

    `ccmp` parts letters from their dots before that.
    """

    ccmp: Mapping[str, str]
    init: Mapping[str, str]
    medi: Mapping[str, str]
    fina: Mapping[str, str]

    def glyphs(self, text: str, letters: Sequence[str | None]) -> Iterator[str | None]:
        """The glyph of each letter, in the form that joins it to those beside it."""
        own = [self.ccmp.get(letter or "", letter) for letter in letters]
        seen = [at for at, letter in enumerate(text) if letter in _BOTH or _is_seen(letter)]
        after = dict(pairwise(seen))
        before = {two: one for one, two in after.items()}
        for at, glyph in enumerate(own):
            joins_before = at in before and self._meet(text, own, before[at], at)
            joins_after = at in after and self._meet(text, own, at, after[at])
            match joins_before, joins_after:
                case True, True:
                    yield self.medi.get(glyph or "", glyph)
                case True, False:
                    yield self.fina.get(glyph or "", glyph)
                case False, True:
                    yield self.init.get(glyph or "", glyph)
                case _:
                    yield glyph

    def _meet(self, text: str, own: Sequence[str | None], one: int, two: int) -> bool:
        opens = text[one] in _BOTH or own[one] in self.init
        return opens and (text[two] in _BOTH or own[two] in self.fina)


def letter_forms_of(font: Any) -> LetterForms | None:
    """What a font says of its joined letters, if it has any."""
    if "GSUB" not in font:
        return None
    table = font["GSUB"].table
    found: dict[str, dict[str, str]] = {"ccmp": {}, "init": {}, "medi": {}, "fina": {}}
    for record in table.FeatureList.FeatureRecord if table.FeatureList else ():
        if record.FeatureTag in found:
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    found[record.FeatureTag].update(_replaced(getattr(sub, "ExtSubTable", sub)))
    return LetterForms(**found) if found["fina"] else None


def _replaced(table: Any) -> dict[str, str]:
    """Which glyph stands for which; of a glyph and its dots, the glyph."""
    if table.LookupType == _SINGLE:
        return dict(table.mapping)
    if table.LookupType == _SEVERAL:
        return {glyph: several[0] for glyph, several in table.mapping.items() if several}
    return {}


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in _UNSEEN
