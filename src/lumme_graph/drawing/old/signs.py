"""The signs of cells, drawn as shapes, so that no font is needed for them."""

from __future__ import annotations

from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.blocks import block
from lumme_graph.drawing.old.scene import Box, Curve, Disc, Paint, Shape, number, points

RADIUS = 1.45
"""Of the round signs, in millimetres."""
LINE = 0.5


def sign(shape: str, x: float, y: float, colour: str) -> tuple[Shape, ...]:
    """A sign with its middle at (x, y): ● ◐ ○ – or ?."""
    ring = Disc(x, y, RADIUS - LINE / 2, Paint(stroke=colour, width=LINE))
    match shape:
        case "●":
            return (Disc(x, y, RADIUS, Paint(fill=colour)),)
        case "◐":
            return (ring, Curve(_half(x, y), Paint(fill=colour)))
        case "○":
            return (ring,)
        case "–":
            return (Box(x - RADIUS, y - LINE / 2, 2 * RADIUS, LINE, Paint(fill=colour)),)
        case "▲" | "■":
            return (Curve(_corners(shape, x, y), Paint(fill=colour)),)
        case _:
            words = block(shape, 2 * theme.CONTENT, "", bold=True, colour=colour)
            return (words.at(x, y - words.height / 2, anchor="middle"),)


def _half(x: float, y: float) -> str:
    """The left half of a disc."""
    top, bottom = f"{number(x)},{number(y - RADIUS)}", f"{number(x)},{number(y + RADIUS)}"
    return f"M{top} A{number(RADIUS)},{number(RADIUS)} 0 0 0 {bottom} Z"


def _corners(shape: str, x: float, y: float) -> str:
    r = RADIUS
    if shape == "▲":
        return points([(x - r, y + r), (x, y - r), (x + r, y + r)], close=True)
    return points([(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)], close=True)
