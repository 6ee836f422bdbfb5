"""Drawings in pixels: words stay where they are measured to be, and signs differ without colours."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import combinations
from xml.etree.ElementTree import tostring

import pytest
from drawing_reading import SVG, root, sheet, texts
from journey_samples import graph, path, step
from PIL import Image, ImageChops, ImageStat

import lumme_graph as lg
from lumme_graph.drawing import icons, palette, signs
from lumme_graph.drawing.png import png
from lumme_graph.drawing.scene import Scene, Shape
from lumme_graph.drawing.svg import svg


@pytest.mark.parametrize(
    ("kind", "paper"), [("journey", "a3"), ("path", "a4"), ("blueprint", "web")]
)
def test_the_ink_of_words_stays_where_they_are_measured_to_be(kind: str, paper: str) -> None:
    """The words alone, drawn in pixels: within their boxes, with room for what is over capitals."""
    action = "Äiti kysyy: Öljyä, Å? Щука, jgpqy! WWWW ffi"
    steps = (step(f"s{n}", 0, action=action, touchpoint="touchpoint-desk") for n in "abc")
    drawing = lg.draw(graph(path(*steps)), "path-x", kind=kind, lang="fi", sheet=paper)
    document = root(drawing.svg)
    for group in list(document.iter()):
        for child in list(group):
            is_text = child.tag in {f"{SVG}{tag}" for tag in ("g", "text", "tspan")}
            if not is_text or "rotate" in child.get("transform", ""):
                group.remove(child)
    image = Image.open(io.BytesIO(png(tostring(document, encoding="unicode"), 2.0))).convert("L")
    scale = image.width / sheet(drawing.svg).right
    assert ImageChops.invert(image).getbbox() is not None
    for one in texts(document):
        rise = 0.25 * (one.bottom - one.top)
        box = (one.left - 0.4, one.top - rise, one.right + 0.4, one.bottom + 0.1)
        left, top, right, bottom = (round(edge * scale) for edge in box)
        image.paste(255, (left, top, right, bottom))
    assert ImageChops.invert(image).getbbox() is None


def in_grey(shapes: Sequence[Shape], width: float, height: float) -> Image.Image:
    """Shapes as they come out of a printer without colours."""
    scene = Scene("grey", "path", "en", width, height, "Grey", "In grey", tuple(shapes))
    return Image.open(io.BytesIO(png(svg(scene), 4.0))).convert("L")


def differing(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that are plainly lighter or darker in the other."""
    apart = ImageChops.difference(one, other).histogram()
    return sum(apart[24:]) / sum(apart)


def test_states_stand_apart_in_grey_print() -> None:
    """By their fills or by their signs: a twentieth of the plate at least."""
    width, height = signs.PLATE
    plates = {
        state: in_grey(signs.plate(state, 0, 0, width, height), width, height)
        for state in palette.STATES
    }
    alike = [(a, b) for a, b in combinations(plates, 2) if differing(plates[a], plates[b]) < 0.05]
    assert alike == []
    means = {state: ImageStat.Stat(image).mean[0] for state, image in plates.items()}
    assert min(means, key=lambda state: means[state]) == "gap"


def test_faces_and_borders_stand_apart_in_grey_print() -> None:
    faces = {
        value: in_grey(icons.face(value, 4, 4, 3.7, is_open=False), 8, 8) for value in palette.FACES
    }
    alike = [(a, b) for a, b in combinations(faces, 2) if differing(faces[a], faces[b]) < 0.02]
    assert alike == []
    dashes = {palette.BORDERS[standing].dash for standing in palette.LETTERS}
    assert len(dashes) == len(palette.LETTERS)
