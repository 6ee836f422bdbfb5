r"""Text that somebody else wrote, as it may be shown: at a terminal, and in XML and HTML.

A terminal obeys control characters, and turns its words round at bidi controls; logs of
pipelines obey lines such as `::set-output …`. Here they are shown instead. The other outputs have
a function each, in the one place that writes them: `drawing.dot_text`, `reports.csv_text`,
`reports.markdown`, `reports.html`, `base.json_text`, `rdf.spelled`; pyoxigraph writes all RDF but
N-Triples.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lumme_graph.base.given_list import listed

CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""What no text holds: control characters, but for the tab and the ends of lines; half characters."""

_ILLEGAL: Final = r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
"""Compiled when a page is written, which takes longer than to write one."""
_LONG: Final = 60
_STRAY_BYTES = range(0xDC80, 0xDD00)
"""How Python keeps the bytes of a file's name that are no UTF-8."""
_CONTROLS_END = 0x100
_BREAK = re.compile(r"\r\n|[\t\n\r]")
_MARKS = "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
_UNSEEN = re.compile(
    rf"[\x00-\x1f\x7f-\x9f{_MARKS}]"
    r"|:(?=:[A-Za-z])"
    r"|\#(?=\#(?:\[|[a-z]+\[))"
)
"""Controls, bidi controls, separators, halves of characters; and what begins a log's command."""

_UNSEEN_IN_LINES = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_MARKS}]")


def plain(text: str) -> str:
    r"""Words without their soft hyphens, as they are searched, compared, sorted and printed.

    >>> plain("kauko\u00adlaina")
    'kaukolaina'

    Drawings and HTML keep them, since there they show where a word may be broken.
    """
    return text.replace("\u00ad", "")


def shown(text: str) -> str:
    r"""Words as one line that a terminal shows and obeys in nothing.

    >>> print(shown("\x1b[2J and \u202e, one\nline"))
    \x1b[2J and U+202E, one line
    >>> print(shown("::set-output name=x::y"))
    \x3a:set-output name=x\x3a:y

    A byte of a file's name that is no UTF-8 is shown as that byte.
    """
    return _UNSEEN.sub(_named, _BREAK.sub(" ", plain(text)))


def shown_lines(text: str) -> str:
    r"""A text for a terminal, what it would obey made visible; the ends of lines stay.

    >>> print(shown_lines("id,name\n1,\x1b[2J"))
    id,name
    1,\x1b[2J
    """
    return _UNSEEN_IN_LINES.sub(_named, text.replace("\r\n", "\n"))


def as_lines(texts: Iterable[str]) -> str:
    """Texts for a terminal, each on one line of its own, what it would obey made visible."""
    return "".join(f"{shown(text)}\n" for text in listed(texts, "texts"))


def shortly(value: object) -> str:
    """A value as Python writes it, not all of a long one: for what a script gave."""
    given = repr(value)
    return given if len(given) <= _LONG else f"{given[:_LONG]}…"


def legal(text: str) -> str:
    """The text with a replacement sign for each character that XML and HTML cannot hold."""
    return text if text.isprintable() else re.sub(_ILLEGAL, "\ufffd", text)


def _named(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code in _STRAY_BYTES:
        code -= 0xDC00
    return f"\\x{code:02x}" if code < _CONTROLS_END else f"U+{code:04X}"
