"""Every sign, drawn as shapes, so that no font is needed for it."""

from __future__ import annotations

from dataclasses import replace

from lumme_graph.drawing import icons, markers, palette
from lumme_graph.drawing.lettering import one_line
from lumme_graph.drawing.scene import Disc, Paint, Rect, Shape, Stroke, line, number, polyline
from lumme_graph.views.shapes import Sign

RADIUS = 1.3
"""Of the round signs of states, in millimetres."""
_RING = 0.55
TAG = 3.8
"""The side of the tag with the letter of a standing."""
PLATE = (6.6, 4.0)
"""Of a sign in a key or beside a word: width and height."""


def state(value: str, x: float, y: float, colour: str) -> tuple[Shape, ...]:
    """The sign of a state with its middle at (x, y): ● ◐ ○ ? –."""
    ring = Disc(x, y, RADIUS - _RING / 2, Paint(stroke=colour, width=_RING))
    match value:
        case "done":
            return (Disc(x, y, RADIUS, Paint(fill=colour)),)
        case "part":
            top, bottom = f"{number(x)},{number(y - RADIUS)}", f"{number(x)},{number(y + RADIUS)}"
            half = f"M{top} A{number(RADIUS)},{number(RADIUS)} 0 0 0 {bottom} Z"
            return (ring, Stroke(half, Paint(fill=colour)))
        case "gap" | "no":
            return (ring,)
        case "none":
            return (line(x - RADIUS, y, x + RADIUS, y, Paint(stroke=colour, width=_RING)),)
        case _:
            return (one_line("?", 2.9, bold=True, colour=colour).centred(x, y, anchor="middle"),)


def plate(value: str, x: float, y: float, width: float, height: float) -> tuple[Shape, ...]:
    """A state on its colour, from the upper left corner."""
    tone = palette.STATES[value]
    border = palette.HAIR if value in palette.BORDERED else None
    paint = Paint(fill=tone.fill, stroke=border, width=0.25)
    return (
        Rect(x, y, width, height, paint),
        *state(value, x + width / 2, y + height / 2, tone.ink),
    )


def tag(standing: str, x: float, y: float) -> tuple[Shape, ...]:
    """The letter of a standing in its small border, from the upper left corner."""
    thin = Paint(
        fill=palette.PAPER,
        stroke=palette.INK,
        width=0.3,
        dash=tuple(length * 0.55 for length in palette.BORDERS[standing].dash),
    )
    letter = one_line(palette.LETTERS[standing], 2.65, bold=True, note=True)
    return (
        Rect(x, y, TAG, TAG, thin, 0.6),
        letter.centred(x + TAG / 2, y + TAG / 2, anchor="middle"),
    )


def mark(value: str, x: float, y: float) -> tuple[Shape, ...]:
    """A mark with its middle at (x, y): lowest ▼, pain −, gain +, moment of truth ★, ! ? +, moves."""
    match value:
        case "lowest":
            down = [(x - 1.6, y - 1.3), (x + 1.6, y - 1.3), (x, y + 1.5)]
            return (Stroke(polyline(down, close=True), Paint(fill=palette.HURT)),)
        case "pain":
            return (line(x - 1, y, x + 1, y, Paint(stroke=palette.HURT, width=0.7)),)
        case "gain":
            thick = Paint(stroke=palette.GAIN, width=0.7)
            return (line(x - 1, y, x + 1, y, thick), line(x, y - 1, x, y + 1, thick))
        case "moment":
            star = (
                "M0,-9 L2.6,-3 L9,-2.6 L4.2,1.6 L5.6,8 L0,4.5 L-5.6,8 L-4.2,1.6 L-9,-2.6 L-2.6,-3 Z"
            )
            return (Stroke(star, Paint(fill=palette.ACCENT), x, y, 0.2),)
        case "leave" | "skip" | "repeat":
            return _move(value, x, y)
        case _:
            glyph = {"critical": "!", "question": "?", "opportunity": "+"}[value]
            ring = Disc(x, y, 1.6, Paint(fill=palette.PAPER, stroke=palette.INK, width=0.35))
            return (ring, one_line(glyph, 2.8, bold=True).centred(x, y, anchor="middle"))


def _move(value: str, x: float, y: float) -> tuple[Shape, ...]:
    """What cases do at a step: leave it downwards, jump over it, or turn back to it."""
    line_, tip = _MOVES[value]
    paint = Paint(stroke=palette.HURT if value == "leave" else palette.INK, width=0.5)
    corners = [(x + dx, y + dy) for dx, dy in tip]
    return (
        Stroke(line_, paint, x, y),
        Stroke(polyline(corners, close=True), Paint(fill=paint.stroke)),
    )


_MOVES = {
    "leave": ("M-1.9,-1.5 L0,-1.5 L0,0.6", ((-1.1, 0.4), (1.1, 0.4), (0.0, 2.1))),
    "skip": ("M-1.9,1.3 A1.7,2.3 0 0 1 1.4,0.2", ((0.4, 0.3), (2.3, -0.1), (1.6, 1.7))),
    "repeat": ("M1.2,-1 A1.6,1.6 0 1 0 1.6,0.3", ((0.2, -0.7), (1.9, -1.9), (2.1, 0.1))),
}
"""The line of each move, and the head of its arrow."""


def end(value: str, x: float, y: float) -> tuple[Shape, ...]:
    """Where a path begins ● or ends ◎."""
    if value == "start":
        return (Disc(x, y, 1.5, Paint(fill=palette.INK)),)
    ring = Disc(x, y, 1.7, Paint(fill=palette.PAPER, stroke=palette.INK, width=0.4))
    return (ring, Disc(x, y, 0.95, Paint(fill=palette.INK)))


