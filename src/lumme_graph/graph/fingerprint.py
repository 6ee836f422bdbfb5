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
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from typing import Any, Final, NamedTuple

from pydantic_core import to_jsonable_python

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.shown import plain
from lumme_graph.base.text import Text
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.spec import Spec, specs
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


_JSON: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_canonical: Final = _JSON.encode


class _Field(NamedTuple):
    """A normative field: its name in the model and in Python, its default, and what is its content."""

    alias: str
    name: str
    default: object
    content: Callable[[Any], object]


@cache
def _normative(cls: type[Node]) -> tuple[_Field, ...]:
    return tuple(
        _Field(spec.alias, spec.name, cls.model_fields[spec.name].default, _content_of(spec))
        for spec in specs(cls)
        if spec.prop.normative
    )


def _content_of(spec: Spec) -> Callable[[Any], object]:
    """What takes the content of a field from its value."""
    one = _content if spec.record else _words if spec.datatype is Text else _plain
    if not spec.many:
        return one
    return partial(_list if spec.prop.ordered else _as_set, one)


def _content(node: Node) -> dict[str, object]:
    values = vars(node)
    content = {
        field.alias: field.content(values[field.name])
        for field in _normative(type(node))
        if values[field.name] != field.default
    }
    if isinstance(node, Record) and node.key == ("id",):
        return {"id": node.id, **content}
    return content


def _list(content: Callable[[Any], object], values: Iterable[Any]) -> list[object]:
    return [content(value) for value in values]


def _as_set(content: Callable[[Any], object], values: Iterable[Any]) -> list[object]:
    """Each part once, in an order of our own."""
    found = {_canonical(part): part for part in map(content, values)}
    return [found[key] for key in sorted(found)]


def _words(text: Text) -> dict[str, str]:
    return {tag.lower(): _tidy(words) for tag, words in text.items()}


def _plain(value: object) -> object:
    """A value as JSON has it: the digits of a number without zeros at the end."""
    if isinstance(value, str):
        return _tidy(str(value))
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.plain() if isinstance(value, UncertainDate) else to_jsonable_python(value)


def _tidy(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", plain(words)).split())
