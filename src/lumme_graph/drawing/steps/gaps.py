"""The gaps between the cards of a sheet: what stands in each, and so how wide the cards are."""

from __future__ import annotations

from collections import defaultdict
from typing import Final, NamedTuple

from lumme_graph.drawing.steps.columns import GAP, LABELS, TAIL
from lumme_graph.drawing.steps.routes import BoxAt, Route, Routes
from lumme_graph.drawing.steps.rows import SheetOf

ARROW: Final = 3.2
"""Room for the head of an arrow and a little of its line."""
BAR: Final = (1.6, 12.0)
"""Where parallel ways part or meet: width and height."""
DIAMOND: Final = 4.4
"""From corner to corner of a choice."""
END: Final = 6.0
"""Room for where a path begins or ends."""
_TRACK: Final = 2.0
_SHRINK: Final = 0.2
"""How much of a column its gap may take at most, on either side."""


class CardGap(NamedTuple):
    """A gap before a column: its edges, and what stands at each; loops run in the middle."""

    left: float
    right: float
    out: float
    into: float


class Gaps:
    """The cards of a sheet by columns, and the gaps before, between and after them."""

    def __init__(self, sheet: SheetOf, of: Routes) -> None:
        self._sheet = sheet
        self._of = of
        self._numbered = of.cards
        self._joined = {route.link.target for route in of.routes if route.link.joins}
        self._loops = self._loops_by_gap()
        self.cards = self._cards_in_columns()
        """The left edge and the width of the card of each column."""
        self.gaps = [self._gap(place) for place in range(len(self.cards) + 1)]
        """The gap before each column, and the one after the last."""
        self.tracks = self._tracks_of_loops()
        """Where loops change lanes, by the places of their routes."""

    def _loops_by_gap(self) -> dict[int, list[int]]:
        """The loops from one lane to another, by the gap in which they change lanes."""
        loops: dict[int, list[int]] = defaultdict(list)
        for place, route in enumerate(self._of.routes):
            match route:
                case Route(kind="loop", source=BoxAt() as source, target=BoxAt() as target):
                    if source.lane != target.lane:
                        loops[source.column].append(place)
                case _:
                    pass
        return loops

    def _cards_in_columns(self) -> list[tuple[float, float]]:
        """The left edge and width of the cards, narrower where a gap asks for more room."""
        columns = self._sheet.columns
        asked = [
            self._leaving(place)[1] + len(self._loops[place]) * _TRACK + self._entering(place)[1]
            for place in range(len(columns) + 1)
        ]
        inner = max([GAP, *asked[1:-1]])
        inset = max((inner - GAP) / 2, asked[-1] - TAIL, 0.0)
        inset = min(inset, columns[0].width * _SHRINK) if columns else 0.0
        return [(column.x + inset, column.width - 2 * inset) for column in columns]

    def _leaving(self, gap: int) -> tuple[float, float]:
        """Of what stands right of the card before a gap: how far off its middle is, and its room."""
        spot = self._numbered.get(gap - 1)
        if spot is None:
            return 0.0, 0.0
        if any(sign.value == "end" for sign in spot.box.ends):
            return END - 1.9, END
        if spot.box.id in self._of.splits:
            return 1.4 + BAR[0] / 2, 1.4 + BAR[0]
        if spot.box.id in self._of.choices:
            return 0.8 + DIAMOND / 2, 0.8 + DIAMOND
        return 1.6, 1.6

    def _entering(self, gap: int) -> tuple[float, float]:
        """Of what stands left of the card after a gap: how far off its middle is, and its room."""
        spot = self._numbered.get(gap)
        if spot is None:
            return 0.0, 0.0
        if any(sign.value == "start" for sign in spot.box.ends):
            return END - 2.2, END
        if spot.box.id in self._joined:
            return ARROW + BAR[0] / 2, ARROW + BAR[0]
        return ARROW, ARROW

    def _gap(self, place: int) -> CardGap:
        frame, columns = self._sheet.frame, self._sheet.columns
        left = sum(self.cards[place - 1]) if place else frame.left + LABELS + 1
        if place < len(self.cards):
            right = self.cards[place][0]
        else:
            right = columns[-1].right + TAIL if columns else left
        return CardGap(
            left, right, left + self._leaving(place)[0], right - self._entering(place)[0]
        )

    def _tracks_of_loops(self) -> dict[int, float]:
        tracks: dict[int, float] = {}
        for place, loops in self._loops.items():
            gap = self.gaps[place]
            first = gap.left + self._leaving(place)[1]
            room = gap.right - self._entering(place)[1] - first
            step = room / (len(loops) + 1)
            tracks |= {loop: first + step * (i + 1) for i, loop in enumerate(loops)}
        return tracks
