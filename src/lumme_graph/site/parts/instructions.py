"""Instructions as steps where they are several sentences, else as prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Stated
from lumme_graph.reports.html.tree import h
from lumme_graph.site.here import Here
from lumme_graph.site.parts.record import text

_END: Final = re.compile(r"(?:(?<=[^\W\d_]{3}[.!?])|(?<=[)”\"][.!?]))\s+(?=[^\W\d_])")
"""Where a sentence ends: after a word or a bracket, never after a number or an abbreviation."""


def instructions(here: Here, words: Text, owner: Stated) -> ET.Element:
    """What the customer does, step by step where that is said in several sentences."""
    said = here.say(words)
    steps = sentences(said.words)
    if len(steps) == 1 or said.fallback:
        return h("p", text(here, words), here.letter(owner))
    return h("ol", [h("li", step, here.letter(owner)) for step in steps], class_="steps")


def sentences(words: str) -> list[str]:
    """The sentences of a text.

    >>> sentences("Fetch it by 1. May. Pay when you come (Mikkeli, undated page).")
    ['Fetch it by 1. May.', 'Pay when you come (Mikkeli, undated page).']
    """
    return list(_sentences(words))


def _sentences(words: str) -> Iterator[str]:
    start = 0
    for found in _END.finditer(words):
        if words[found.end()].isupper():
            yield words[start : found.start()]
            start = found.end()
    yield words[start:]
