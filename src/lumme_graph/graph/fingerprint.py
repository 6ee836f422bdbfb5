"""Fingerprints of content: what a review has seen, in 18 characters.

`1:` and 16 hexadecimal digits of SHA-256 over canonical JSON of the normative fields: keys sorted,
Unicode NFC, line ends LF, trimmed. The id, the place in the file and remarks are no content.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from functools import cache
from typing import Any

from lumme_graph.load.document import is_list, is_map
from lumme_graph.meta.element import Element, Node
from lumme_graph.meta.spec import Spec, specs


def fingerprint(element: Element) -> str:
    """The fingerprint of what an element says.

    >>> from lumme_graph.elements import Touchpoint
    >>> desk = Touchpoint(id="touchpoint-desk", name={"en": "Desk"}, channel="service-location")
    >>> fingerprint(desk) == fingerprint(desk.model_copy(update={"note": "moved"}))
    True
    """
    return _hashed(_content(element))


def text_fingerprint(words: str) -> str:
    """The fingerprint of a text, such as the source-language prose of a section."""
    return _hashed(_tidy(words))


def _hashed(content: object) -> str:
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "1:" + hashlib.sha256(canonical.encode()).hexdigest()[:16]


@cache
def _normative(cls: type[Node]) -> tuple[Spec, ...]:
    return tuple(spec for spec in specs(cls) if spec.prop.normative)


def _content(node: Node) -> dict[str, Any]:
    dumped = node.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    content = {
        spec.alias: _records(getattr(node, spec.name)) if spec.record else _tidy(dumped[spec.alias])
        for spec in _normative(type(node))
        if spec.alias in dumped
    }
    local = getattr(node, "id", None)
    return content if isinstance(node, Element) or local is None else {"id": local, **content}


def _records(value: Node | tuple[Node, ...]) -> Any:
    if isinstance(value, Node):
        return _content(value)
    return [_content(record) for record in value]


def _tidy(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if is_list(value):
        return [_tidy(part) for part in value]
    if is_map(value):
        return {key: _tidy(part) for key, part in value.items()}
    return value
