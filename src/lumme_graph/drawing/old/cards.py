"""The card of one step: measured first, drawn when its place and height are known."""

from __future__ import annotations

from dataclasses import dataclass

from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.blocks import Block, block, said_block
from lumme_graph.drawing.old.icons import icon
from lumme_graph.drawing.old.labels import channel_word, say
from lumme_graph.drawing.old.scene import Box, Curve, Disc, Paint, Shape, ShapeGroup, points
from lumme_graph.views.network import NetworkNode

DISC = 3.1
ICON = 6.0
AIR = 1.2
"""Between the parts of a card."""


@dataclass(frozen=True, slots=True)
class Card:
    """A step's texts, wrapped for the width of its card."""

    node: NetworkNode
    width: float
    speak: Speaker
    number: Block
    marks: Block
    actor: Block | None
    text: Block
    touchpoint: Block | None
    exits: tuple[Block, ...]
    lowest: Block | None

    @property
    def height(self) -> float:
        """The least height that holds everything."""
        return theme.PAD + self._head + AIR + self.text.height + self._foot

    @property
    def _head(self) -> float:
        return max(2 * DISC, self.actor.height if self.actor else 0.0)

    @property
    def _touch(self) -> float:
        return max(ICON, self.touchpoint.height) if self.touchpoint else 0.0

    @property
    def _foot(self) -> float:
        parts = [
            part + 2 * AIR for part in (self._touch, sum(e.height for e in self.exits)) if part
        ]
        return sum(parts) + (AIR + self._strip if self.lowest else theme.PAD - 0.4)

    @property
    def _strip(self) -> float:
        return (self.lowest.height if self.lowest else 0.0) + 2 * AIR

    def draw(self, x: float, y: float, height: float, group: str) -> ShapeGroup:
        """The card at its place, as high as its lane's highest card."""
        node = self.node
        shapes = [Box(x, y, self.width, height, theme.CARD, 1.6), *self._bottom(x, y + height)]
        shapes += [
            Box(x, y, self.width, height, theme.BORDERS[node.standing], 1.6),
            *self._top(x, y),
        ]
        data = (("id", node.id), ("lane", node.lane), ("standing", node.standing or "unknown"))
        return ShapeGroup(group, tuple(shapes), data, f"{node.number}. {node.text.shown}")

    def _top(self, x: float, y: float) -> list[Shape]:
        left, top = x + theme.PAD, y + theme.PAD
        middle = top + DISC
        right = x + self.width - theme.PAD
        shapes: list[Shape] = [
            Disc(left + DISC, middle, DISC, Paint(fill=theme.ACCENT)),
            self.number.at(
                left + DISC, middle - self.number.height / 2, fact="number", anchor="middle"
            ),
            self.marks.at(right, middle - self.marks.height / 2, fact="standing", anchor="end"),
        ]
        if self.actor:
            single = max(0.0, DISC - self.actor.height / 2)
            shapes.append(self.actor.at(left + 2 * DISC + AIR, top + single, fact="actor"))
        return [*shapes, self.text.at(left, top + self._head + AIR, fact="step")]

    def _bottom(self, x: float, bottom: float) -> list[Shape]:
        y = bottom - self._foot
        shapes: list[Shape] = []
        if self.touchpoint and self.node.touchpoint:
            shapes.append(self._line(x, y + AIR))
            shapes += self._touch_row(self.touchpoint, x + theme.PAD, y + 2 * AIR)
            y += self._touch + 2 * AIR
        if self.exits:
            shapes.append(self._line(x, y + AIR))
            y += 2 * AIR
            for way in self.exits:
                shapes.append(way.at(x + theme.PAD, y, fact="branch"))
                y += way.height
        if self.lowest:
            shapes += self._lowest_strip(self.lowest, x, bottom - self._strip)
        return shapes

    def _touch_row(self, label: Block, x: float, y: float) -> list[Shape]:
        channel = self.node.touchpoint.channel if self.node.touchpoint else ""
        name = channel_word(channel, self.speak).shown
        sign = ShapeGroup(
            "",
            (icon(channel, x, y + (self._touch - ICON) / 2, ICON),),
            (("channel", channel),),
            name,
        )
        return [
            sign,
            label.at(x + ICON + AIR, y + (self._touch - label.height) / 2, fact="touchpoint"),
        ]

    def _lowest_strip(self, label: Block, x: float, y: float) -> list[Shape]:
        paint = Paint(fill=theme.HURT)
        middle, left = y + self._strip / 2, x + theme.PAD
        mark = points(
            [(left, middle - 1.3), (left + 3.2, middle - 1.3), (left + 1.6, middle + 1.5)],
            close=True,
        )
        return [
            Box(x, y, self.width, self._strip, paint, 1.6),
            Curve(mark, Paint(fill=theme.PAPER)),
            label.at(left + 4.4, y + AIR, fact="lowest"),
        ]

    def _line(self, x: float, y: float) -> Curve:
        return Curve(points([(x + theme.PAD, y), (x + self.width - theme.PAD, y)]), theme.HAIRLINE)


def card(
    node: NetworkNode, width: float, speak: Speaker, exits: tuple[tuple[str, Said], ...]
) -> Card:
    """Wrap all texts of a step; `exits` are the ways that need words: where to, and when."""
    inner = width - 2 * theme.PAD
    marks = block(
        " ".join(node.marks) or theme.LETTERS[node.standing],
        inner,
        speak.lang,
        size=theme.SMALL,
        bold=True,
    )
    beside = inner - 2 * DISC - 2 * AIR - marks.width
    return Card(
        node=node,
        width=width,
        speak=speak,
        number=block(str(node.number), 2 * DISC, speak.lang, bold=True, colour=theme.PAPER),
        marks=marks,
        actor=_words(node.actor, beside, colour=theme.MUTED),
        text=said_block(node.text, inner, bold=True),
        touchpoint=_words(node.touchpoint.label if node.touchpoint else None, inner - ICON - AIR),
        exits=tuple(block(text, inner, words.lang) for text, words in exits),
        lowest=said_block(say("lowest", speak), inner - 4.4, bold=True, colour=theme.PAPER)
        if node.lowest
        else None,
    )


def _words(words: Said | None, width: float, colour: str = theme.INK) -> Block | None:
    return said_block(words, width, colour=colour) if words else None
