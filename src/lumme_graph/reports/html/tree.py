"""HTML as a tree: ElementTree does the escaping; what HTML cannot hold is replaced."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from lumme_graph.base.shown import legal

Child = ET.Element | str


def h(tag: str, *children: Child | Iterable[Child], **attributes: str) -> ET.Element:
    """An HTML element; a trailing underscore in an attribute's name is dropped, others are hyphens.

    >>> ET.tostring(h("a", "R&B", href="x", class_="y"), encoding="unicode", method="html")
    '<a href="x" class="y">R&amp;B</a>'
    """
    names = {name.rstrip("_").replace("_", "-"): legal(value) for name, value in attributes.items()}
    element = ET.Element(tag, names)
    for child in children:
        for part in _parts(child):
            _append(element, part)
    return element


def _parts(child: Child | Iterable[Child]) -> Iterable[Child]:
    return (child,) if isinstance(child, str | ET.Element) else child  # pyright: ignore[reportUnknownVariableType]


def _append(element: ET.Element, part: Child) -> None:
    if isinstance(part, ET.Element):
        element.append(part)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + legal(part)
    else:
        element.text = (element.text or "") + legal(part)


def document(html: ET.Element, *, indented: bool = True) -> str:
    """A whole page as text; a large one is lighter without indents."""
    if indented:
        ET.indent(html, space=" ")
    return "<!DOCTYPE html>\n" + ET.tostring(html, encoding="unicode", method="html") + "\n"
