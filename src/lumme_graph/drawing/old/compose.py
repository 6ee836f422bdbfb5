"""A sheet with its arrows becomes a scene."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.arrows import Way, arrow_shapes
from lumme_graph.drawing.old.cards import Card
from lumme_graph.drawing.old.dot_text import ends
from lumme_graph.drawing.old.places import Placed, PlacedRow, Places
from lumme_graph.drawing.old.scene import Box, Curve, Paint, Scene, Shape, ShapeGroup, points
from lumme_graph.drawing.old.tabs import draw_tab


def compose(places: Places, ways: tuple[Way, ...]) -> Scene:
    """All shapes of a sheet, in reading order; arrows lie under the cards they join."""
    page, network = places.page, places.page.network
    name = network.id if page.count == 1 else f"{network.id}.{page.number}"
    shapes: list[Shape] = [
        ShapeGroup(f"{name}--header", tuple(page.header.draw(theme.MARGIN, theme.MARGIN)))
    ]
    shapes += _lanes(places, name)
    shapes += _arrows(places, ways, name)
    shapes += [_box(placed, name, network.lang) for placed in sorted(places.boxes, key=_reading)]
    if page.moods:
        row = page.moods.draw(theme.MARGIN, page.right, places.bottom, page.level, name)
        shapes.append(ShapeGroup(f"{name}--feelings", row))
    foot = page.height - theme.MARGIN - page.footer.height
    shapes.append(
        ShapeGroup(f"{name}--footer", tuple(page.footer.draw(theme.MARGIN, foot, page.right)))
    )
    text = network.terms.description.shown
    return Scene(
        name, network.lang, page.width, page.height, network.title.shown, text, tuple(shapes)
    )


def _lanes(places: Places, name: str) -> Iterator[ShapeGroup]:
    page = places.page
    for row, fill in zip(places.rows, cycle(theme.LANE_FILLS), strict=False):
        band = Box(theme.MARGIN, row.y, page.right - theme.MARGIN, row.height, Paint(fill=fill))
        rule = Curve(points([(theme.MARGIN, row.y), (page.right, row.y)]), theme.ZERO)
        yield ShapeGroup(
            f"{name}--lane.{row.row.lane.id}",
            (band, rule, _label(row)),
            (("lane", row.row.lane.id),),
        )


def _label(row: PlacedRow) -> Shape:
    label = row.row.label
    return label.at(theme.MARGIN + 2.5, row.y + (row.height - label.height) / 2, fact="lane")


def _arrows(places: Places, ways: tuple[Way, ...], name: str) -> Iterator[ShapeGroup]:
    for (arrow, _, _), way in zip(ends(places), ways, strict=True):
        data = (("source", arrow.source), ("target", arrow.target), ("kind", arrow.kind))
        key = f"{name}--{xml_id(arrow.source)}..{xml_id(arrow.target)}"
        yield ShapeGroup(key, arrow_shapes(way, arrow.kind), data)


def _box(placed: Placed, name: str, lang: str) -> ShapeGroup:
    if isinstance(placed.what, Card):
        return placed.what.draw(placed.x, placed.y, placed.height, f"{name}--{xml_id(placed.id)}")
    x, y = placed.x + placed.width / 2, placed.y + placed.height / 2
    return draw_tab(placed.what, x, y, lang, f"{name}--{xml_id(placed.id)}")


def _reading(placed: Placed) -> tuple[int, str]:
    what = placed.what
    return (what.node.number, "") if isinstance(what, Card) else (10**9, placed.id)


def xml_id(name: str) -> str:
    """An id of the model as a part of an XML id."""
    return name.replace("/", ".").replace(":", "..")
