"""Reads a scene, for tests: where its words and boxes are, and which facts it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from drawing_reading import Area

from lumme_graph.drawing.scene import Rect, Scene, Shape, ShapeGroup, Words
from lumme_graph.drawing.text.metrics import measure

SMALL = 10.0
"""No box in which words stand is narrower, in millimetres; a sign may be."""


def shapes(of: Iterable[Shape]) -> Iterator[Shape]:
    """All shapes, those in groups too."""
    for shape in of:
        yield shape
        if isinstance(shape, ShapeGroup):
            yield from shapes(shape.children)


def words(scene: Scene) -> list[Words]:
    """All words of a sheet."""
    return [shape for shape in shapes(scene.shapes) if isinstance(shape, Words)]


def lines(said: Words, widen: float = 1.0) -> Iterator[Area]:
    """The box of each line, as our own metrics have it."""
    shares = (0.0, 0.5, 1.0) if said.direction == "ltr" else (1.0, 0.5, 0.0)
    share = shares[("start", "middle", "end").index(said.anchor)]
    for n, line in enumerate(said.lines):
        width = widen * measure(line, said.size, said.bold)
        left = said.x - share * width
        base = said.y + n * said.leading
        yield Area(line, left, base - 0.74 * said.size, left + width, base + 0.22 * said.size)


def overlaps(scene: Scene) -> list[tuple[str, str]]:
    """The texts that stand on each other."""
    areas = [area for said in words(scene) for area in lines(said)]
    return [(a.what, b.what) for a, b in combinations(areas, 2) if a.overlaps(b)]


def strays(scene: Scene, edge: float = 10.0) -> list[str]:
    """The texts that come nearer to the edge of the sheet than they may."""
    room = Area("room", edge, edge, scene.width - edge, scene.height - edge)
    return [area.what for said in words(scene) for area in lines(said) if not room.holds(area)]


def spilt(scene: Scene) -> list[str]:
    """The texts that leave the box of their group, in a font that is a tenth wider."""
    found: list[str] = []
    for group in shapes(scene.shapes):
        if not isinstance(group, ShapeGroup):
            continue
        box = group.children[0] if group.children else None
        if isinstance(box, Rect) and box.width > SMALL and "id" in dict(group.data):
            inside = Area("box", box.x, box.y, box.x + box.width, box.y + box.height)
            texts = (one for one in group.children if isinstance(one, Words))
            found += [
                line.what for one in texts for line in lines(one, 1.1) if not inside.holds(line)
            ]
    return found


def facts(scenes: Iterable[Scene]) -> dict[str, str]:
    """What is told of each fact on all sheets, without spaces and hyphens."""
    told: dict[str, str] = {}
    for shape in (shape for scene in scenes for shape in shapes(scene.shapes)):
        if isinstance(shape, Words) and shape.fact:
            told[shape.fact] = told.get(shape.fact, "") + plain("".join(shape.lines))
        if isinstance(shape, ShapeGroup):
            told |= {id_: plain(shape.title) for kind, id_ in shape.data if kind == "fact"}
    return told


def plain(text: str) -> str:
    """A text without what wrapping may add or take."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")
