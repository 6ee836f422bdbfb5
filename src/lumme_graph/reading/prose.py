"""The prose of guide sections: what of its Markdown a reader reads, links to, and is shown.

One parser and one meaning for reading, checking, coverage and every output. Comments, front matter
and tags are for nobody to read. Most prose is plain, so the parser is asked, and imported, only
where the text holds what it could find.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from lumme_graph.base.shown import plain
from lumme_graph.base.text import is_blank
from lumme_graph.reading.markdown import UNSEEN, fact_named, parser, said, words_of_html
from lumme_graph.reading.prose_tree import Block, blocks_of

if TYPE_CHECKING:
    from markdown_it.token import Token

UNWRITTEN: Final = frozenset({"todo", "tbd"})
"""Words that only say that something is still to be written."""

_FRONT_MATTER: Final = re.compile(
    r"\A---[ \t]*\n(?=[\w-]+:|[ \t]*#)(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_PLAIN: Final = re.compile(r"(?:[ \t]*\n|#{1,6}[ \t].*\n)*(?P<first>[^\W\d_].*(?:\n.*\S.*)*)")
_UNDERLINE: Final = re.compile(r"^ {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_MAY_UNDERLINE: Final = re.compile(r"[=-][ \t]*$", re.MULTILINE)
_WORD: Final = re.compile(r"\w+")
_NAMELESS: Final = "heading"
_MAY_LINK: Final = re.compile(r"\]\(|\]\[|\]:|<|\{\{")


class ProseLink(NamedTuple):
    """A link or a picture: where it leads, its words, and where it is written."""

    target: str
    words: str
    picture: bool
    line: int
    column: int


class Heading(NamedTuple):
    """A heading, and the anchor by which `#anchor` finds it."""

    level: int
    words: str
    anchor: str
    line: int


class Insert(NamedTuple):
    """A `{{ fact: name }}`: the fact's name (empty where it is written in no such way), its place."""

    name: str
    written: str
    line: int
    column: int


