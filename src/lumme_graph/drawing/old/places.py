"""The cards, tabs and lanes of a measured sheet, at their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.cards import Card
from lumme_graph.drawing.old.pages import AIR, LaneRow, Page
from lumme_graph.drawing.old.tabs import DEEP, HIGH, TAB, WIDE, Tab


@dataclass(frozen=True, slots=True)
class Placed:
    """A card or a tab: upper left corner and size."""

    id: str
    what: Card | Tab
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A lane's band over the whole width."""

    row: LaneRow
    y: float
    height: float
    inside: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """A sheet whose boxes all have a place; only the arrows are missing."""

    page: Page
    rows: tuple[PlacedRow, ...]
    bottom: float
    """The lower edge of the lanes."""

    @property
    def boxes(self) -> tuple[Placed, ...]:
        """Everything that an arrow may join and must not cross."""
        return tuple(placed for row in self.rows for placed in row.inside)


def place(page: Page) -> Places:
    """Lanes top down, cards in the middle of their cells."""
    y = theme.MARGIN + page.header.height + AIR
    rows: list[PlacedRow] = []
    for row, height in zip(page.rows, page.lane_heights, strict=True):
        inside = (*_cards(page, row, y, height), *_tabs(page, row, y, height))
        rows.append(PlacedRow(row, y, height, inside))
        y += height
    return Places(page, tuple(rows), y)


def _cards(page: Page, row: LaneRow, y: float, height: float) -> Iterator[Placed]:
    for card in row.cards:
        x = page.middles[card.node.column] - page.card_width / 2
        top = y + (height - row.card_height) / 2
        yield Placed(card.node.id, card, x, top, page.card_width, row.card_height)


def _tabs(page: Page, row: LaneRow, y: float, height: float) -> Iterator[Placed]:
    for right in (False, True):
        mine = [tab for tab in row.tabs if tab.right == right]
        x = page.right - WIDE - 1 if right else theme.MARGIN + theme.LABELS + (TAB - WIDE) / 2 - 1
        for i, tab in enumerate(mine):
            middle = y + height / 2 + (i - (len(mine) - 1) / 2) * DEEP
            yield Placed(tab.id, tab, x, middle - HIGH / 2, WIDE, HIGH)
