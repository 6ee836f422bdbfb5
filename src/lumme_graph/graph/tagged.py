"""The tags of elements: which there are, and what has one of some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lumme_graph.base.by_name import unknown
from lumme_graph.base.error import UnknownNameError
from lumme_graph.elements.evidence import KeptElement

AnyTags = str | Iterable[str]
"""One tag, or several of which an element has one at least; none of them asks for all elements."""


class UnknownTagError(UnknownNameError):
    """No element has a tag; the message names the nearest that there is."""


def tags(graph: Iterable[KeptElement]) -> dict[str, int]:
    """The tags that there are, by their names, and how many elements have each.

    >>> import lumme_graph as lg
    >>> lg.tags([lg.Need(id="need-hours", name={"en": "Hours"}, tags=["pilot", "2027"])])
    {'2027': 1, 'pilot': 1}
    """
    found = Counter(tag for one in graph for tag in dict.fromkeys(one.tags))
    return dict(sorted(found.items()))


def asked_tags(given: AnyTags | None) -> tuple[str, ...]:
    """The tags that are asked for, each once; a single one may stand by itself."""
    several = (given,) if isinstance(given, str) else given or ()
    return tuple(dict.fromkeys(tag for tag in several if tag))


def has_tag(element: KeptElement, asked: tuple[str, ...]) -> bool:
    """Has an element one of the tags that are asked for? Where none are, every element is wanted."""
    return not asked or not set(asked).isdisjoint(element.tags)


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