@dataclass(frozen=True)
class Prose:
    r"""The Markdown of one section in one language; everything is worked out when asked for.

    >>> Prose("Bring your [card](service-card).").links[0].target
    'service-card'
    >>> Prose("# Loans\n\n<!-- to be written -->").says_something
    False
    """

    words: str

    @cached_property
    def source(self) -> str:
        """The text without front matter, each line and column where it was."""
        text = self.words.replace("\r\n", "\n").replace("\r", "\n")
        found = _FRONT_MATTER.match(text)
        return _emptied(text[: found.end()]) + text[found.end() :] if found else text

    @cached_property
    def shown(self) -> str:
        """The source without comments, each line and column where it was."""
        return UNSEEN.sub(lambda found: _emptied(found[0]), self.source)

    @cached_property
    def says_something(self) -> bool:
        """Is there anything for a reader to read, besides headings and TODO?"""
        plain = _PLAIN.match(self.source)
        if plain and not _UNDERLINE.search(plain["first"]) and _is_text(plain["first"]):
            return True
        return any(_is_text(words) for words in self.blocks)

    @cached_property
    def blocks(self) -> tuple[str, ...]:
        """The words of each paragraph, item, cell and block of code as they are read; no headings."""
        return tuple(_blocks(self._tokens))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in order, each with an anchor of its own."""
        may = "#" in self.source or _MAY_UNDERLINE.search(self.source)
        return tuple(_headings(self._tokens)) if may else ()

    @cached_property
    def links(self) -> tuple[ProseLink, ...]:
        """The links and pictures in order."""
        return tuple(part for part in self.parts if isinstance(part, ProseLink))

    @cached_property
    def parts(self) -> tuple[ProseLink | Insert, ...]:
        """The links, pictures and facts in order."""
        may = _MAY_LINK.search(self.source)
        return tuple(_linked(self._tokens, self.source)) if may else ()

    @cached_property
    def tree(self) -> tuple[Block, ...]:
        """The prose block by block, as outputs write it; its headings have the anchors of `headings`."""
        return blocks_of(self._tokens, [heading.anchor for heading in self.headings])

    @cached_property
    def _tokens(self) -> list[Token]:
        return parser().parse(self.source)


def _emptied(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _is_text(words: str) -> bool:
    found = {word.casefold() for word in _WORD.findall(words)}
    return not found <= UNWRITTEN and not is_blank(words)


def _blocks(tokens: list[Token]) -> Iterator[str]:
    in_heading = False
    for token in tokens:
        if token.type == "heading_open":
            in_heading = True
        elif token.type == "heading_close":
            in_heading = False
        elif token.type == "inline" and not in_heading:
            yield said(token.children or [])
        elif token.type in {"fence", "code_block"}:
            yield token.content
        elif token.type == "html_block":
            yield words_of_html(token.content)


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    seen: set[str] = set()
    for opened, inline in pairwise(tokens):
        if opened.type == "heading_open":
            words = said(inline.children or []).strip()
            base = anchor(words) or _NAMELESS
            tried = chain([base], (f"{base}-{n}" for n in count(1)))
            free = next(name for name in tried if name not in seen)
            seen.add(free)
            line = (opened.map or [0])[0] + 1
            yield Heading(int(opened.tag[1:]), words, free, line)


def anchor(words: str) -> str:
    """The anchor of a heading: its letters and digits in lower case, hyphens between words.

    >>> anchor("Näin lainaat: viisi vaihetta")
    'näin-lainaat-viisi-vaihetta'
    """
    return "-".join(_WORD.findall(plain(words).lower()))


def _linked(tokens: list[Token], source: str) -> Iterator[ProseLink | Insert]:
    starts = [0, *(found.end() for found in re.finditer("\n", source)), len(source)]
    for token in tokens:
        if token.type == "inline" and token.map:
            first, after = token.map
            span = _Span(source, starts, first, after)
            yield from _linked_in(token.children or [], span)


def _linked_in(tokens: list[Token], span: _Span) -> Iterator[ProseLink | Insert]:
    for at, token in enumerate(tokens):
        if token.type == "image":
            target = str(token.attrs.get("src", ""))
            yield ProseLink(target, said(token.children or []), True, *span.target(target))
        elif token.type == "link_open":
            closed = next(i for i in range(at, len(tokens)) if tokens[i].type == "link_close")
            target = str(token.attrs.get("href", ""))
            yield ProseLink(target, said(tokens[at:closed]), False, *span.target(target))
        elif token.type == "insert":
            place = span.find(re.escape("{{" + token.content + "}}"))
            yield Insert(fact_named(token.content), token.content.strip(), *place)


class _Span:
    """A part of the source in which what the parser has found is looked up again, in order."""

    def __init__(self, source: str, starts: list[int], first: int, after: int) -> None:
        self._source = source
        self._starts = starts
        self._start = self._at = starts[first]
        self._end = starts[min(after, len(starts) - 1)]

    def target(self, target: str) -> tuple[int, int]:
        """Line and column of a link's target, or of its definition elsewhere."""
        escaped = re.escape(target)
        return self.find(
            rf"\]\(\s*<?(?P<it>{escaped})|<(?P<auto>{escaped.removeprefix('mailto:')})",
            rf"^\s*\[[^\]\n]+\]:\s*<?(?P<it>{escaped})",
        )

    def find(self, pattern: str, elsewhere: str = "") -> tuple[int, int]:
        """Line and column of the next place that looks like it; else those of the part."""
        found = re.compile(pattern).search(self._source, self._at, self._end)
        if found:
            self._at = found.end()
        elif elsewhere:
            found = re.compile(elsewhere, re.MULTILINE).search(self._source)
        if found is None:
            rest = self._source[self._start : self._end]
            return self._place(self._start + len(rest) - len(rest.lstrip()))
        named = next((name for name, value in found.groupdict().items() if value is not None), 0)
        return self._place(found.start(named))

    def _place(self, at: int) -> tuple[int, int]:
        line = bisect(self._starts, at)
        return line, at - self._starts[line - 1] + 1
