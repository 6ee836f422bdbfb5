"""What is wrong with a drawn network: texts out of their boxes, boxes on each other, arrows astray."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from drawing_reading import Area

from lumme_graph.drawing.scene import Rect, Scene, Shape, ShapeGroup, Stroke, Words
from lumme_graph.drawing.text.metrics import measure

Point = tuple[float, float]
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_EDGE = 10.0
"""Nothing stands nearer to the edge of the sheet, in millimetres."""


def walk(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, ShapeGroup):
            yield from walk(shape.children)


def groups(scene: Scene, name: str) -> Iterator[tuple[str, ShapeGroup]]:
    """The groups with a data attribute, and its value."""
    for shape in walk(scene.shapes):
        if isinstance(shape, ShapeGroup) and name in dict(shape.data):
            yield dict(shape.data)[name], shape


def lines(shapes: tuple[Shape, ...], widen: float = 1.0) -> Iterator[Area]:
    """Where each line of text stands, by our own metrics."""
    for words in walk(shapes):
        if isinstance(words, Words):
            for n, text in enumerate(words.lines):
                wide = widen * measure(text, words.size, words.bold)
                share = {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
                share = share if words.direction == "ltr" else 1 - share
                left, base = words.x - share * wide, words.y + n * words.leading
                yield Area(
                    text, left, base - 0.74 * words.size, left + wide, base + 0.22 * words.size
                )


def bordered(scene: Scene) -> list[tuple[Area, ShapeGroup, bool]]:
    """Each element's border with its group; whether the border is that of an area about others."""
    found: list[tuple[Area, ShapeGroup, bool]] = []
    for id_, group in groups(scene, "id"):
        rect = group.children[0]
        assert isinstance(rect, Rect)
        border = Area(id_, rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
        found.append((border, group, ".area-" in group.id))
    return found


def ways(scene: Scene) -> list[tuple[str, str, list[Point]]]:
    """The arrows and lines from one box to another, by their corners."""
    found: list[tuple[str, str, list[Point]]] = []
    for source, group in groups(scene, "source"):
        stroke = group.children[0]
        assert isinstance(stroke, Stroke)
        numbers = [float(one) for one in _NUMBER.findall(stroke.d)]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        found.append((source, dict(group.data)["target"], points))
    return found


def wrong(scene: Scene) -> list[str]:
    """Every fault of a sheet in words; none where all is well."""
    return [*_texts(scene), *_boxes(scene), *_ways(scene), *_ids(scene)]


def _texts(scene: Scene) -> Iterator[str]:
    sheet = Area("sheet", _EDGE, _EDGE, scene.width - _EDGE, scene.height - _EDGE)
    told = list(lines(scene.shapes))
    yield from (f"out of the sheet: {one}" for one in told if not sheet.holds(one))
    yield from (f"on each other: {a}, {b}" for a, b in combinations(told, 2) if a.overlaps(b, 0.1))
    for border, group, _ in bordered(scene):
        yield from (
            f"out of {border.what}: {one}"
            for one in lines(group.children, widen=1.09)
            if not border.holds(one)
        )


def _boxes(scene: Scene) -> Iterator[str]:
    sheet = Area("sheet", _EDGE, _EDGE, scene.width - _EDGE, scene.height - _EDGE)
    own = [border for border, _, is_area in bordered(scene) if not is_area]
    yield from (f"box out of the sheet: {one}" for one in own if not sheet.holds(one))
    yield from (f"boxes on each other: {a}, {b}" for a, b in combinations(own, 2) if a.overlaps(b))


def _ways(scene: Scene) -> Iterator[str]:
    own = {border.what: border for border, _, is_area in bordered(scene) if not is_area}
    told = list(lines(scene.shapes))
    for source, target, points in ways(scene):
        name = f"{source} → {target}"
        if not _touches(own[source], points[0], 0.05):
            yield f"{name} begins away from its box"
        if not _touches(own[target], points[-1], 1.25):
            yield f"{name} ends away from its box"
        for a, b in pairwise(points):
            if a[0] != b[0] and a[1] != b[1]:
                yield f"{name} runs aslant"
            line = Area(name, min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
            yield from (
                f"{name} crosses {box.what}" for box in own.values() if _crosses(line, box, 0.05)
            )
            yield from (
                f"{name} crosses the text {one.what}" for one in told if _crosses(line, one, 0.0)
            )


def _crosses(line: Area, box: Area, by: float) -> bool:
    return (
        (line.left < box.right - by and box.left + by < line.right)
        or (line.left == line.right and box.left + by < line.left < box.right - by)
    ) and (
        (line.top < box.bottom - by and box.top + by < line.bottom)
        or (line.top == line.bottom and box.top + by < line.top < box.bottom - by)
    )


def _touches(box: Area, point: Point, by: float) -> bool:
    x, y = point
    across = box.left - by <= x <= box.right + by
    down = box.top - by <= y <= box.bottom + by
    sides = min(abs(x - box.left), abs(x - box.right)) <= by and down
    ends = min(abs(y - box.top), abs(y - box.bottom)) <= by and across
    return sides or ends


def _ids(scene: Scene) -> Iterator[str]:
    found = [shape.id for shape in walk(scene.shapes) if isinstance(shape, ShapeGroup) and shape.id]
    yield from (f"the id {id_} stands twice" for id_ in {i for i in found if found.count(i) > 1})


def facts(scenes: list[Scene]) -> dict[str, str]:
    """All that is written of each fact, without what wrapping takes or adds."""
    found: dict[str, str] = {}
    for scene in scenes:
        for words in walk(scene.shapes):
            if isinstance(words, Words) and words.fact:
                found[words.fact] = found.get(words.fact, "") + "".join(words.lines)
    return found


def ring(scene: Scene, fill: str) -> list[Point]:
    """The line of a ring with a fill, as a polygon."""
    for stroke in walk(scene.shapes):
        if isinstance(stroke, Stroke) and stroke.paint.fill == fill:
            numbers = [float(one) for one in _NUMBER.findall(stroke.d)]
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            return [
                _bezier(points[i : i + 4], t / 12)
                for i in range(0, len(points) - 3, 3)
                for t in range(12)
            ]
    return []


def _bezier(points: list[Point], t: float) -> Point:
    a, b, c, d = points
    u = 1 - t
    x, y = (u**3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t**3 * d[i] for i in (0, 1))
    return x, y


def is_inside(polygon: list[Point], point: Point) -> bool:
    x, y = point
    found = False
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found = not found
    return found
