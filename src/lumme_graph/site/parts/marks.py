"""What the marks of standing mean, in full."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import Standing
from lumme_graph.reports.html.tree import h
from lumme_graph.site.here import LOOKS, NBSP, Here
from lumme_graph.views.standing import LETTERS

_MEANS: Final = {
    Standing.SOURCED: Label("It was read in a source; the letter leads to the source."),
    Standing.DERIVED: Label("It follows from sources, and how it follows is written down."),
    Standing.ILLUSTRATIVE: Label(
        "It was invented to show what a guide could say. Do not rely on it."
    ),
}
_UNKNOWN: Final = Label("not known")
_UNKNOWN_MEANS: Final = Label(
    "No source says so, and none says otherwise. It does not mean no: ask the library."
)


def key_of_standings(here: Here) -> ET.Element:
    """Each letter with its word and what it means; and what it means that something is not known."""
    items = [
        h(
            "div",
            h("dt", h("b", LETTERS[one], class_=LOOKS[one]), NBSP, here.say(one.label)),
            h("dd", here.say(means)),
        )
        for one, means in _MEANS.items()
    ]
    unknown = h(
        "div",
        h("dt", h("b", "?", class_="s i"), NBSP, here.say(_UNKNOWN)),
        h("dd", here.say(_UNKNOWN_MEANS)),
    )
    return h("dl", items, unknown, class_="standings")
