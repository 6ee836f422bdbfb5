"""The prose of a section as a tree: what each output writes in its own way, and nothing of Markdown.

HTML that stands in Markdown comes through as its words: tags and comments are for nobody to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from lumme_graph.reading.markdown import fact_named, said, words_of_html

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST: Final = 20
"""So deep may emphasis stand in emphasis, as blocks in blocks; what is deeper are words."""

Alignment: TypeAlias = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class ProseWords:
    """Plain words."""

    words: str


@dataclass(frozen=True, slots=True)
class Strong:
    """What weighs more."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What is stressed."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """Words as they are typed."""

    words: str


@dataclass(frozen=True, slots=True)
class LinkSpan:
    """A link: the target as it is written, and what a reader sees of it."""

    target: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class PictureSpan:
    """A picture, its target as it is written."""

    target: str
    alt: str


@dataclass(frozen=True, slots=True)
class FactSpan:
    """The value of a fact by its name; without one, nobody knows which is meant by `written`."""

    name: str
    written: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line that the author asked for."""


Inline: TypeAlias = (
    ProseWords | Strong | Emphasis | CodeSpan | LinkSpan | PictureSpan | FactSpan | LineBreak
)


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading, its level in the text as it is written."""

    level: int
    anchor: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; in an item of a list without lines between it is `tight`: words, no more."""

    children: tuple[Inline, ...]
    tight: bool = False


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; `start` is the number of its first item."""

    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody else says."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines as they are typed, and the words after the fence, such as the language."""

    info: str
    words: str


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: a heading and an alignment for each column, and rows of as many cells."""

    head: tuple[tuple[Inline, ...], ...]
    alignment: tuple[Alignment, ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A line across."""


Block: TypeAlias = HeadingBlock | Paragraph | ListBlock | Quote | CodeBlock | TableBlock | RuleLine


def blocks_of(tokens: Iterable[Token], anchors: Iterable[str]) -> tuple[Block, ...]:
    """The tree of what the parser has found; `anchors` are those of all headings in order."""
    return _Blocks(iter(tokens), iter(anchors)).until()


class _Blocks:
    """One walk over the tokens; each part takes its own up to the token that closes it."""

    def __init__(self, tokens: Iterator[Token], anchors: Iterator[str]) -> None:
        self._tokens = tokens
        self._anchors = anchors
        self._by_type: dict[str, Callable[[Token], Block]] = {
            "heading_open": self._heading,
            "paragraph_open": self._paragraph,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "blockquote_open": lambda _: Quote(self.until("blockquote_close")),
            "table_open": self._table,
            "fence": _code,
            "code_block": _code,
            "hr": lambda _: RuleLine(),
            "html_block": _html,
        }

    def until(self, end: str = "") -> tuple[Block, ...]:
        """The blocks up to the token that closes what they stand in; none without words."""
        blocks = [self._by_type[token.type](token) for token in self._before(end)]
        return tuple(
            block
            for block in blocks
            if not isinstance(block, HeadingBlock | Paragraph) or block.children
        )

    def _before(self, end: str) -> Iterator[Token]:
        for token in self._tokens:
            if token.type == end:
                return
            yield token

    def _heading(self, opened: Token) -> Block:
        level, anchor = int(opened.tag[1:]), next(self._anchors)
        return HeadingBlock(level, anchor, self._inline("heading_close"))

    def _paragraph(self, opened: Token) -> Block:
        return Paragraph(self._inline("paragraph_close"), opened.hidden)

    def _inline(self, end: str) -> tuple[Inline, ...]:
        return tuple(part for token in self._before(end) for part in _inlines(token.children or ()))

    def _list(self, opened: Token) -> Block:
        end = opened.type.replace("open", "close")
        items = tuple(self.until("list_item_close") for _ in self._before(end))
        start = opened.attrGet("start")
        return ListBlock(end == "ordered_list_close", 1 if start is None else int(start), items)

    def _table(self, _: Token) -> Block:
        alignment: list[Alignment] = []
        rows: list[tuple[tuple[Inline, ...], ...]] = []
        for part in self._before("table_close"):
            if part.type != "tr_open":
                continue
            cells: list[tuple[Inline, ...]] = []
            for cell in self._before("tr_close"):
                if not rows:
                    alignment.append(_alignment(cell))
                cells.append(self._inline(cell.type.replace("open", "close")))
            rows.append(tuple(cells))
        return TableBlock(rows[0], tuple(alignment), tuple(rows[1:]))


def _code(token: Token) -> Block:
    return CodeBlock(token.info.strip(), token.content)


def _html(token: Token) -> Block:
    words = " ".join(words_of_html(token.content).split())
    return Paragraph((ProseWords(words),) if words else ())


def _alignment(cell: Token) -> Alignment:
    style = str(cell.attrGet("style") or "")
    return cast(Alignment, style.removeprefix("text-align:"))


def _inlines(tokens: Iterable[Token]) -> tuple[Inline, ...]:
    rows: list[list[Inline]] = [[]]
    opened: list[Token] = []
    for token in tokens:
        if token.nesting == 1:
            opened.append(token)
            rows.append([])
        elif token.nesting == -1:
            children = tuple(rows.pop())
            _add(rows[-1], _closed(opened.pop(), children, len(rows)))
        else:
            _add(rows[-1], _leaf(token))
    return tuple(rows[0])


def _add(row: list[Inline], parts: tuple[Inline, ...]) -> None:
    """Put parts to a row, neighbouring words as one."""
    for part in parts:
        last = row[-1] if row else None
        if isinstance(part, ProseWords) and isinstance(last, ProseWords):
            row[-1] = ProseWords(last.words + part.words)
        else:
            row.append(part)


def _closed(opened: Token, children: tuple[Inline, ...], depth: int) -> tuple[Inline, ...]:
    if depth > _DEEPEST:
        return children
    match opened.type:
        case "strong_open":
            return (Strong(children),)
        case "em_open":
            return (Emphasis(children),)
        case _:
            return (LinkSpan(str(opened.attrGet("href") or ""), children),)


def _leaf(token: Token) -> tuple[Inline, ...]:
    match token.type:
        case "code_inline":
            return (CodeSpan(token.content),)
        case "image":
            return (PictureSpan(str(token.attrGet("src") or ""), said(token.children or ())),)
        case "insert":
            return (FactSpan(fact_named(token.content), token.content.strip()),)
        case "hardbreak":
            return (LineBreak(),)
        case _:
            words = said((token,))
            return (ProseWords(words),) if words else ()
