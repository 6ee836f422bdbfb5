r"""The messages of a `.po` file, the translators' format of GNU gettext, read without compiling it.

Context, plural, lines that go on and escapes are read as gettext reads them. A message that is
fuzzy, obsolete or not wholly translated is left out: it has no translation yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_LINE: Final = re.compile(
    r'(?:(?P<key>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]\])?)\s*)?"(?P<words>(?:[^"\\]|\\.)*)"'
)
_ASKED: Final = frozenset({"msgctxt", "msgid", "msgid_plural"})
_ESCAPE: Final = re.compile(r'\\([\\trn"])')
_MEANT: Final = {"t": "\t", "r": "\r", "n": "\n"}


@dataclass(slots=True)
class Entry:
    """One message as it stands in the file: its parts by their keywords, and where it begins.

    `line` counts from 1.
    """

    line: int = 0
    is_fuzzy: bool = False
    parts: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def forms(self) -> dict[str, str]:
        """The translations by their keywords: one, or one for each plural form."""
        return {key: words for key, words in self.parts.items() if key not in _ASKED}

    def ends_before(self, key: str) -> bool:
        """Does a line with this keyword begin another message?"""
        if key == "msgid":
            return bool(self.parts.keys() - {"msgctxt"})
        return key == "msgctxt" and bool(self.parts)


def entries(text: str, unread: list[int]) -> Iterator[Entry]:
    """Every message in the order of the file; lines that are no `.po` go to `unread`."""
    entry, key = Entry(), ""
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        if line.startswith("#"):
            if entry.parts:
                yield entry
                entry, key = Entry(), ""
            entry.is_fuzzy = _is_fuzzy(line, before=entry.is_fuzzy)
            continue
        found = _LINE.fullmatch(line)
        if found and found["key"] and entry.ends_before(found["key"]):
            yield entry
            entry = Entry()
        key = (found["key"] or key) if found else key
        if found is None or not key or (found["key"] in entry.parts):
            if line:
                unread.append(number)
            continue
        entry.line = entry.line or number
        entry.parts[key] = entry.parts.get(key, "") + _meant(found["words"])
    if entry.parts:
        yield entry


def _meant(words: str) -> str:
    return _ESCAPE.sub(lambda sign: _MEANT.get(sign[1], sign[1]), words) if "\\" in words else words


def _is_fuzzy(line: str, *, before: bool) -> bool:
    """Is the message that follows a comment fuzzy? What is said of an obsolete one is over."""
    if line.startswith("#~"):
        return False
    return before or (line.startswith("#,") and "fuzzy" in map(str.strip, line[2:].split(",")))
