"""A sheet in the colours of a brand: the same shapes, dyed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lumme_graph.drawing.scene import (
    Disc,
    Image,
    Paint,
    Rect,
    Scene,
    Shape,
    ShapeGroup,
    Stroke,
    Words,
)


def dyed(scene: Scene, dyes: Mapping[str, str]) -> Scene:
    """The sheet with another colour in place of each that has one."""
    return replace(scene, shapes=tuple(_dyed(shape, dyes) for shape in scene.shapes))


def _dyed(shape: Shape, dyes: Mapping[str, str]) -> Shape:
    match shape:
        case ShapeGroup():
            return replace(shape, children=tuple(_dyed(one, dyes) for one in shape.children))
        case Words():
            return replace(shape, colour=dyes.get(shape.colour, shape.colour))
        case Rect() | Disc() | Stroke():
            return replace(shape, paint=_paint(shape.paint, dyes))
        case Image():
            return shape


def _paint(paint: Paint, dyes: Mapping[str, str]) -> Paint:
    fill, stroke = paint.fill or "", paint.stroke or ""
    if fill not in dyes and stroke not in dyes:
        return paint
    return replace(paint, fill=dyes.get(fill, paint.fill), stroke=dyes.get(stroke, paint.stroke))
