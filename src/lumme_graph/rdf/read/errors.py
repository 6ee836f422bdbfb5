"""RDF that cannot be read: where, what is wrong, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lumme_graph.base.error import KnownError
from lumme_graph.base.finding import Place

_WHERE = re.compile(r"^(?:Parser error )?(?:at|between) [^:]*: ")
_QUOTED = re.compile(r"'([^'\n]*)'")
_ADVICE = {
    "Invalid IRI": "an address holds no spaces, quotes or brackets; write %20 for a space, "
    "%22 for a quote",
    "parsing IRI": "an address holds no spaces, quotes or brackets; write %20 for a space, "
    "%22 for a quote",
    "No scheme found": "write whole addresses, or say with a base what they begin with",
    "subtag": "write a language tag of BCP 47, such as fi or sv-FI",
    "language": "write a language tag of BCP 47, such as fi or sv-FI",
    "prefix": "say at the beginning of the file what the prefix stands for",
    "Unexpected end": "the file is cut short; fetch or write it again",
}
_OTHERWISE = "mend the file, or say its format with --format (in Python: format=)"


class RdfError(KnownError):
    """RDF that cannot be read; each line says where, what is wrong, and what to do."""


class Wrong(Exception):  # noqa: N818 - it becomes an `RdfError` where the file is known
    """What is wrong in the bytes of a file, at which byte or place, and what to do."""

    def __init__(self, what: str, advice: str, line: int = 0, column: int = 0) -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice
        self.line = line
        self.column = column


def refused(name: str, *wrong: Wrong) -> RdfError:
    """The error of a file by its name."""
    return RdfError(
        *(f"{Place(name, one.line, one.column)}: {one.what}; {one.advice}" for one in wrong)
    )


def of_parser(error: SyntaxError, data: bytes) -> Wrong:
    """What a parser says, in the words that all of them are given here."""
    said = _WHERE.sub("", str(error.msg))
    advice = next((words for part, words in _ADVICE.items() if part in said), _OTHERWISE)
    if "No scheme found" in said:
        said, advice = (
            "an address is relative, and nothing says to what",
            _ADVICE["No scheme found"],
        )
    line, column = error.lineno or 0, error.offset or 0
    if not line:
        line, column = _of_quoted(str(error.msg), data)
    return Wrong(said, advice, line, column)


def _of_quoted(words: str, data: bytes) -> tuple[int, int]:
    """Where the first thing stands that a message quotes, if it is there at all."""
    for found in _QUOTED.finditer(words):
        if not found[1]:
            continue
        word = found[1].encode()
        at = data.find(b'"%b"' % word) + 1 or data.find(word)
        if at >= 0:
            return place_of(data, at)
    return 0, 0


def place_of(data: bytes, at: int) -> tuple[int, int]:
    """The line and column of a byte, both from 1."""
    before = data[:at]
    start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[start:].decode(errors="replace")) + 1


def shown(values: Iterable[object]) -> str:
    """A few values as they can be named in a message."""
    some = [str(value) for value in values]
    return ", ".join(some[:3]) + (", …" if len(some) > len(some[:3]) else "")
