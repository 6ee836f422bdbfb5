"""What a merge has left to decide in a text: two versions between the marks that git writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lumme_graph.base.finding import Finding, Place
from lumme_graph.base.label import Label, Message
from lumme_graph.reading.faults import UNREADABLE

_MARK: Final = re.compile(r"(?:(<)<{6,}|(>)>{6,}|(\|)\|{6,})(?: .*)?|(=)={6,}")
_UNDECIDED = Label("a merge is not finished: {ours} and {theirs} are two versions of the same text")
_LINES = Label("lines {first}–{last}")
_LINE = Label("line {first}")
_NO_LINE = Label("no line")
_DECIDE = Label(
    "keep of the two what holds, and take away the lines that begin with <<<<<<<, ======= and >>>>>>>"
)
_LEFT = Label("a mark of a merge is left here")
_TAKE_AWAY = Label("take this line away, once the file says what is meant")


def unmerged(text: str, file: str) -> Iterator[Finding]:
    """Where a merge is not finished, in the order of the text."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    marks: dict[str, int] = {}
    for line, words in enumerate(text.split("\n"), 1):
        found = _MARK.fullmatch(words.removesuffix("\r"))
        sign = found[found.lastindex or 0] if found else ""
        if sign == "<":
            yield from _left(marks, file)
            marks = {sign: line}
        elif sign == ">" and "=" in marks:
            ours = _lines(marks["<"], marks.get("|", marks["="]))
            why = _UNDECIDED.fill(ours=ours, theirs=_lines(marks["="], line))
            yield UNREADABLE.at(Place(file, marks["<"], 1), why=why, how=_DECIDE)
            marks = {}
        elif sign == ">":
            yield from _left({**marks, sign: line}, file)
            marks = {}
        elif sign and "<" in marks:
            marks.setdefault(sign, line)
    yield from _left(marks, file)


def _left(marks: Mapping[str, int], file: str) -> Iterator[Finding]:
    """Marks that have no end, or no beginning."""
    for sign, line in marks.items():
        if sign in "<>":
            yield UNREADABLE.at(Place(file, line, 1), why=_LEFT, how=_TAKE_AWAY)


def _lines(mark: int, next_mark: int) -> Message:
    """The lines between two marks."""
    first, last = mark + 1, next_mark - 1
    if last <= first:
        return _LINE.fill(first=first) if first == last else _NO_LINE
    return _LINES.fill(first=first, last=last)
