"""The page of coverage as its readers have it: a tree, and the numbers that stand in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

VOID = re.compile(r"<((?:meta|link|img|input|br|wbr)\b[^>]*)>")


def tree(page: str) -> ET.Element:
    """The page as a tree; every element that is not empty must be closed in its turn."""
    head, text = page.split("\n", 1)
    assert head == "<!DOCTYPE html>"
    return ET.fromstring(VOID.sub(r"<\1/>", text))


def words(element: ET.Element) -> str:
    """What is read in an element, without the signs that stand beside their words."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: ET.Element) -> Iterator[str]:
    if element.get("aria-hidden") != "true":
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def table(root: ET.Element, look: str) -> ET.Element:
    """The table of a look."""
    (found,) = (one for one in root.iter("table") if look in one.get("class", "").split())
    return found


def rows(root: ET.Element, look: str) -> list[ET.Element]:
    """The rows in the bodies of a table."""
    return table(root, look).findall("tbody/tr")


def listed(root: ET.Element) -> Counter[str]:
    """How many cells the list of cells has of each state, and of those that are deep and gaps."""
    found = Counter[str]()
    for row in root.findall(".//table[@class='cells f']/tbody/tr"):
        for mark in (*row.get("data-s", "").split(), row.get("class", "")):
            found[mark] += int(words(row[-1]))
    return found


def links(root: ET.Element) -> list[tuple[str, str]]:
    """Every link: where it leads, and its words."""
    return [(one.get("href", ""), words(one)) for one in root.iter("a")]
