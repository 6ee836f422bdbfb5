"""Fingerprints of content: what a review has seen, in 18 characters.

`2:` and 16 hexadecimal digits of SHA-256 over canonical JSON of the normative fields: keys sorted,
Unicode NFC, white space as one space, no soft hyphens. A list whose order means nothing is taken as a set. Ids, but for
those of steps and phases, the place in the file, zeros at the end of a number and remarks are no
content. Of Markdown only what it says is taken: how its
lines are wrapped is none of it, but for code.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from lumme_graph.base.shown import plain
from lumme_graph.base.text import Text
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.reading.document import is_list, is_map
from lumme_graph.reading.markdown import blocks

_FORM = "2:"
"""The form of today; a fingerprint of another form says nothing."""


class ReviewState(StrEnum):
    """Whether what a review has seen is still as it was."""

    FRESH = "fresh"
    STALE = "stale"
    UNREVIEWED = "unreviewed"


def review_state(seen: str | None, now: str) -> ReviewState:
    """The state of a review, by the fingerprint that it has stored and the one of now.

    >>> review_state("1:0123456789abcdef", "2:0123456789abcdef").value
    'unreviewed'
    """
    if seen is None or not seen.startswith(_FORM):
        return ReviewState.UNREVIEWED
    return ReviewState.FRESH if seen == now else ReviewState.STALE


def fingerprint(element: Element) -> str:
    """The fingerprint of what an element says.

    >>> from lumme_graph.elements.offer import Touchpoint
    >>> desk = Touchpoint(id="touchpoint-desk", name={"en": "Desk"}, channel="service-location")
    >>> fingerprint(desk) == fingerprint(desk.model_copy(update={"note": "moved"}))
    True
    """
    return _hashed(_content(element))


def text_fingerprint(words: str) -> str:
    r"""The fingerprint of a text in Markdown, such as the source-language prose of a section.

    >>> text_fingerprint("two \nwords") == text_fingerprint("two words")
    True
    """
    return _hashed(list(blocks(words)))


def _hashed(content: object) -> str:
    return _FORM + hashlib.sha256(_canonical(content).encode()).hexdigest()[:16]


def _canonical(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@cache
def _normative(cls: type[Node]) -> tuple[Spec, ...]:
    return tuple(spec for spec in specs(cls) if spec.prop.normative)


def _content(node: Node) -> dict[str, Any]:
    dumped = node.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    content = {
        spec.alias: _value(spec, getattr(node, spec.name), dumped[spec.alias])
        for spec in _normative(type(node))
        if spec.alias in dumped
    }
    if isinstance(node, Record) and node.key == ("id",):
        return {"id": node.id, **content}
    return content


def _value(spec: Spec, value: Any, dumped: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, Text):
        dumped = {tag.lower(): words for tag, words in value.items()}
    if spec.many and spec.datatype is Text:
        dumped = [{tag.lower(): words for tag, words in text.items()} for text in value]
    if not spec.many:
        return _content(value) if spec.record else _tidy(dumped)
    parts = [_content(record) for record in value] if spec.record else _tidy(dumped)
    return parts if spec.prop.ordered else _as_set(parts)


def _as_set(parts: Iterable[Any]) -> list[Any]:
    """Each part once, in an order of our own."""
    found = {_canonical(part): part for part in parts}
    return [found[key] for key in sorted(found)]


def _tidy(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", plain(value)).split())
    if is_list(value):
        return [_tidy(part) for part in value]
    if is_map(value):
        return {key: _tidy(part) for key, part in value.items()}
    return value
