"""A scene as SVG 1.1: presentation attributes only, nothing from outside, the same bytes every time."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from lumme_graph.base.shown import legal
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.scene import (
    Box,
    Curve,
    Disc,
    Paint,
    Scene,
    Shape,
    ShapeGroup,
    TextShape,
    number,
)


def svg(scene: Scene) -> str:
    """The whole document."""
    root = Element("svg", _root(scene))
    for part, text in (("title", scene.title), ("desc", scene.description)):
        SubElement(root, part, id=f"{scene.id}--{part}").text = legal(text)
    _add(root, Box(0, 0, scene.width, scene.height, Paint(fill=theme.PAPER)))
    for shape in scene.shapes:
        _add(root, shape)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _root(scene: Scene) -> dict[str, str]:
    width, height = number(scene.width), number(scene.height)
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "version": "1.1",
        "width": f"{width}mm",
        "height": f"{height}mm",
        "viewBox": f"0 0 {width} {height}",
        "role": "img",
        "aria-labelledby": f"{scene.id}--title {scene.id}--desc",
        "lang": scene.lang,
        "xml:lang": scene.lang,
        "font-family": "sans-serif",
    }


def _add(parent: Element, shape: Shape) -> None:
    match shape:
        case Box():
            _box(parent, shape)
        case Disc():
            place = {"cx": number(shape.x), "cy": number(shape.y), "r": number(shape.radius)}
            SubElement(parent, "circle", {**place, **_paint(shape.paint)})
        case Curve():
            _curve(parent, shape)
        case TextShape():
            _text(parent, shape)
        case ShapeGroup():
            _group(parent, shape)


def _box(parent: Element, box: Box) -> None:
    place = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    if box.radius:
        place["rx"] = box.radius
    SubElement(
        parent,
        "rect",
        {**{key: number(value) for key, value in place.items()}, **_paint(box.paint)},
    )


def _curve(parent: Element, curve: Curve) -> None:
    if not curve.d:
        return
    attributes = {"d": curve.d, **_paint(curve.paint), "stroke-linejoin": "round"}
    if (curve.x, curve.y, curve.scale) != (0.0, 0.0, 1.0):
        attributes["transform"] = (
            f"translate({number(curve.x)} {number(curve.y)}) scale({number(curve.scale)})"
        )
    SubElement(parent, "path", attributes)


def _text(parent: Element, text: TextShape) -> None:
    attributes = {"font-size": number(text.size), "fill": text.colour}
    if text.bold:
        attributes["font-weight"] = "bold"
    if text.anchor != "start":
        attributes["text-anchor"] = text.anchor
    if text.lang:
        attributes |= {"lang": text.lang, "xml:lang": text.lang}
    if text.fact:
        attributes["data-fact"] = text.fact
    element = SubElement(parent, "text", attributes)
    for i, line in enumerate(text.lines):
        place = {"x": number(text.x), "y": number(text.y + i * text.leading)}
        SubElement(element, "tspan", place).text = legal(line)


def _group(parent: Element, group: ShapeGroup) -> None:
    attributes = {"id": group.id} if group.id else {}
    element = SubElement(
        parent, "g", attributes | {f"data-{key}": value for key, value in group.data}
    )
    if group.title:
        SubElement(element, "title").text = legal(group.title)
    for shape in group.children:
        _add(element, shape)


def _paint(paint: Paint) -> dict[str, str]:
    attributes = {"fill": paint.fill or "none"}
    if paint.stroke:
        attributes |= {"stroke": paint.stroke, "stroke-width": number(paint.width)}
    if paint.dash:
        attributes["stroke-dasharray"] = " ".join(number(length) for length in paint.dash)
    return attributes
