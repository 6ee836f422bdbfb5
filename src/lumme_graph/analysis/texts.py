"""Every text and string of a model as a reader reads it, with where it stands.

Codes and identifiers are no texts, and are left out.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect, bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from lumme_graph.base.extra import Extra
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Review, Translation
from lumme_graph.elements.parts import Identifier
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.walk import PathIn, Walk
from lumme_graph.reading.markdown import spoken

_BETWEEN = "\0"
_SAID = Walk(
    lambda spec: spec.datatype in {str, Text, Extra},
    into=lambda spec: spec.record not in {Identifier, Review, Translation},
)

_EDGE = r"(?<!\w)_|_(?!\w)"
"""A low line that may be Markdown: within a word, as in `loan_days`, it is only itself."""

_DRESSED = re.compile(rf"[*~`<&\[\\\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff]|[^\S ]|{_EDGE}")
"""Markdown, HTML, loose accents, other white space than a space, and what has no width."""

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKUP = re.compile(rf"[*~`<&\[\\]|\n\s*\n|{_EDGE}")


def read_words(words: str) -> str:
    r"""Words as a reader reads them: without Markdown and HTML, each white space one space.

    Every paragraph is a line, and so is, after it, where a link in it leads.

    >>> read_words("**040** 123&nbsp;4567, [ring](tel:0401234567)")
    '040 123 4567, ring\ntel:0401234567'
    """
    if not _DRESSED.search(words):
        return words
    plain = unicodedata.normalize("NFC", _UNSEEN.sub("", words))
    blocks = spoken(plain) if _MARKUP.search(plain) else (plain,)
    return "\n".join(re.sub(r"\s+", " ", block) for block in blocks)


def line_saying(written: str, said_in: Callable[[str], bool]) -> int:
    """The line, counted from 1, by whose end a phrase that the text says has been said."""
    lines = written.split("\n")

    def said_by(n: int) -> bool:
        return said_in(read_words("\n".join(lines[:n])))

    return bisect_left(range(1, len(lines)), True, key=said_by) + 1


class Piece(NamedTuple):
    """Words in one language as they are read and as they are written, in one place of an element.

    Without an element, the place is one of the settings.
    """

    element: KeptElement | None
    path: PathIn
    words: str
    written: str


class SearchedTexts:
    """Everything that is said in a model, notes and bodies included, made to be searched fast."""

    def __init__(self, graph: ServiceGraph) -> None:
        self._settings = graph.settings
        self._elements: list[KeptElement | None] = [None, *graph]
        self._read = [
            list(map(read_words, _words(element) if element else self._of_settings()))
            for element in self._elements
        ]
        said = list(map(_BETWEEN.join, self._read))
        self._ends = list(accumulate(len(words) + len(_BETWEEN) for words in said))
        self._text = _BETWEEN.join(said)

    def like(
        self, pattern: re.Pattern[str], wanted: Callable[[re.Match[str]], bool] = bool
    ) -> Iterator[Piece]:
        """The pieces in which a pattern is found as wanted; it must not match a NUL."""
        start = 0
        while found := _first(pattern.finditer(self._text, start), wanted):
            at = bisect(self._ends, found.start())
            start = self._ends[at]
            for piece in self._pieces(at):
                if _first(pattern.finditer(piece.words), wanted):
                    yield piece

    def _pieces(self, at: int) -> Iterator[Piece]:
        element = self._elements[at]
        said = _said(element) if element else self._said_in_settings()
        for read, (path, words) in zip(self._read[at], said, strict=True):
            yield Piece(element, path, read, words)

    def _said_in_settings(self) -> Iterator[tuple[PathIn, str]]:
        for path, text in self._settings.texts.items():
            for tag, words in text.items():
                yield (*path, tag), words

    def _of_settings(self) -> list[str]:
        return [words for _, words in self._said_in_settings()]


@once
def pieces(day: Day) -> SearchedTexts:
    """Everything that the model says in words."""
    return SearchedTexts(day.graph)


@once
def texts(day: Day) -> Mapping[str, tuple[str, ...]]:
    """Everything that the model says, as it is written, by language."""
    found: dict[str, list[str]] = {}
    for element in day.graph:
        for _, _, said, _ in _SAID.of(element):
            for tag, words in said.items() if isinstance(said, Text) else ():
                found.setdefault(tag, []).append(words)
    return {tag: tuple(words) for tag, words in found.items()}


def _first(
    found: Iterator[re.Match[str]], wanted: Callable[[re.Match[str]], bool]
) -> re.Match[str] | None:
    return next(filter(wanted, found), None)


def _said(element: KeptElement) -> Iterator[tuple[PathIn, str]]:
    for _, _, said, path in _SAID.of(element):
        if isinstance(said, str):
            yield path, said
        elif isinstance(said, Extra):
            for name, words in said.spelled().items():
                each = words if isinstance(words, list) else [words]
                yield from (((*path, name), one) for one in each)
        else:
            for tag, words in said.items():
                yield (*path, tag), words


def _words(element: KeptElement) -> list[str]:
    """What `_said` says, without the places: every model is walked, few places are asked for."""
    words: list[str] = []
    for said in _SAID.values(element):
        if isinstance(said, str):
            words.append(said)
        elif isinstance(said, Extra):
            for own in said.spelled().values():
                words += own if isinstance(own, list) else [own]
        else:
            words.extend(said.values())
    return words
