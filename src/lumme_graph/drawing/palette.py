"""The colours and lines of every drawing, and how each state, standing, lane and feeling looks.

A brand changes the hue of the accent, of pale grounds and of greys; colours that mean something stay.

The darkest state is the gap, so that it stands out in grey too; no pair is told apart by red and
green alone. Contrasts: `tests/test_drawing_palette.py`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from lumme_graph.drawing.scene import Paint
from lumme_graph.views.brand import Brand

PAPER: Final = "#ffffff"
INK: Final = "#16242f"
MUTED: Final = "#4a5862"
ACCENT: Final = "#1a4f6b"
HAIR: Final = "#c3ccd2"
LABEL: Final = "#eef3f6"
"""Behind the names of rows."""
PHASE: Final = "#d5e3eb"
RING: Final = "#e3eef5"
OUTER: Final = "#f4f5f7"
AREA: Final = "#d3e4ee"
"""The darkest ground that words in the accent stand on."""
FADE: Final = ("#dbe4e9", "#a3b9c4", "#6a8fa2", "#3f6d86")
"""From what is hardly known to what is."""
HURT: Final = "#96261c"
HURT_PALE: Final = "#fcebe9"
BELOW_ZERO: Final = "#faf2f0"
GAIN: Final = "#1f6b52"

HAIRLINE: Final = Paint(stroke=HAIR, width=0.25)
RULE: Final = Paint(stroke=ACCENT, width=0.6)
ARROW: Final = Paint(stroke=INK, width=0.6)
ARROW_IF: Final = Paint(stroke=INK, width=0.6, dash=(2.2, 1.2))
ARROW_UNPLANNED: Final = Paint(stroke=HURT, width=0.6, dash=(0.7, 0.9))
THIN: Final = Paint(stroke=MUTED, width=0.35)


class Tone(NamedTuple):
    """A fill and what is written on it."""

    fill: str
    ink: str


CUSTOMER: Final = "#e6f0f7"

LANES: Final[dict[str, Tone]] = {
    "customer": Tone(CUSTOMER, ACCENT),
    "frontstage": Tone("#e9f4ea", "#2c6138"),
    "backstage": Tone("#f8f0df", "#7a4f00"),
    "support": Tone("#efecf6", "#51418a"),
}
STATES: Final[dict[str, Tone]] = {
    "done": Tone("#dbeaf1", INK),
    "part": Tone("#f3c26b", INK),
    "gap": Tone(HURT, PAPER),
    "no": Tone(PAPER, INK),
    "unknown": Tone(PAPER, INK),
    "none": Tone("#eceff1", MUTED),
}
BORDERED: Final = frozenset({"no", "unknown"})
"""The states that stand on white, within a hairline."""
BARS: Final[dict[str, str]] = {"done": "#7fb2c9", "part": "#f3c26b", "gap": HURT}
BORDERS: Final[dict[str, Paint]] = {
    "sourced": Paint(stroke=ACCENT, width=0.55),
    "derived": Paint(stroke=ACCENT, width=0.55, dash=(2.6, 1.3)),
    "illustrative": Paint(stroke=ACCENT, width=0.65, dash=(0.65, 1.1)),
    "": Paint(stroke=HAIR, width=0.4),
}
"""By standing; none for a box that makes no claim of its own."""
CHANGES: Final[dict[str, Paint]] = {
    "new": Paint(stroke=GAIN, width=1.3),
    "changed": Paint(stroke="#a35a00", width=1.0),
    "moved": Paint(stroke="#5b3f9e", width=1.0),
    "renamed": Paint(stroke=MUTED, width=0.8),
    "removed": Paint(stroke=HURT, width=0.9, dash=(3.0, 1.6)),
}
"""Around a box, by what has happened to it; its sign and its word say the same."""
GAP_BORDER: Final = Paint(stroke=HURT, width=0.55, dash=(0.65, 1.1))
LETTERS: Final = {"sourced": "S", "derived": "D", "illustrative": "I"}
FACES: Final = {"-2": "#b3382f", "-1": "#f4c9b4", "0": "#e9ecee", "1": "#bfe0d8", "2": "#1d6f63"}
FACE_LINES: Final = {"-2": PAPER, "-1": INK, "0": INK, "1": INK, "2": PAPER}


def dyes(brand: Brand) -> dict[str, str]:
    """What stands for each colour that a brand changes."""
    pale = {one: brand.hued(one) for one in (PHASE, RING, AREA, CUSTOMER, *FADE)}
    greys = {one: brand.grey(one) for one in (INK, MUTED, HAIR, LABEL, OUTER)}
    return {ACCENT: brand.words(ACCENT, pale[AREA]), **pale, **greys}
