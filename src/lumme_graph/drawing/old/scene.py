"""What is drawn, as frozen shapes in millimetres: laid out already, not yet written as anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is filled and stroked; `dash` is in millimetres."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, perhaps with round corners."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle."""

    x: float
    y: float
    radius: float
    paint: Paint


@dataclass(frozen=True, slots=True)
class Curve:
    """A path in SVG's words, drawn from (x, y) at a scale."""

    d: str
    paint: Paint
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class TextShape:
    """Lines of text under each other; `y` is the first baseline; `fact` names what it tells."""

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    leading: float
    colour: str
    lang: str
    bold: bool = False
    anchor: Anchor = "start"
    fact: str = ""


@dataclass(frozen=True, slots=True)
class ShapeGroup:
    """Shapes that belong together, with an id of their own, data for programs and a spoken title."""

    id: str
    children: tuple[Shape, ...]
    data: tuple[tuple[str, str], ...] = ()
    title: str = ""


Shape: TypeAlias = Box | Disc | Curve | TextShape | ShapeGroup


@dataclass(frozen=True, slots=True)
class Scene:
    """One sheet, ready to be written."""

    id: str
    lang: str
    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]


def points(pairs: Iterable[tuple[float, float]], *, close: bool = False) -> str:
    """A path through points, straight from each to the next."""
    text = " L".join(f"{number(x)},{number(y)}" for x, y in pairs)
    return f"M{text}{'Z' if close else ''}"


def number(value: float) -> str:
    """A length with at most three decimals, the same on every machine."""
    return f"{round(value, 3) + 0.0:.3f}".rstrip("0").rstrip(".")
