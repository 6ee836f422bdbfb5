"""Where everything stands on a sheet: columns are steps, rows are lanes, sizes come from the text."""

from __future__ import annotations

from dataclasses import dataclass

from lumme_graph.base.speaker import Said
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.blocks import Block, said_block
from lumme_graph.drawing.old.cards import Card, card
from lumme_graph.drawing.old.footer import Footer, footer
from lumme_graph.drawing.old.header import Header, header
from lumme_graph.drawing.old.moods import LEVEL, Moods, moods
from lumme_graph.drawing.old.sheets import Sheet
from lumme_graph.drawing.old.tabs import DEEP, Tab, tabs
from lumme_graph.views.network import Network, NetworkLane, NetworkNode

EMPTY = 10.5
"""Least height of a lane."""
AIR = 4.0
"""Between header, lanes and footer."""
WIDER, LOOSER = 12.0, 3.5
"""How much a lane and a step of feeling may grow to fill a sheet."""


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The columns of a sheet: its width, the distance of two columns, the room for tabs at each side."""

    width: float
    pitch: float
    side: float


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane with its cards, not yet placed."""

    lane: NetworkLane
    label: Block
    cards: tuple[Card, ...]
    tabs: tuple[Tab, ...]

    @property
    def card_height(self) -> float:
        """All cards of a lane are as high as its highest, so that arrows run straight."""
        return max((card.height for card in self.cards), default=0.0)

    @property
    def height(self) -> float:
        """The least height of the lane."""
        inside = max(self.card_height, len(self.tabs) * DEEP)
        return max(EMPTY, inside + 2 * theme.LANE_PAD, self.label.height + 2)


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet, measured."""

    network: Network
    sheet: Sheet
    number: int
    count: int
    width: float
    header: Header
    rows: tuple[LaneRow, ...]
    moods: Moods | None
    footer: Footer
    middles: dict[int, float]
    """Column → middle of its cards."""
    card_width: float

    @property
    def height(self) -> float:
        """The sheet's height; what it needs where that is more, or where the sheet has none."""
        return max(self.sheet.height or 0.0, self.needed)

    @property
    def fits(self) -> bool:
        """Whether the sheet is high enough."""
        return self.sheet.height is None or self.needed <= self.sheet.height

    @property
    def right(self) -> float:
        """The right edge of the lanes."""
        return self.width - theme.MARGIN

    @property
    def needed(self) -> float:
        """The least height that holds everything."""
        feelings = self.moods.height() if self.moods else 0.0
        lanes = sum(row.height for row in self.rows)
        return (
            2 * theme.MARGIN
            + self.header.height
            + AIR
            + lanes
            + feelings
            + AIR
            + self.footer.height
        )

    @property
    def spare(self) -> float:
        """What the sheet has beyond that."""
        return self.height - self.needed

    @property
    def level(self) -> float:
        """Distance of two feelings, a little looser where there is room."""
        return LEVEL + min(LOOSER, self.spare / 8)

    @property
    def lane_heights(self) -> tuple[float, ...]:
        """The heights of the lanes, a little wider where there is room."""
        left = self.spare - (4 * (self.level - LEVEL) if self.moods else 0.0)
        more = min(WIDER, left / max(1, len(self.rows)))
        return tuple(row.height + more for row in self.rows)


def measured(
    network: Network,
    sheet: Sheet,
    grid: SheetColumns,
    part: tuple[int, ...],
    place: tuple[int, int],
) -> Page:
    """Sheet n of m, with these columns."""
    left = theme.MARGIN + theme.LABELS + grid.side
    middles = {column: left + grid.pitch * (i + 0.5) for i, column in enumerate(part)}
    nodes = tuple(node for node in network.nodes if node.column in middles)
    wide, room = grid.pitch - theme.GAP, grid.width - 2 * theme.MARGIN
    first = min((node.number for node in nodes), default=None) if place[0] > 1 else None
    return Page(
        network=network,
        sheet=sheet,
        number=place[0],
        count=place[1],
        width=grid.width,
        header=header(network, room, place, first),
        rows=tuple(_row(network, lane, nodes, wide) for lane in network.lanes),
        moods=moods(nodes, middles, grid.pitch, network.speak),
        footer=footer(network, room),
        middles=middles,
        card_width=wide,
    )


def _row(
    network: Network, lane: NetworkLane, nodes: tuple[NetworkNode, ...], width: float
) -> LaneRow:
    cards = tuple(
        card(node, width, network.speak, exits(network, node))
        for node in nodes
        if node.lane == lane.id
    )
    label = said_block(lane.label, theme.LABELS - 5, bold=True)
    return LaneRow(lane, label, cards, tabs(network, lane, nodes))


def exits(network: Network, node: NetworkNode) -> tuple[tuple[str, Said], ...]:
    """The ways out of a step that need words: to which step, and when."""
    numbers = {other.id: other.number for other in network.nodes}
    said: list[tuple[str, Said]] = []
    for arrow in network.arrows:
        if arrow.source == node.id and (arrow.label or arrow.kind == "branch"):
            words = arrow.label or Said("", network.lang)
            said.append((f"→ {numbers[arrow.target]} {words.shown}".strip(), words))
    return tuple(said)
