"""A scene as SVG 1.1: presentation attributes only, nothing from outside, the same bytes every time."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from lumme_graph.base.shown import legal, plain
from lumme_graph.drawing import palette
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
    number,
)
from lumme_graph.drawing.text.embedded import embedded
from lumme_graph.drawing.text.fonts import FAMILIES
from lumme_graph.views.brand import ThemeFile

_SEVERAL = 2
_OWN = frozenset({"x", "y", "transform", "data-fact"})
"""What a text never shares with another."""


def svg(scene: Scene, font: str = FAMILIES, own: tuple[ThemeFile, ...] = ()) -> str:
    """The whole document; `font` is the family that its text is set in, with what stands in.

    The letters of an `own` font are put into it, and go before that.
    """
    rule = embedded(own, _texts(scene.shapes)) if own else None
    root = Element("svg", _root(scene, f"{rule.family}, {font}" if rule else font))
    for part, text in (("title", scene.title), ("desc", scene.description)):
        SubElement(root, part, id=f"{scene.id}--{part}").text = legal(plain(text))
    if rule:
        SubElement(root, "style").text = rule.css
    _add(root, Rect(0, 0, scene.width, scene.height, Paint(fill=palette.PAPER)))
    for shape in scene.shapes:
        _add(root, shape)
        _leave_out(root[-1], scene.lang)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _texts(shapes: Iterable[Shape]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, ShapeGroup):
            yield from _texts(shape.children)
        elif isinstance(shape, Words):
            yield from shape.lines


def _leave_out(element: Element, lang: str) -> None:
    """Say the language only of what is in another one than the drawing."""
    for inner in element.iter():
        if inner.get("lang") == lang:
            del inner.attrib["lang"], inner.attrib["xml:lang"]


def _root(scene: Scene, font: str) -> dict[str, str]:
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
        "font-family": font,
        "fill": palette.INK,
        "stroke-linejoin": "round",
        "data-kind": scene.kind,
    }


def _add(parent: Element, shape: Shape) -> None:
    match shape:
        case Rect():
            place = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
            if shape.radius:
                place["rx"] = shape.radius
            _leaf(parent, "rect", place, shape.paint)
        case Disc(tall=None):
            _leaf(parent, "circle", {"cx": shape.x, "cy": shape.y, "r": shape.radius}, shape.paint)
        case Disc():
            place = {"cx": shape.x, "cy": shape.y, "rx": shape.radius, "ry": shape.tall or 0.0}
            _leaf(parent, "ellipse", place, shape.paint)
        case Stroke():
            _stroke(parent, shape)
        case Words():
            _words(parent, shape)
        case ShapeGroup():
            _group(parent, shape)
        case Image():
            _image(parent, shape)


def _image(parent: Element, image: Image) -> None:
    kind = "png" if image.name.lower().endswith(".png") else "svg+xml"
    place = {"x": image.x, "y": image.y, "width": image.width, "height": image.height}
    SubElement(
        parent,
        "image",
        {
            "xmlns:xlink": "http://www.w3.org/1999/xlink",
            **{key: number(value) for key, value in place.items()},
            "xlink:href": f"data:image/{kind};base64,{b64encode(image.content).decode()}",
        },
    )


def _leaf(parent: Element, tag: str, place: dict[str, float], paint: Paint) -> None:
    SubElement(parent, tag, {key: number(value) for key, value in place.items()} | _paint(paint))


def _stroke(parent: Element, stroke: Stroke) -> None:
    if not stroke.d:
        return
    attributes = {"d": stroke.d, **_paint(stroke.paint)}
    if (stroke.x, stroke.y, stroke.scale) != (0.0, 0.0, 1.0):
        place = f"translate({number(stroke.x)} {number(stroke.y)})"
        attributes["transform"] = f"{place} scale({stroke.scale:.4f})"
    SubElement(parent, "path", attributes)


def _words(parent: Element, words: Words) -> None:
    attributes = _lettering(words)
    x, y = number(words.x), number(words.y)
    if len(words.lines) == 1:
        SubElement(parent, "text", {"x": x, "y": y, **attributes}).text = legal(words.lines[0])
        return
    element = SubElement(parent, "text", attributes)
    for i, text in enumerate(words.lines):
        place = {"x": x, "y": number(words.y + i * words.leading)}
        SubElement(element, "tspan", place).text = legal(text)


def _lettering(words: Words) -> dict[str, str]:
    """What differs from the usual: ink, upright, from left to right, in the drawing's language."""
    turned = f"rotate({number(words.turn)} {number(words.x)} {number(words.y)})"
    is_rtl = words.direction == "rtl"
    told = {
        "font-size": number(words.size),
        "fill": words.colour if words.colour != palette.INK else "",
        "font-weight": "bold" if words.bold else "",
        "text-anchor": words.anchor if words.anchor != "start" else "",
        "lang": words.lang,
        "xml:lang": words.lang,
        "direction": "rtl" if is_rtl else "",
        "unicode-bidi": "isolate" if is_rtl else "",
        "transform": turned if words.turn else "",
        "data-role": "note" if words.note else "",
        "data-fact": words.fact,
    }
    return {key: value for key, value in told.items() if value}


def _group(parent: Element, group: ShapeGroup) -> None:
    attributes = {"id": group.id} if group.id else {}
    attributes |= {f"data-{key}": value for key, value in group.data}
    element = SubElement(parent, "g", attributes)
    if group.title:
        SubElement(element, "title").text = legal(plain(group.title))
    for shape in group.children:
        _add(element, shape)
    _share(element, [child for child in element if child.tag == "text"], len(group.children))


def _share(group: Element, texts: list[Element], children: int) -> None:
    """Write once, on the group, what all texts of a group that holds nothing else have alike."""
    if len(texts) != children or children < _SEVERAL:
        return
    first, *rest = (text.attrib for text in texts)
    shared = {
        name: value
        for name, value in first.items()
        if name not in _OWN and all(other.get(name) == value for other in rest)
    }
    group.attrib.update(shared)
    for text in texts:
        for name in shared:
            del text.attrib[name]


def _paint(paint: Paint) -> dict[str, str]:
    attributes = {"fill": paint.fill or "none"}
    if paint.stroke:
        attributes |= {"stroke": paint.stroke, "stroke-width": number(paint.width)}
    if paint.round:
        attributes["stroke-linecap"] = "round"
    if paint.dash:
        attributes["stroke-dasharray"] = " ".join(number(length) for length in paint.dash)
    return attributes
