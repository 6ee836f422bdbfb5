"""The colours of the drawings: text reads, states are told apart in grey too."""

from __future__ import annotations

from itertools import combinations

import pytest

from lumme_graph.drawing import palette, signs

WRITTEN = {
    "ink on paper": (palette.INK, palette.PAPER),
    "muted on paper": (palette.MUTED, palette.PAPER),
    "accent on paper": (palette.ACCENT, palette.PAPER),
    "what hurts on paper": (palette.HURT, palette.PAPER),
    "what hurts on its ground": (palette.HURT, palette.HURT_PALE),
    "a gain on paper": (palette.GAIN, palette.PAPER),
    "ink below zero": (palette.INK, palette.BELOW_ZERO),
    "the name of a row": (palette.INK, palette.LABEL),
    "muted beside it": (palette.MUTED, palette.LABEL),
    "a phase": (palette.INK, palette.PHASE),
    "paper on accent": (palette.PAPER, palette.ACCENT),
    **{f"lane {name}": (tone.ink, tone.fill) for name, tone in palette.LANES.items()},
    **{f"state {name}": (tone.ink, tone.fill) for name, tone in palette.STATES.items()},
}
LIGHTNESS = {"done": 92, "part": 81, "gap": 34, "unknown": 100, "none": 94}
"""As the conventions of the drawings have it."""
CONTRAST = {"done": 12.8, "part": 9.6, "gap": 8.1, "unknown": 15.8, "none": 6.4}


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    """L* of CIE 1976."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def test_the_measures_are_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert lightness("#777777") == pytest.approx(50.03, abs=0.1)


@pytest.mark.parametrize("name", WRITTEN)
def test_text_reads_on_its_ground(name: str) -> None:
    assert contrast(*WRITTEN[name]) >= 4.5


@pytest.mark.parametrize("state", CONTRAST)
def test_each_state_is_as_light_as_agreed(state: str) -> None:
    tone = palette.STATES[state]
    assert lightness(tone.fill) == pytest.approx(LIGHTNESS[state], abs=1)
    assert contrast(tone.ink, tone.fill) == pytest.approx(CONTRAST[state], abs=0.15)


def test_the_darkest_state_is_the_gap() -> None:
    fills = {name: lightness(tone.fill) for name, tone in palette.STATES.items()}
    assert min(fills, key=lambda name: fills[name]) == "gap"
    assert all(fills["gap"] + 40 < light for name, light in fills.items() if name != "gap")


def test_bars_are_told_apart_in_grey() -> None:
    for (_, a), (_, b) in combinations(palette.BARS.items(), 2):
        assert abs(lightness(a) - lightness(b)) >= 10


def test_faces_grow_lighter_towards_the_middle_and_are_drawn_visibly() -> None:
    for value, fill in palette.FACES.items():
        assert contrast(palette.FACE_LINES[value], fill) >= 3


def test_arrows_and_borders_are_seen() -> None:
    """But for the faded end of a span, beside which its dates are printed."""
    lines = [paint for name, paint in signs.LINES.items() if name != "uncertain"]
    for paint in (*lines, *(palette.BORDERS[s] for s in palette.LETTERS)):
        assert paint.stroke
        assert contrast(paint.stroke, palette.PAPER) >= 3


def test_what_flows_is_told_by_the_dash() -> None:
    kinds = ("service", "material", "money", "information", "work")
    assert len({signs.LINES[kind].dash for kind in kinds}) == len(kinds)
