"""Markdown, with the one parser of the project: what is to be read, and what is said, block by block."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_INSERT: Final = re.compile(r"\{\{(?P<written>[^{}\n]*)\}\}")
_TAG: Final = re.compile(r"<[^<>]*>")
_BREAKS: Final = {"softbreak", "hardbreak"}


@cache
def parser() -> MarkdownIt:
    """The parser of all prose: CommonMark with tables, links as they are written, facts by name."""
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        """Links are judged by us, in one place, with a finding: none is dropped or rewritten."""

        def normalizeLink(self, url: str) -> str:  # noqa: N802 - their name
            return url

        def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - their name
            return True

    parser = Parser("commonmark", {"html": True}).enable(["table"])
    parser.inline.ruler.before("escape", "insert", _insert)
    return parser


def _insert(state: StateInline, silent: bool) -> bool:
    found = _INSERT.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("insert", "", 0).content = found["written"]
    state.pos = found.end()
    return True


def spoken(words: str) -> Iterator[str]:
    """The words of each block of a text in Markdown, and where its links lead."""
    for token in parser().parse(words):
        if token.children is None:
            if token.content:
                yield html.unescape(_TAG.sub("", token.content))
            continue
        yield "".join(
            " " if part.type in _BREAKS else part.content
            for part in token.children
            if part.type != "html_inline"
        )
        for part in token.children:
            if target := part.attrGet("href") or part.attrGet("src"):
                yield unquote(str(target))


def blocks(words: str) -> Iterator[list[str]]:
    """What Markdown says, block by block: its words with single spaces, and code as it is."""
    found: dict[str, Any] = {}
    for token in parser().parse(unicodedata.normalize("NFC", words), found):
        is_code = token.type in {"fence", "code_block"}
        said = token.content.strip("\n") if is_code else " ".join(token.content.split())
        if token.nesting != -1:
            start = token.attrGet("start") if token.type == "ordered_list_open" else None
            yield [token.type, token.tag, said, token.info.strip(), str(start or "")]
    for name, link in sorted(found.get("references", {}).items()):
        yield ["reference", name, link["href"], " ".join(link["title"].split())]
