"""HTML as a tree: ElementTree does the escaping; what HTML cannot hold is replaced."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.forms import direction
from lumme_graph.base.shown import legal
from lumme_graph.base.speaker import Said

Child = ET.Element | Said | str
"""What stands in an element; words in another language than the page's are marked as such."""

_ONE: Final = (ET.Element, str, Said)


def h(tag: str, *children: Child | Iterable[Child], **attributes: str) -> ET.Element:
    """An HTML element; a trailing underscore in an attribute's name is dropped, others are hyphens.

    >>> ET.tostring(h("a", "R&B", href="x", class_="y"), encoding="unicode", method="html")
    '<a href="x" class="y">R&amp;B</a>'
    """
    element = ET.Element(tag, {_named(name): legal(value) for name, value in attributes.items()})
    for child in children:
        if isinstance(child, _ONE):
            _append(element, child)  # pyright: ignore[reportUnknownArgumentType]
        else:
            for part in child:
                _append(element, part)
    return element


@cache
def _named(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def in_language(lang: str) -> dict[str, str]:
    """The attributes that say in which language words are, and which way it is written."""
    return {"lang": lang, "dir": direction(lang)}


def _append(element: ET.Element, part: Child) -> None:
    if isinstance(part, ET.Element):
        element.append(part)
    elif isinstance(part, Said):
        _say(element, part)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + legal(part)
    else:
        element.text = (element.text or "") + legal(part)


def _say(element: ET.Element, said: Said) -> None:
    """Words; those that stand in for another language say so, and the style may mark them."""
    if said.fallback:
        element.append(h("span", said.words, class_="other", **in_language(said.lang)))
    else:
        _append(element, said.words)


def document(html: ET.Element, *, indented: bool = True) -> str:
    """A whole page as text; a large one is lighter without indents."""
    if indented:
        ET.indent(html, space=" ")
    return "<!DOCTYPE html>\n" + ET.tostring(html, encoding="unicode", method="html") + "\n"
