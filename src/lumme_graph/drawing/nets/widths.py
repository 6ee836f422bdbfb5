"""How wide the boxes of a map are: alike, and wider where a name needs it."""

from __future__ import annotations

from typing import Final

from lumme_graph.drawing.card import PAD, Card, card
from lumme_graph.drawing.lettering import lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.views.shapes import Box, Network

_BASE: Final = {"a4": 32.0}
_USUAL = 37.0
"""The width of a box by paper."""
_WIDER = (1.0, 1.1, 1.2, 1.3, 1.6, 2.0, 2.5, 3.2)
_ALIKE = 1.3
"""Up to which width all boxes are as wide as the widest."""
_WORD = 1.6
"""Up to which width a box grows for one word; a longer word is broken."""
_LINES = 3
"""Of a name, before its box grows wider."""
_SQUARE = 1.1
"""Height to width of a box that says much, at most."""
PERSON = 5.4
"""The radius of the person in the middle."""


def cards_of(network: Network, paper: Paper) -> dict[str, Card]:
    """Every box of a map in its width."""
    base = _BASE.get(paper.name, _USUAL)
    asked = {box.id: _asked(box, base, paper) for _, box in network.boxes[1:]}
    usual = max((width for width in asked.values() if width <= base * _ALIKE), default=base)
    return {
        box.id: card(box, max(usual, asked[box.id]), paper, "content")
        for _, box in network.boxes[1:]
    }


def _asked(box: Box, base: float, paper: Paper) -> float:
    """The least width in which no word is broken and the box is not tall."""
    for wider in _WIDER:
        width = base * wider
        if _suits(box, width, base * _WORD - 2 * PAD, paper):
            return width
    return base * _WIDER[-1]


def _suits(box: Box, width: float, longest: float, paper: Paper) -> bool:
    room = width - 2 * PAD
    size = paper.size("content")
    for fact in box.facts:
        is_bold = fact.role == "head"
        words = (one_line(word, size, bold=is_bold).width for word in fact.words.shown.split())
        if any(room < word <= longest for word in words):
            return False
        if is_bold and len(lettering(fact.words, room, size, bold=True).lines) > _LINES:
            return False
    return card(box, width, paper, "content").height <= width * _SQUARE


def middle_size(box: Box, paper: Paper) -> tuple[float, float]:
    """The width and height of the box in the middle: its words under a person."""
    words = lettering(box.facts[0].words, 60.0, paper.size("step"), bold=True)
    return max(36.0, words.width + 10), 2 * PERSON + words.height + 8
