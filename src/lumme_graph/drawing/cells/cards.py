"""Ranked cards in a row: a plate with the rank and what is gained, and beside it what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lumme_graph.drawing import palette
from lumme_graph.drawing.cells.flow import Draw, Filling, Flowable
from lumme_graph.drawing.frame import Frame
from lumme_graph.drawing.lettering import Lettering, lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Paint, Rect, Shape, ShapeGroup
from lumme_graph.views.shapes import Box, DrawnFact

_GAP = 5.5
_PLATE = 0.195
"""The share of a card that is its plate."""
_INSET = 3.0
_AIR = 0.9


@dataclass(frozen=True, slots=True)
class _Card:
    """A card laid out: its rank, its gain, the facts beside them, and the least height."""

    box: Box
    rank: Lettering
    gain: tuple[Lettering, str] | None
    body: tuple[tuple[Lettering, str], ...]
    last: tuple[Lettering, str] | None
    plate: float

    @property
    def height(self) -> float:
        """The least height."""
        body = sum(words.height + _AIR for words, _ in self.body)
        last = self.last[0].height + _AIR if self.last else 0.0
        gain = self.gain[0].height if self.gain else 0.0
        return max(body + last, self.rank.height + gain) + 2 * _INSET

    def draw(self, around: Frame, x: float, y: float, size: tuple[float, float]) -> ShapeGroup:
        """The card from its upper left corner."""
        width, height = size
        tone = palette.STATES[self.box.tone or "gap"]
        border = Paint(palette.PAPER, tone.fill, 0.6)
        shapes: list[Shape] = [
            Rect(x, y, width, height, border, 1.6),
            Rect(x, y, self.plate, height, Paint(tone.fill), 1.6),
            self.rank.at(x + self.plate / 2, y + _INSET / 2, anchor="middle"),
        ]
        if self.gain:
            words, fact = self.gain
            low = y + height - _INSET - words.height
            shapes.append(words.at(x + self.plate / 2, low, fact=fact, anchor="middle"))
        at = y + _INSET
        for words, fact in self.body:
            shapes.append(words.at(x + self.plate + _INSET, at, fact=fact))
            at += words.height + _AIR
        if self.last:
            words, fact = self.last
            low = y + height - _INSET / 2 - words.height
            shapes.append(words.at(x + self.plate + _INSET, low, fact=fact))
        id_ = self.box.id
        return ShapeGroup(tuple(shapes), around.group_id(id_), (("id", id_),))


def add_cards(flow: Filling) -> None:
    """Put the rows of cards of a grid on its first sheet."""
    for row in flow.grid.rows:
        if row.look == "boxes":
            boxes = [box for cell in row.cells for box in cell.boxes]
            width = (flow.width - (max(3, len(boxes)) - 1) * _GAP) / max(3, len(boxes))
            cards = [_card(box, width, flow.paper) for box in boxes]
            height = max(card.height for card in cards)
            flow.add(Flowable(height, _draw(cards, width, height)))


def _draw(cards: Sequence[_Card], width: float, height: float) -> Draw:
    def draw(around: Frame, y: float) -> list[Shape]:
        return [
            card.draw(around, around.left + n * (width + _GAP), y, (width, height))
            for n, card in enumerate(cards)
        ]

    return draw


def _card(box: Box, width: float, paper: Paper) -> _Card:
    plate = width * _PLATE
    room = width - plate - 2 * _INSET
    ink = palette.STATES[box.tone or "gap"].ink
    rank = one_line(str(box.number or ""), paper.size("big"), bold=True, colour=ink)
    gain = next((fact for fact in box.facts if fact.value is not None), None)
    last = next((fact for fact in box.facts if fact.role == "id"), None)
    rest = [fact for fact in box.facts if fact not in (gain, last)]
    return _Card(
        box,
        rank,
        (
            lettering(gain.words, plate - 2, paper.size("value"), bold=True, colour=ink),
            gain.id,
        )
        if gain
        else None,
        tuple((_words(fact, room, paper), fact.id) for fact in rest),
        (
            lettering(last.words, room, paper.size("note"), colour=palette.MUTED, note=True),
            last.id,
        )
        if last
        else None,
        plate,
    )


def _words(fact: DrawnFact, room: float, paper: Paper) -> Lettering:
    size = paper.size("content")
    match fact.role:
        case "head":
            return lettering(fact.words, room, paper.size("value"), bold=True)
        case "sub" | "quote":
            return lettering(fact.words, room, size, colour=palette.MUTED)
        case _:
            return lettering(fact.words, room, size)
