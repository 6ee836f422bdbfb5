"""Markdown, with the one parser of the project: what is to be read, and what is said, block by block."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_INSERT: Final = re.compile(r"\{\{(?P<written>[^{}\n]*)\}\}")
_FACT: Final = re.compile(r"fact:\s*(?P<name>[\w.-]+)")
_TAG: Final = re.compile(r"<[^<>]*>")
_MARKUP: Final = re.compile(r"</?[a-zA-Z][^>]*>|<[!?][^>]*>")
_BREAKS: Final = {"softbreak", "hardbreak"}
_CODE: Final = {"fence", "code_block"}
_CELLS: Final = re.compile(r"\s*\n\s*|[^\S\n]{3,}")
_SHOWN: Final = "0"
"""What stands for the value of a fact where only it matters that there is one."""

UNSEEN: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE
)
"""Comments and scripts, which are for nobody to read."""


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


def fact_named(written: str) -> str:
    """The name of the fact that an insert asks for; empty where it is written in no such way.

    >>> fact_named(" fact: service-loan.fee "), fact_named("loan_days")
    ('service-loan.fee', '')
    """
    found = _FACT.fullmatch(written.strip())
    return found["name"] if found else ""


def words_of_html(block: str) -> str:
    """What a reader reads of a block of HTML: its words without the tags."""
    return html.unescape(_MARKUP.sub(" ", UNSEEN.sub(" ", block)))


def said(tokens: Iterable[Token]) -> str:
    """The words of inline tokens as they are read."""
    return "".join(map(_said_by, tokens))


def _said_by(token: Token) -> str:
    if token.type == "image":
        return said(token.children or [])
    if token.type in _BREAKS:
        return " "
    if token.type == "insert":
        return _SHOWN
    return "" if token.type == "html_inline" else token.content


def spoken(words: str) -> Iterator[str]:
    """The words of each block of a text in Markdown, of each cell of code, and where links lead."""
    for token in parser().parse(words):
        if token.type in _CODE:
            yield from filter(None, _CELLS.split(token.content))
        elif token.children is None:
            if token.content:
                yield html.unescape(_TAG.sub("", token.content))
        else:
            yield from _inline(token.children)


def _inline(parts: list[Token]) -> Iterator[str]:
    yield "".join(
        " " if part.type in _BREAKS else part.content
        for part in parts
        if part.type != "html_inline"
    )
    for part in parts:
        if target := part.attrGet("href") or part.attrGet("src"):
            yield unquote(str(target))


def blocks(words: str) -> Iterator[list[str]]:
    """What Markdown says, block by block: its words with single spaces, and code as it is."""
    found: dict[str, Any] = {}
    for token in parser().parse(unicodedata.normalize("NFC", words), found):
        is_code = token.type in _CODE
        said = token.content.strip("\n") if is_code else " ".join(token.content.split())
        if token.nesting != -1:
            start = token.attrGet("start") if token.type == "ordered_list_open" else None
            yield [token.type, token.tag, said, token.info.strip(), str(start or "")]
    for name, link in sorted(found.get("references", {}).items()):
        yield ["reference", name, link["href"], " ".join(link["title"].split())]
