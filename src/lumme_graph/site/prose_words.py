"""The words of prose as a reader reads them, line by line: for the search, which shows no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lumme_graph.reading.prose_tree import (
    Block,
    CodeBlock,
    CodeSpan,
    FactSpan,
    HeadingBlock,
    Inline,
    LineBreak,
    ListBlock,
    Paragraph,
    PictureSpan,
    ProseWords,
    Quote,
    RuleLine,
    TableBlock,
)

Value = Callable[[str], str]
"""Gives the value of a fact in words, by its name."""


def lines(blocks: Iterable[Block], value: Value) -> Iterator[str]:
    """Each heading, paragraph, item and row as a line of words."""
    for block in blocks:
        match block:
            case HeadingBlock() | Paragraph():
                yield words(block.children, value)
            case ListBlock():
                for item in block.items:
                    yield from lines(item, value)
            case Quote():
                yield from lines(block.blocks, value)
            case CodeBlock():
                yield block.words.strip()
            case TableBlock():
                for row in (block.head, *block.rows):
                    yield " ".join(words(cell, value) for cell in row)
            case RuleLine():
                pass


def words(parts: Iterable[Inline], value: Value) -> str:
    """What inline parts say, without how it is set."""
    return "".join(_said(part, value) for part in parts)


def _said(part: Inline, value: Value) -> str:
    match part:
        case ProseWords() | CodeSpan():
            return part.words
        case PictureSpan():
            return part.alt
        case FactSpan():
            return value(part.name)
        case LineBreak():
            return " "
        case _:
            return words(part.children, value)
