"""Paths to draw in tests, and their sheets read back: where cards, arrows and texts are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from drawing_reading import Area

from lumme_graph.drawing.scene import Rect, Scene, Shape, ShapeGroup, Stroke, Words
from lumme_graph.drawing.text.metrics import measure
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph

LANES = ("customer", "frontstage", "backstage", "support")
Way = tuple[int, int, str]


def path_of(lanes: Sequence[int], ways: Sequence[Way], **step: Any) -> Path:
    """A path with a step in each lane given, by place, and with the ways on from them."""
    steps = [
        {
            "id": f"step-{place}",
            "action": {"en": f"does the thing of step {place + 1}"},
            "actor": {"kind": "customer" if lane == 0 else "staff"},
            "lane": LANES[lane],
            "next": [
                {"to": f"step-{target}"} | ({"when": {"en": when}} if when else {})
                for source, target, when in ways
                if source == place
            ],
            **step,
        }
        for place, lane in enumerate(lanes)
    ]
    return Path.model_validate(
        {"id": "path-x", "name": {"en": "A path"}, "standing": "illustrative", "steps": steps}
    )


def graph_of(path: Path) -> ServiceGraph:
    """A model of one path, a device and a place."""
    settings = Settings.model_validate({"as_of": "2026-08-22"})
    touchpoints = [
        Touchpoint.model_validate(
            {"id": f"touchpoint-{name}", "name": {"en": name}, "channel": channel}
        )
        for name, channel in (("machine", "device"), ("shelf", "service-location"))
    ]
    return ServiceGraph([*touchpoints, path], settings)


def written(shapes: Sequence[Shape]) -> Iterator[Words]:
    """All texts."""
    for shape in shapes:
        if isinstance(shape, ShapeGroup):
            yield from written(shape.children)
        elif isinstance(shape, Words):
            yield shape


def groups(shapes: Sequence[Shape]) -> Iterator[ShapeGroup]:
    """All groups, the outer before the inner."""
    for shape in shapes:
        if isinstance(shape, ShapeGroup):
            yield shape
            yield from groups(shape.children)


def texts(shapes: Sequence[Shape]) -> Iterator[Area]:
    """The box of each line of text, as it was measured."""
    for words in written(shapes):
        for number, line in enumerate(words.lines):
            width = measure(line, words.size, words.bold)
            left = words.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor] * width
            base = words.y + number * words.leading
            yield Area(line, left, base - 0.74 * words.size, left + width, base + 0.22 * words.size)


def cards(scene: Scene) -> dict[str, Area]:
    """The box of each element: the largest rectangle of its group."""
    found: dict[str, Area] = {}
    for group in groups(scene.shapes):
        id_ = dict(group.data).get("id")
        rects = [shape for shape in group.children if isinstance(shape, Rect)]
        if id_ and rects:
            rect = max(rects, key=lambda one: one.width * one.height)
            found[id_] = Area(id_, rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
    return found


@dataclass(frozen=True)
class Arrow:
    """An arrow with its points."""

    source: str
    target: str
    route: str
    points: tuple[tuple[float, float], ...]
    dashed: bool

    @property
    def pieces(self) -> list[Area]:
        """Its straight pieces, as thin boxes."""
        return [
            Area(f"{self.source}→{self.target}", min(a, c), min(b, d), max(a, c), max(b, d))
            for (a, b), (c, d) in pairwise(self.points)
        ]


def arrows(scene: Scene) -> Iterator[Arrow]:
    """The arrows of a sheet."""
    for group in groups(scene.shapes):
        data = dict(group.data)
        if "source" in data:
            stroke = next(shape for shape in group.children if isinstance(shape, Stroke))
            pairs = re.findall(r"([-\d.]+),([-\d.]+)", stroke.d)
            points = tuple((float(x), float(y)) for x, y in pairs)
            route = data.get("route", "")
            yield Arrow(data["source"], data["target"], route, points, bool(stroke.paint.dash))


def plates(scene: Scene) -> list[Area]:
    """The white plates with the words on arrows."""
    return [
        Area("plate", shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
        for group in groups(scene.shapes)
        if ("role", "plate") in group.data
        for shape in group.children
        if isinstance(shape, Rect)
    ]


def crosses(piece: Area, area: Area, by: float = 0.05) -> bool:
    """Whether a line runs through the inside of a box."""
    return (
        piece.left < area.right - by
        and piece.right > area.left + by
        and piece.top < area.bottom - by
        and piece.bottom > area.top + by
    )


def on_border(point: tuple[float, float], area: Area, by: float = 0.05) -> bool:
    """Whether a point lies on the border of a box."""
    x, y = point
    inside = area.left - by <= x <= area.right + by and area.top - by <= y <= area.bottom + by
    edges = (x - area.left, x - area.right, y - area.top, y - area.bottom)
    return inside and min(map(abs, edges)) <= by


def roles(scene: Scene) -> list[str]:
    """The marks of a sheet: bars, diamonds, starts, ends and plates."""
    return [
        dict(group.data)["role"] for group in groups(scene.shapes) if "role" in dict(group.data)
    ]
