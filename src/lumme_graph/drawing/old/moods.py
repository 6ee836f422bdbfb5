"""The row of feelings: one face per step on a scale of five, joined by a calm line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from lumme_graph.base.speaker import Speaker
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.blocks import Block, block, said_block
from lumme_graph.drawing.old.icons import face
from lumme_graph.drawing.old.labels import feeling_word, say
from lumme_graph.drawing.old.scene import Box, Curve, Paint, Shape, ShapeGroup, number, points
from lumme_graph.views.network import NetworkNode, NodeFeeling

LEVEL = 5.6
"""Least distance of two values."""
FACE = 3.2
AIR = 1.2
SIDE = 5.8
"""From the left edge to the words of the scale."""
SIGNS = {2: "+2", 1: "+1", 0: "0", -1: "−1", -2: "−2"}


@dataclass(frozen=True, slots=True)
class Marker:
    """A step's feeling: its words, its middle, and half the width it may use."""

    node: NetworkNode
    feeling: NodeFeeling
    label: Block
    x: float
    half: float


@dataclass(frozen=True, slots=True)
class Moods:
    """All markers of a sheet, and the words of its scale."""

    speak: Speaker
    markers: tuple[Marker, ...]
    scale: tuple[tuple[int, Block], ...]
    title: Block
    lowest: Block

    @property
    def top(self) -> float:
        """Room over the highest value."""
        labels = max((marker.label.height for marker in self.markers), default=0.0)
        return AIR + max(labels + FACE + AIR, self.title.height + FACE)

    @property
    def bottom(self) -> float:
        """Room under the lowest value, with the mark of the lowest point."""
        return FACE + 2 * AIR + (self.lowest.height + 3 * AIR if self._has_lowest else 0.0)

    @property
    def _has_lowest(self) -> bool:
        return any(marker.node.lowest for marker in self.markers)

    def height(self, level: float = LEVEL) -> float:
        """The height of the row when two values are so far apart."""
        return self.top + 4 * level + self.bottom

    def draw(
        self, left: float, right: float, y: float, level: float, drawing: str
    ) -> tuple[Shape, ...]:
        """The row from its upper edge down."""
        ys = {value: y + self.top + (2 - value) * level for value in SIGNS}
        first = left + theme.LABELS
        lines = [
            Curve(
                points([(first, ys[v]), (right, ys[v])]), theme.ZERO if v == 0 else theme.HAIRLINE
            )
            for v in SIGNS
        ]
        axis = [
            shape for value, words in self.scale for shape in _level(value, words, left, ys[value])
        ]
        title = self.title.at(left, y + AIR)
        curve = Curve(" ".join(_line(self.markers, ys)), theme.MOOD)
        marks = [self._mark(marker, ys[marker.feeling.value], drawing) for marker in self.markers]
        return (title, *axis, *lines, curve, *marks)

    def _mark(self, marker: Marker, y: float, drawing: str) -> ShapeGroup:
        feeling, words = marker.feeling, marker.label
        top = y - FACE - AIR / 2 - words.height
        behind = Box(
            marker.x - words.width / 2, top, words.width, words.height, Paint(fill=theme.PAPER)
        )
        shapes: list[Shape] = [behind, words.at(marker.x, top, fact="feeling", anchor="middle")]
        shapes += face(feeling.value, marker.x, y, FACE, hollow=feeling.hollow)
        if marker.node.lowest:
            shapes += _flag(self.lowest, marker.x, y + FACE + AIR / 2)
        data = (("id", marker.node.id), ("evidence", "missing" if feeling.hollow else "given"))
        title = f"{marker.node.number}. {say('feeling', self.speak).shown} {_said(feeling)}"
        return ShapeGroup(
            f"{drawing}--feeling.{marker.node.id.replace('/', '.')}", tuple(shapes), data, title
        )


def moods(
    nodes: tuple[NetworkNode, ...], middles: Mapping[int, float], pitch: float, speak: Speaker
) -> Moods | None:
    """The row for the steps of a sheet; None where no feeling is told at all."""
    felt = [(node, node.feeling) for node in nodes if node.feeling]
    if not felt:
        return None
    markers: list[Marker] = []
    for node, feeling in felt:
        mates = [other for other, _ in felt if other.column == node.column]
        half = pitch / 2 / len(mates)
        x = middles[node.column] - pitch / 2 + half * (1 + 2 * mates.index(node))
        label = block(_said(feeling), 2 * half - 4 * AIR, feeling.word.lang)
        markers.append(Marker(node, feeling, label, x, half))
    room = theme.LABELS - SIDE - AIR
    scale = tuple(
        (v, block(f"{sign} {word.shown}", room, word.lang))
        for v, sign in SIGNS.items()
        for word in [feeling_word(v, speak)]
    )
    title = said_block(say("feeling", speak), theme.LABELS, bold=True)
    return Moods(
        speak,
        tuple(markers),
        scale,
        title,
        said_block(say("lowest", speak), pitch, bold=True, colour=theme.PAPER),
    )


def _said(feeling: NodeFeeling) -> str:
    return f"{feeling.sign} {feeling.word.shown}"


def _level(value: int, words: Block, x: float, y: float) -> tuple[Shape, ...]:
    small = face(value, x + 2.4, y, 2.4, hollow=False)
    return (*small, words.at(x + SIDE, y - words.height / 2))


def _line(markers: tuple[Marker, ...], ys: Mapping[int, float]) -> Iterator[str]:
    """Level past each face, a soft slope between two: never beyond its neighbours' values."""
    for one, two in pairwise(markers):
        if two.node.number != one.node.number + 1:
            continue
        y, z = ys[one.feeling.value], ys[two.feeling.value]
        start, end = one.x + one.half * 0.7, two.x - two.half * 0.7
        bend = f"C{number((start + end) / 2)},{number(y)} {number((start + end) / 2)},{number(z)}"
        yield f"{points([(one.x, y), (start, y)])} {bend} {number(end)},{number(z)} L{number(two.x)},{number(z)}"


def _flag(words: Block, x: float, y: float) -> tuple[Shape, ...]:
    """A dark flag with its tip at a face: this is where it hurts most."""
    dark, width = Paint(fill=theme.HURT), words.width + 4 * AIR
    tip = points([(x - 1.8, y + 1.6), (x, y), (x + 1.8, y + 1.6)], close=True)
    box = Box(x - width / 2, y + 1.5, width, words.height + AIR, dark, 1.0)
    return (Curve(tip, dark), box, words.at(x, y + 1.5 + AIR / 2, anchor="middle"))
