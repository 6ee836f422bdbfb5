"""One plain line icon per channel type, each in a square of 24 units; faces, and persons."""

from __future__ import annotations

from lumme_graph.drawing import palette
from lumme_graph.drawing.scene import Disc, Paint, Shape, Stroke

SIDE = 24.0

ICONS = {
    "service-location": "M3,10 L12,4 L21,10 M5,10 V20 H19 V10 M10,20 V14 H14 V20",
    "object": "M3,6 H21 V18 H3 Z M3,10 H21 M6,14.5 H11",
    "e-service": "M3,4 H21 V16 H3 Z M8,20.5 H16 M12,16 V20.5 M8.5,10 L11,12.5 L15.5,7.5",
    "web-page": "M3,4 H21 V20 H3 Z M3,8.5 H21 M6.5,12.5 H17.5 M6.5,16 H14",
    "phone": "M7,2.5 H17 V21.5 H7 Z M10.5,18.5 H13.5 M7,5.5 H17 M7,16 H17",
    "other-channel": "M3,4.5 H21 V16 H12 L7,20.5 V16 H3 Z M8,10.2 H8.2 M12,10.2 H12.2 M16,10.2 H16.2",
    "message": "M3,5 H21 V19 H3 Z M3,6 L12,13 L21,6",
    "device": "M5,3 H19 V21 H5 Z M8,6 H16 V12 H8 Z M9,16.5 H15",
    "meeting": (
        "M8,11 A3,3 0 1 1 8,5 A3,3 0 1 1 8,11 Z M16.5,11 A2.6,2.6 0 1 1 16.5,5.8 A2.6,2.6 0 1 1 16.5,11 Z"
        " M2.5,20 C2.5,12.5 13.5,12.5 13.5,20 M14.5,14.2 C18.5,12.8 21.5,15.5 21.5,20"
    ),
    "e-form": "M5,2.5 H19 V21.5 H5 Z M8,7 H10 M8,12 H10 M8,17 H10 M12.5,7 H16 M12.5,12 H16 M12.5,17 H16",
    "communication": "M3,10 V14 H7 L17,19 V5 L7,10 Z M20,9.5 C21.5,11 21.5,13 20,14.5 M7,14 L8.5,20 H11.5",
}
UNKNOWN = "M4,4 H20 V20 H4 Z"
MOUTHS = {
    "-2": "M-4.2,5.2 C-2.6,0.6 2.6,0.6 4.2,5.2",
    "-1": "M-3.8,4.2 C-2,2.2 2,2.2 3.8,4.2",
    "0": "M-3.8,3.4 H3.8",
    "1": "M-3.8,2.6 C-2,4.8 2,4.8 3.8,2.6",
    "2": "M-4.4,1.4 C-2.8,6.8 2.8,6.8 4.4,1.4 Z",
}


_LINE = Paint(stroke=palette.ACCENT, width=1.7)


def icon(channel: str, x: float, y: float, side: float) -> Stroke:
    """The icon of a channel type, from its upper left corner; a bare square for a type we do not know."""
    return Stroke(ICONS.get(channel, UNKNOWN), _LINE, x, y, side / SIDE)


def face(value: str, x: float, y: float, radius: float, *, is_open: bool) -> tuple[Shape, ...]:
    """A face for a feeling: its mouth tells the value without colour; open where evidence is missing."""
    lines = palette.INK if is_open else palette.FACE_LINES[value]
    rim = Paint(
        fill=palette.PAPER if is_open else palette.FACES[value],
        stroke=palette.INK,
        width=radius * 0.1,
        dash=(radius * 0.36, radius * 0.22) if is_open else (),
    )
    scale = radius / 9
    mouth = Paint(fill=lines if value == "2" else None, stroke=lines, width=1.3)
    eyes = tuple(
        Disc(x + side * 3.1 * scale, y - 2.2 * scale, 1.15 * scale, Paint(fill=lines))
        for side in (-1, 1)
    )
    return (Disc(x, y, radius, rim), *eyes, Stroke(MOUTHS[value], mouth, x, y, scale))


def person(x: float, y: float, radius: float, relation: str = "user") -> tuple[Shape, ...]:
    """Head and shoulders in a circle, with its middle at (x, y), by relation to the library.

    A user is solid, who is no user an outline, a former user solid in a broken circle, and an
    intermediary two persons.
    """
    broken = (radius * 0.36, radius * 0.22) if relation in {"non-user", "former-user"} else ()
    rim = Paint(palette.LABEL, palette.ACCENT, radius * 0.08, broken)
    outline = Paint(palette.PAPER, palette.ACCENT, radius * 0.08)
    solid = outline if relation == "non-user" else Paint(fill=palette.ACCENT)
    circle = Disc(x, y, radius, rim)
    if relation != "intermediary":
        return (circle, *_figure(x, y, radius, solid))
    behind = _figure(x + radius * 0.32, y - radius * 0.1, radius * 0.75, outline)
    return (circle, *behind, *_figure(x - radius * 0.2, y + radius * 0.08, radius * 0.85, solid))


def _figure(x: float, y: float, radius: float, paint: Paint) -> tuple[Shape, ...]:
    shoulders = "M-2.9,3.1 C-2.5,0.4 2.5,0.4 2.9,3.1 Z"
    scale = radius / 5
    drawn = Paint(paint.fill, paint.stroke, paint.width / scale)
    return (
        Disc(x, y - radius * 0.25, radius * 0.32, paint),
        Stroke(shoulders, drawn, x, y, scale),
    )
