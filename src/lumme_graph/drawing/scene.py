"""What is drawn, as frozen shapes in millimetres: laid out already, not yet written as anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from lumme_graph.drawing.text.direction import Direction

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Paint:
    """How something is filled and stroked; `dash` is in millimetres; a `round` line has round ends."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    round: bool = False


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, perhaps with round corners."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, or an ellipse where `tall` gives another half height."""

    x: float
    y: float
    radius: float
    paint: Paint
    tall: float | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A path in SVG's words, drawn from (x, y) at a scale."""

    d: str
    paint: Paint
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text under each other; `y` is the first baseline.

    `fact` is the address of the fact that it tells; a `note` may be smaller than other text;
    `turn` is in degrees about (x, y). Each line is right to left where `direction` says so.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    leading: float
    colour: str
    lang: str = ""
    bold: bool = False
    anchor: Anchor = "start"
    fact: str = ""
    note: bool = False
    turn: float = 0.0
    direction: Direction = "ltr"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture from a file, PNG or SVG, which is put into the drawing whole."""

    x: float
    y: float
    width: float
    height: float
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ShapeGroup:
    """Shapes that belong together: an element's, with its id, or facts that are drawn, not written.

    `data` are data attributes by name, such as `id` or `fact`; `title` is spoken.
    """

    children: tuple[Shape, ...]
    id: str = ""
    data: tuple[tuple[str, str], ...] = ()
    title: str = ""


Shape: TypeAlias = Rect | Disc | Stroke | Words | Image | ShapeGroup


@dataclass(frozen=True, slots=True)
class Scene:
    """One sheet, ready to be written; `id` is its own among all drawings of a page."""

    id: str
    kind: str
    lang: str
    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]


def polyline(pairs: Iterable[tuple[float, float]], *, close: bool = False) -> str:
    """A path through points, straight from each to the next."""
    text = " L".join(f"{number(x)},{number(y)}" for x, y in pairs)
    return f"M{text}{'Z' if close else ''}"


def line(x1: float, y1: float, x2: float, y2: float, paint: Paint) -> Stroke:
    """A straight line."""
    return Stroke(polyline([(x1, y1), (x2, y2)]), paint)


def number(value: float) -> str:
    """A length with at most two decimals, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The same shape at another place."""
    match shape:
        case Stroke() if (shape.x, shape.y, shape.scale) == (0.0, 0.0, 1.0):
            return replace(shape, x=dx, y=dy)
        case ShapeGroup():
            return replace(shape, children=tuple(moved(child, dx, dy) for child in shape.children))
        case _:
            return replace(shape, x=shape.x + dx, y=shape.y + dy)
