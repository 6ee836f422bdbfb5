"""The key facts of a page in a row: what each is, its value, and a line below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from lumme_graph.reports.html.tree import Child, h


class KeyFact(NamedTuple):
    """A key fact: its label, its value, and what is said below it."""

    label: Child
    value: Sequence[Child]
    below: Sequence[Child] = ()


def facts(*found: KeyFact) -> ET.Element:
    """The key facts; without any, an empty list."""
    return h("dl", [_fact(one) for one in found], class_="facts")


def _fact(one: KeyFact) -> ET.Element:
    below = [h("span", one.below)] if one.below else []
    return h("div", h("dt", one.label), h("dd", h("strong", one.value), below))
