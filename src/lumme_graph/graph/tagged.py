"""The tags of elements: which there are, and what has one of some."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import cast

from lumme_graph.base.by_name import brief, unknown
from lumme_graph.base.error import UnknownNameError, ValueRefusedError
from lumme_graph.elements.evidence import KeptElement

AnyTags = str | Iterable[str]
"""One tag, or several of which an element has one at least; where it may be None, that asks for all."""


class UnknownTagError(UnknownNameError):
    """No element has a tag; the message names the nearest that there is."""


def tags(graph: Iterable[KeptElement]) -> dict[str, int]:
    """The tags that there are, by their names, and how many elements have each.

    >>> import lumme_graph as lg
    >>> lg.tags([lg.Need(id="need-hours", name={"en": "Hours"}, tags=["pilot", "2027"])])
    {'2027': 1, 'pilot': 1}
    """
    found = Counter(tag for one in graph for tag in _of(one))
    return dict(sorted(found.items()))


def asked_tags(given: AnyTags | None) -> tuple[str, ...]:
    """The tags that are asked for, each once; a single one may stand by itself.

    None asks for all elements. Raises `ValueRefusedError` for what names no tag.

    >>> asked_tags("pilot"), asked_tags(["pilot", "pilot", "old"]), asked_tags(None)
    (('pilot',), ('pilot', 'old'), ())
    """
    if given is None:
        return ()
    found = list(_several(given))
    if not found or not all(isinstance(tag, str) and tag.strip() for tag in found):
        raise ValueRefusedError(
            f"{brief(repr(given))} is no tag: give one, a list of some, or None for all elements"
        )
    return tuple(dict.fromkeys(_composed(str(tag)) for tag in found))


def has_tag(element: KeptElement, asked: tuple[str, ...]) -> bool:
    """Has an element one of the tags that are asked for? Where none are, every element is wanted."""
    return not asked or not set(asked).isdisjoint(_of(element))


def known_tags(graph: Iterable[KeptElement], given: AnyTags | None) -> tuple[str, ...]:
    """The tags that are asked for. Raises `UnknownTagError` where no element has one of them."""
    asked = asked_tags(given)
    if asked:
        there = tags(graph)
        for tag in asked:
            if not there:
                raise UnknownTagError(
                    "no element of the model has a tag: enter them in its field tags"
                )
            if tag not in there:
                raise UnknownTagError(unknown("tag", tag, there))
    return asked


def _several(given: object) -> Iterable[object]:
    if isinstance(given, str):
        return [given]
    return cast("Iterable[object]", given) if isinstance(given, Iterable) else []


def _of(element: KeptElement) -> dict[str, None]:
    return dict.fromkeys(map(_composed, element.tags))


def _composed(tag: str) -> str:
    """A tag as tags are compared: some keyboards write ä as an a with two dots after it."""
    return unicodedata.normalize("NFC", tag)
