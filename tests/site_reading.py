"""Pages of a site as a browser reads them: a tree, its words, and its chapters."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree as ET

_VOID = frozenset({"meta", "img", "br", "hr", "input", "link"})


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tree = ET.TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.tree.end(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.data(data)


def main_of(page: bytes) -> ET.Element:
    """The main part of a page."""
    builder = _Builder()
    builder.feed(page.decode())
    main = builder.tree.close().find(".//main")
    assert main is not None
    return main


def words(element: ET.Element) -> str:
    """What is read in an element, each space once."""
    return " ".join("".join(element.itertext()).split())


def found(root: ET.Element, tag: str, class_: str = "") -> list[ET.Element]:
    """The elements with a tag, and a class among theirs."""
    return [one for one in root.iter(tag) if not class_ or class_ in one.get("class", "").split()]


def chapter(main: ET.Element, id_: str) -> list[ET.Element]:
    """What follows the heading with an id, up to the next of its level; empty where there is none."""
    article = main.find(".//article")
    assert article is not None
    made: list[ET.Element] = []
    inside = False
    for child in article:
        if child.tag == "h2":
            inside = child.get("id") == id_
        elif inside:
            made.append(child)
    return made
