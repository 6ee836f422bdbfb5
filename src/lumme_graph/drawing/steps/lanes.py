"""Lanes: whose turn it is. Cards stand in them, arrows run in the channel above the cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.drawing import palette
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.scene import Paint, Rect, Shape, ShapeGroup
from lumme_graph.drawing.steps.boundaries import boundary
from lumme_graph.drawing.steps.channels import Channels
from lumme_graph.drawing.steps.columns import LABELS
from lumme_graph.drawing.steps.rows import Band, BoxPlace, Drawn, SheetOf
from lumme_graph.drawing.steps.step_card import SmallBox, StepCard, is_free, small_box, step_card
from lumme_graph.views.shapes import Box, GridRow

_NO_STEPS: Final = Label("no steps", "in a lane")
_EMPTY: Final = 12.0
_PAD: Final = 1.9
_LABEL_PAD: Final = 2.0
_GROWS: Final = 0.4
"""How much higher than needed a card may become, where there is room."""
_PLAIN: Final = palette.Tone(palette.LABEL, palette.INK)


@dataclass(frozen=True, slots=True)
class _Lane:
    """A lane of a sheet with what stands in it, by columns."""

    row: GridRow
    place: int
    of: Channels
    cards: tuple[tuple[int, StepCard], ...]
    small: tuple[tuple[int, SmallBox], ...]
    names: tuple[Lettering, ...]
    nothing: Lettering
    gap: float = 1.0

    @property
    def above(self) -> float:
        """Down to the rules of the cards: the same for all, so that they align."""
        return max((card.above for _, card in self.cards), default=0.0)

    @property
    def body(self) -> float:
        """The height of the cards."""
        above = self.above
        tall = [above + card.below for _, card in self.cards]
        return max([*tall, *(box.height for _, box in self.small), self.of.body(self.place)])

    @property
    def top(self) -> float:
        """The height of the channel above the cards."""
        return max(self.pad, self.of.heights.get(self.place, 0.0) + 1.0)

    @property
    def pad(self) -> float:
        """The air around what stands in the lane."""
        return _PAD if self.cards else _PAD - 0.4

    @property
    def least(self) -> float:
        """The height of the channel, the cards and the air below; of an empty lane, a narrow one."""
        named = sum(one.height for one in self.names) + 2 * _LABEL_PAD
        if not self.cards and not self.small and not self.of.body(self.place):
            return max(_EMPTY, named)
        return max(self.top + self.body + self.pad, named)

    @property
    def hunger(self) -> float:
        """A share of spare height for a lane with cards, or with room to write in."""
        return 1.0 if self.cards or self.is_free else 0.0

    @property
    def is_free(self) -> bool:
        """Is it left free to write in?"""
        boxes = [card.box for _, card in self.cards] + [one.box for _, one in self.small]
        return any(map(is_free, boxes))

    def draw(self, sheet: SheetOf, y: float, height: float) -> Drawn:
        """The lane, its name and its boxes."""
        frame = sheet.frame
        tone = palette.LANES.get(self.row.tone, _PLAIN)
        left = frame.left + LABELS + 1
        shapes: list[Shape] = [
            Rect(frame.left, y, LABELS, height, Paint(fill=palette.LABEL)),
            Rect(left, y, frame.right - left, height, Paint(fill=tone.fill)),
        ]
        at = y + _LABEL_PAD
        for name in self.names:
            shapes.append(name.at(frame.left + _LABEL_PAD, at))
            at += name.height
        if not self.cards and not self.small:
            shapes.append(self.nothing.centred(self._clear, y + height / 2))
        drawn = list(self._boxes(sheet, y, height))
        groups = tuple(group for group, _, _ in drawn)
        group = ShapeGroup((*shapes, *groups), frame.group_id(self.row.id), (("row", self.row.id),))
        return Drawn((group,), {box.id: place for _, box, place in drawn})

    @property
    def _clear(self) -> float:
        """In the first column, right of the upright links there."""
        x, width = self.of.cards[0]
        return max([x, *(post for post in self.of.posts.values() if post < x + width)]) + 2.5

    def _boxes(
        self, sheet: SheetOf, y: float, height: float
    ) -> Iterator[tuple[ShapeGroup, Box, BoxPlace]]:
        spare = height - self.top - self.body - self.pad
        grown = min(spare, _GROWS * self.body) if self.cards else 0.0
        grown = spare if self.is_free else grown
        top, tall = y + self.top + (spare - grown) / 2, self.body + grown
        above = self.above + 0.4 * grown
        for column, card in self.cards:
            x, width = self.of.cards[column]
            group = card.draw(x, top, tall, sheet.frame.group_id(card.box.id), above)
            yield group, card.box, BoxPlace(x, top, width, tall)
        for column, box in self.small:
            x, width = self.of.cards[column]
            high = tall if self.is_free else box.height
            place = BoxPlace(x, top + (tall - high) / 2, width, high)
            yield box.draw(x, place.y, high, sheet.frame.group_id(box.box.id)), box.box, place


def lanes(sheet: SheetOf, of: Channels) -> Iterator[Band]:
    """The lanes of a sheet and the lines between them, from the top."""
    places = {row.id: place for place, row in enumerate(of.of.lanes)}
    for row in sheet.grid.rows:
        if row.look == "lane":
            yield _lane(row, places[row.id], of, sheet)
        else:
            yield boundary(row, of, sheet)


def _lane(row: GridRow, place: int, of: Channels, sheet: SheetOf) -> _Lane:
    paper = sheet.frame.paper
    size = paper.size("content")
    here = [spot for spot in of.of.spots.values() if spot.lane == place]
    names = [lettering(row.words, LABELS - 2 * _LABEL_PAD, size, bold=True)]
    if row.sub:
        sub = lettering(row.sub, LABELS - 2 * _LABEL_PAD, size, colour=palette.MUTED)
        names.append(sub)
    return _Lane(
        row,
        place,
        of,
        tuple(
            (spot.column, step_card(spot.box, of.cards[spot.column][1], paper))
            for spot in here
            if spot.box.is_step
        ),
        tuple(
            (spot.column, small_box(spot.box, of.cards[spot.column][1], paper))
            for spot in here
            if not spot.box.is_step
        ),
        tuple(names),
        lettering(sheet.grid.head.speak(_NO_STEPS), 99, size, colour=palette.MUTED),
    )
