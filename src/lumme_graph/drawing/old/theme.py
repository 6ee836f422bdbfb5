"""Role → look: the one place where sizes and colours are chosen."""

from __future__ import annotations

from lumme_graph.drawing.old.scene import Paint

POINT = 25.4 / 72
"""A typographic point in millimetres."""

TITLE = 17 * POINT
CONTENT = 10 * POINT
SMALL = 8.5 * POINT
LEADING = 1.24
"""Distance of baselines, in sizes of the text."""
HALF_CAPITAL = 0.36
"""From the middle of a line down to its baseline, in sizes of the text."""
ROOM = 1.1
"""Text is wrapped as if it were this much wider, so that another font does no harm."""

MARGIN = 10.0
LABELS = 37.0
"""Width of the column of lane labels."""
GAP = 9.0
"""Free way between two columns, for arrows."""
LANE_PAD = 4.5
"""Least free way above and below the cards of a lane, for arrows."""
PAD = 2.4
"""Inside a card, from its border to its text."""

PAPER = "#ffffff"
INK = "#16242f"
MUTED = "#4a5862"
ACCENT = "#1f4e6b"
PALE = "#e4edf2"
HURT = "#8c1d18"
GRID = "#c3ccd2"
LANE_FILLS = ("#eaf2f8", "#f1f6ef", "#f8f3e9", "#f2f0f6")
FACES = {-2: "#b3382f", -1: "#f4c9b4", 0: "#e9ecee", 1: "#bfe0d8", 2: "#1d6f63"}
FACE_LINES = {-2: PAPER, -1: INK, 0: INK, 1: INK, 2: PAPER}

CARD = Paint(fill=PAPER)
BORDERS = {
    "sourced": Paint(stroke=ACCENT, width=0.55),
    "derived": Paint(stroke=ACCENT, width=0.55, dash=(2.6, 1.3)),
    "illustrative": Paint(stroke=ACCENT, width=0.65, dash=(0.65, 1.1)),
    None: Paint(stroke=MUTED, width=0.4, dash=(3.2, 0.9, 0.7, 0.9)),
}
LETTERS = {"sourced": "S", "derived": "D", "illustrative": "I", None: "?"}
HAIRLINE = Paint(stroke=GRID, width=0.25)
ZERO = Paint(stroke=MUTED, width=0.3)
MOOD = Paint(stroke=ACCENT, width=0.7)
ICON = Paint(stroke=ACCENT, width=1.7)
"""The icons are drawn in a square of 24 units."""
ARROWS = {
    "flow": Paint(stroke=INK, width=0.5),
    "branch": Paint(stroke=MUTED, width=0.5, dash=(1.8, 1.1)),
}
