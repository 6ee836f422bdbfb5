"""Tabs at the edge of a sheet: where the flow goes on to another sheet, or comes from one."""

from __future__ import annotations

from dataclasses import dataclass

from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.blocks import block
from lumme_graph.drawing.old.scene import Box, Paint, Shape, ShapeGroup
from lumme_graph.views.network import Arrow, Network, NetworkLane, NetworkNode

TAB = 15.0
"""Width kept free for tabs on each side of a sheet."""
WIDE, HIGH, DEEP = 11.0, 6.4, 8.4


@dataclass(frozen=True, slots=True)
class Tab:
    """One end of an arrow whose other end is on another sheet."""

    arrow: Arrow
    text: str
    leaving: bool
    right: bool

    @property
    def id(self) -> str:
        """Unlike every node's id, as those have no colon."""
        return f"tab:{self.arrow.source}:{self.arrow.target}"


def tabs(network: Network, lane: NetworkLane, nodes: tuple[NetworkNode, ...]) -> tuple[Tab, ...]:
    """The tabs in a lane of the sheet that shows these nodes."""
    every = {node.id: node for node in network.nodes}
    here = {node.id for node in nodes}
    found: list[Tab] = []
    for arrow in network.arrows:
        source, target = every[arrow.source], every[arrow.target]
        near, far = (source, target) if source.id in here else (target, source)
        if near.lane == lane.id and len({source.id, target.id} & here) == 1:
            leaving = near is source
            text = f"→ {far.number}" if leaving else f"{far.number} →"
            found.append(Tab(arrow, text, leaving, far.column > near.column))
    return tuple(found)


def draw_tab(tab: Tab, x: float, y: float, lang: str, group: str) -> ShapeGroup:
    """A tab with its middle at (x, y)."""
    words = block(tab.text, WIDE, lang, bold=True, colour=theme.ACCENT)
    shapes: tuple[Shape, ...] = (
        Box(
            x - WIDE / 2,
            y - HIGH / 2,
            WIDE,
            HIGH,
            Paint(fill=theme.PALE, stroke=theme.ACCENT, width=0.4),
            HIGH / 2,
        ),
        words.at(x, y - words.height / 2, anchor="middle", fact="tab"),
    )
    return ShapeGroup(group, shapes)
