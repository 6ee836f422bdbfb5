"""The words of a piece of HTML: paragraphs and items of lists as lines, and no mark-up."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

_SIGN: Final = re.compile(r"[<&]")
_LINES: Final = re.compile(r"\n{3,}")
_SPACES: Final = re.compile(r"[ \t\r\f\v\xa0]+")
_PARAGRAPHS: Final = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "section"]
)
_BREAKS: Final = frozenset(["br", "li", "tr", "div"])
_UNSEEN: Final = frozenset(["script", "style", "template", "head", "title"])


class _Words(HTMLParser):
    """Gathers what would be read on the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNSEEN:
            self._hidden += 1
        self._break(tag)
        if tag == "li":
            self.parts.append("- ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _PARAGRAPHS:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(_SPACES.sub(" ", data.replace("\n", " ")))

    def _break(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self.parts.append("\n\n")
        elif tag in _BREAKS:
            self.parts.append("\n")


def html_text(words: str) -> str:
    r"""The words of a text that may be HTML, as lines of plain text.

    >>> html_text("<p>Open <b>daily</b> &amp; free.</p><ul><li>one</li><li>two</li></ul>")
    'Open daily & free.\n\n- one\n- two'
    >>> html_text("a < b")
    'a < b'
    """
    if not _SIGN.search(words):
        return words.strip()
    parser = _Words()
    parser.feed(words)
    parser.close()
    lines = (line.strip() for line in "".join(parser.parts).split("\n"))
    return _LINES.sub("\n\n", "\n".join(lines)).strip()