LINES = {
    "always": palette.ARROW,
    "condition": palette.ARROW_IF,
    "unplanned": palette.ARROW_UNPLANNED,
    "over": palette.ARROW,
    "thin": palette.THIN,
    "interaction": Paint(stroke=palette.INK, width=0.8),
    "visibility": Paint(stroke=palette.INK, width=0.8, dash=(4, 1.6)),
    "internal": Paint(stroke=palette.INK, width=0.8, dash=(4, 1.4, 0.8, 1.4)),
    "former": Paint(stroke=palette.HURT, width=0.55, dash=(2.2, 1.2)),
    "part": Paint(stroke=palette.ACCENT, width=0.4, dash=(3.2, 1.6)),
    "service": palette.ARROW,
    "material": Paint(stroke=palette.INK, width=0.6, dash=(1.9, 1.1)),
    "money": Paint(stroke=palette.INK, width=0.6, dash=(0.6, 0.7)),
    "information": Paint(stroke=palette.INK, width=0.6, dash=(1.9, 0.6, 0.6, 0.6)),
    "work": Paint(stroke=palette.INK, width=0.6, dash=(1.1, 0.7)),
    "held": Paint(stroke=palette.ACCENT, width=3.0),
    "uncertain": Paint(stroke=palette.FADE[1], width=3.0),
    "announced": Paint(stroke=palette.ACCENT, width=0.5, dash=(1.6, 0.9)),
}
"""The lines that a key can name; those with a head are arrows."""
ARROWS = (
    *("always", "condition", "unplanned", "thin"),
    *("service", "material", "money", "information", "work"),
)


def head(x: float, y: float, to: str, colour: str = palette.INK) -> Stroke:
    """The head of an arrow whose tip is at (x, y), pointing right, left, up or down."""
    long, half = 2.4, 0.95
    dx, dy = {"right": (-1, 0), "left": (1, 0), "up": (0, 1), "down": (0, -1)}[to]
    back = (x + dx * long, y + dy * long)
    corners = [
        (x, y),
        (back[0] + dy * half, back[1] + dx * half),
        (back[0] - dy * half, back[1] - dx * half),
    ]
    return Stroke(polyline(corners, close=True), Paint(fill=colour))


def key(sign: Sign, x: float, y: float) -> tuple[Shape, ...]:
    """A sign as it stands in a key: within `PLATE`, from the left, its middle at y."""
    width, height = PLATE
    middle = x + width / 2
    match sign.family:
        case "state":
            return plate(sign.value, x, y - height / 2, width, height)
        case "standing":
            return _bordered(sign.value, x, y)
        case "line":
            return _line(sign.value, x, y)
        case _:
            return small(sign, middle, y)


def small(sign: Sign, x: float, y: float, radius: float = 2.1) -> tuple[Shape, ...]:
    """A sign that needs no room to its sides, with its middle at (x, y)."""
    match sign.family:
        case "state":
            return state(sign.value, x, y, palette.INK)
        case "level":
            return icons.face(sign.value, x, y, radius, is_open=sign.is_open)
        case "channel":
            return (icons.icon(sign.value, x - radius, y - radius, 2 * radius),)
        case "person":
            return icons.person(x, y, radius, sign.value)
        case "change":
            return change(sign.value, x, y, radius)
        case _:
            return end(sign.value, x, y) if sign.family == "end" else mark(sign.value, x, y)


def change(value: str, x: float, y: float, radius: float) -> tuple[Shape, ...]:
    """What has happened to something, on a disc with its middle at (x, y): + − ↕ ~ =."""
    disc = Disc(x, y, radius, Paint(fill=palette.CHANGES[value].stroke))
    half = radius * 0.55
    white = Paint(stroke=palette.PAPER, width=radius * 0.28)
    across, upright = line(x - half, y, x + half, y, white), line(x, y - half, x, y + half, white)
    match value:
        case "new":
            return (disc, across, upright)
        case "removed":
            return (disc, across)
        case "moved":
            tips = [(y - half, y - half / 2), (y + half, y + half / 2)]
            ends = (
                Stroke(polyline([(x - half / 1.6, to), (x, tip), (x + half / 1.6, to)]), white)
                for tip, to in tips
            )
            return (disc, upright, *ends)
        case "renamed":
            lines = (line(x - half, at, x + half, at, white) for at in (y - half / 2, y + half / 2))
            return (disc, *lines)
        case _:
            d = f"M{number(-half)},{number(half / 4)} q{number(half / 2)},{number(-half)} {number(half)},0 t{number(half)},0"
            return (disc, Stroke(d, white, x, y))


def _bordered(standing: str, x: float, y: float) -> tuple[Shape, ...]:
    width, height = PLATE
    border = palette.BORDERS[standing]
    paint = Paint(palette.PAPER, border.stroke, border.width, border.dash)
    letter = one_line(palette.LETTERS[standing], 2.65, bold=True, note=True)
    return (
        Rect(x, y - height / 2, width, height, paint, 0.8),
        letter.centred(x + width / 2, y, anchor="middle"),
    )


def _line(value: str, x: float, y: float) -> tuple[Shape, ...]:
    if value in markers.SERIES:
        curve = line(x, y, x + PLATE[0], y, markers.SERIES[value])
        return (curve, markers.marker(value, x + PLATE[0] / 2, y))
    paint = LINES[value]
    if sum(paint.dash) > PLATE[0] / 2:
        paint = replace(paint, dash=tuple(length / 2 for length in paint.dash))
    stroke = line(x, y, x + PLATE[0], y, paint)
    if value in ARROWS:
        return (stroke, head(x + PLATE[0], y, "right", paint.stroke or palette.INK))
    return (stroke,)
