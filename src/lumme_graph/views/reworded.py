"""Two wordings of a text beside each other, word by word: what stays, what goes, what comes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

_WORDS: Final = re.compile(r"\S+\s*|\s+")
_AROUND: Final = 6
"""Words that are shown on each side of what differs."""
GAP: Final = " … "
"""Stands for words that are left out, since they are as before."""


class WordPiece(NamedTuple):
    """Words that stay, go or come."""

    fate: Literal["stays", "goes", "comes"]
    words: str


def reworded(before: str, after: str) -> list[WordPiece]:
    """The pieces of both wordings, in reading order.

    >>> [(piece.fate, piece.words) for piece in reworded("It is closed today.", "It is open today.")]
    [('stays', 'It is '), ('goes', 'closed '), ('comes', 'open '), ('stays', 'today.')]
    """
    return _joined(_by_lines(before, after))


def shortened(pieces: Sequence[WordPiece]) -> list[WordPiece]:
    """The same with few words around what differs."""
    made: list[WordPiece] = []
    for at, piece in enumerate(pieces):
        words = _words(piece.words)
        first, last = at == 0, at == len(pieces) - 1
        most = _AROUND * (1 if first or last else 2)
        if piece.fate != "stays" or len(words) <= most + 1:
            made.append(piece)
            continue
        head = "" if first else "".join(words[:_AROUND]).rstrip()
        tail = "" if last else "".join(words[-_AROUND:])
        made.append(WordPiece("stays", f"{head}{GAP if head else GAP.lstrip()}{tail}"))
    return made


def _by_lines(before: str, after: str) -> Iterator[WordPiece]:
    """Lines that are the same stay; the words of the others are compared."""
    old, new = _lines(before), _lines(after)
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, is_ = "".join(old[i:j]), "".join(new[k:m])
        if kind == "equal":
            yield WordPiece("stays", is_)
        else:
            yield from _by_words(was, is_)


def _by_words(before: str, after: str) -> Iterator[WordPiece]:
    old, new = _words(before), _words(after)
    was, is_ = ([word.rstrip() for word in words] for words in (old, new))
    for kind, i, j, k, m in SequenceMatcher(None, was, is_, autojunk=False).get_opcodes():
        if kind == "equal":
            yield WordPiece("stays", "".join(new[k:m]))
            continue
        if i < j:
            yield WordPiece("goes", "".join(old[i:j]))
        if k < m:
            yield WordPiece("comes", "".join(new[k:m]))


def _words(text: str) -> list[str]:
    return [found[0] for found in _WORDS.finditer(text)]


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _joined(pieces: Iterator[WordPiece]) -> list[WordPiece]:
    """Pieces of one fate that stand side by side, as one."""
    made: list[WordPiece] = []
    for piece in pieces:
        if made and made[-1].fate == piece.fate:
            made[-1] = WordPiece(piece.fate, made[-1].words + piece.words)
        else:
            made.append(piece)
    return made
