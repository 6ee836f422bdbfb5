"""How the curves of a plot differ: by the marker and the line of each."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lumme_graph.drawing import palette
from lumme_graph.drawing.scene import Disc, Paint, Rect, Shape, Stroke, polyline

SERIES: Final = {
    "series-1": Paint(stroke=palette.ACCENT, width=0.9),
    "series-2": Paint(stroke="#7a4f00", width=0.9, dash=(0.9, 0.9)),
    "series-3": Paint(stroke="#51418a", width=0.9, dash=(4.2, 1.2, 0.9, 1.2)),
    "series-4": Paint(stroke=palette.INK, width=0.9, dash=(2.2, 1.0)),
    "to-be": Paint(stroke=palette.GAIN, width=0.9, dash=(3.4, 1.6)),
}
"""The line of each curve, by its tone."""


def marker(tone: str, x: float, y: float) -> Shape:
    """The mark of a curve with its middle at (x, y): ● ■ ▲ ◆, and a hollow square for what is to be."""
    colour = SERIES[tone].stroke
    solid = Paint(fill=colour)
    match tone:
        case "to-be":
            hollow = Paint(fill=palette.PAPER, stroke=colour, width=0.6)
            return Rect(x - 1.9, y - 1.9, 3.8, 3.8, hollow)
        case "series-2":
            return Rect(x - 1.9, y - 1.9, 3.8, 3.8, solid)
        case "series-3":
            corners = [(x - 2.2, y + 1.7), (x, y - 2.1), (x + 2.2, y + 1.7)]
            return Stroke(polyline(corners, close=True), solid)
        case "series-4":
            corners = [(x - 2.3, y), (x, y - 2.3), (x + 2.3, y), (x, y + 2.3)]
            return Stroke(polyline(corners, close=True), solid)
        case _:
            return Disc(x, y, 1.9, solid)


def around(x: float, y: float, half: float) -> Rect:
    """The hollow mark around another one, where both say the same."""
    hollow = replace(SERIES["to-be"], width=0.6, dash=())
    return Rect(x - half, y - half, 2 * half, 2 * half, hollow)
