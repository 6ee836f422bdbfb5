"""The foot of a sheet: the key to its signs, and the lines that stand on every output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lumme_graph.base.speaker import Said
from lumme_graph.drawing.old import theme
from lumme_graph.drawing.old.arrows import arrow_shapes
from lumme_graph.drawing.old.blocks import Block, block, said_block
from lumme_graph.drawing.old.header import LONGEST
from lumme_graph.drawing.old.icons import face
from lumme_graph.drawing.old.labels import say, standing_word
from lumme_graph.drawing.old.scene import Box, Curve, Paint, Shape, points
from lumme_graph.views.network import ArrowKind, Network, Standing

SIGN = 9.0
AIR = 1.4
BETWEEN = 6.0
STANDINGS: tuple[Standing, ...] = ("sourced", "derived", "illustrative")

Draw = Callable[[float, float], tuple[Shape, ...]]
Entry = tuple[Draw, Block]


@dataclass(frozen=True, slots=True)
class Footer:
    """The key in rows, and the lines under it."""

    rows: tuple[tuple[Entry, ...], ...]
    lines: tuple[Block, ...]

    @property
    def height(self) -> float:
        """The height of everything."""
        return (
            2 * AIR
            + sum(_height(row) for row in self.rows)
            + sum(line.height for line in self.lines)
        )

    def draw(self, x: float, y: float, right: float) -> list[Shape]:
        """The foot from its upper left corner, under a thin line."""
        shapes: list[Shape] = [Curve(points([(x, y), (right, y)]), theme.HAIRLINE)]
        y += AIR
        for row in self.rows:
            left = x
            for draw, words in row:
                shapes += draw(left, y + _height(row) / 2)
                shapes.append(
                    words.at(left + SIGN, y + (_height(row) - words.height) / 2, fact="key")
                )
                left += SIGN + words.width + BETWEEN
            y += _height(row)
        y += AIR
        for line in self.lines:
            shapes.append(line.at(x, y, fact="footer"))
            y += line.height
        return shapes


def footer(network: Network, width: float) -> Footer:
    """The foot of a drawing: only signs that occur are explained, and S, D, I always."""
    room = min(width, LONGEST)
    lines = tuple(
        said_block(words, room, size=theme.SMALL, colour=theme.MUTED) for words in network.footer
    )
    return Footer(tuple(flowed(_entries(network, room), room)), lines)


def flowed(entries: Iterable[Entry], room: float) -> Iterator[tuple[Entry, ...]]:
    """Entries of a key in rows, each as full as its room allows."""
    row: list[Entry] = []
    used = 0.0
    for entry in entries:
        wide = SIGN + entry[1].width
        if row and used + wide > room:
            yield tuple(row)
            row, used = [], 0.0
        row.append(entry)
        used += wide + BETWEEN
    if row:
        yield tuple(row)


def _height(row: tuple[Entry, ...]) -> float:
    return max(5.4, *(words.height + 1 for _, words in row))


def _entries(network: Network, room: float) -> Iterator[Entry]:
    speak = network.speak

    def entry(draw: Draw, said: Said, before: str = "") -> Entry:
        return draw, block(f"{before}{said.shown}", room - SIGN, said.lang, size=theme.SMALL)

    for standing in STANDINGS:
        yield entry(
            _border(standing), standing_word(standing, speak), f"{theme.LETTERS[standing]} "
        )
    if any(node.standing is None for node in network.nodes):
        yield entry(_border(None), say("unknown", speak), "? ")
    if any(node.feeling and node.feeling.hollow for node in network.nodes):
        yield entry(_hollow, say("hollow", speak))
    if any(node.lowest for node in network.nodes):
        yield entry(_lowest, say("lowest", speak))
    kinds: tuple[ArrowKind, ...] = ("flow", "branch")
    for kind in kinds:
        if any(arrow.kind == kind for arrow in network.arrows):
            yield entry(
                _arrow(kind), network.terms.flow if kind == "flow" else network.terms.branch
            )
    for extra in network.legend:
        yield entry(_letter(extra.sign), extra.meaning)


def _border(standing: Standing | None) -> Draw:
    paint = theme.BORDERS[standing]
    return lambda x, y: (
        Box(x + 0.3, y - 1.9, 6.6, 3.8, theme.CARD, 0.8),
        Box(x + 0.3, y - 1.9, 6.6, 3.8, paint, 0.8),
    )


def _hollow(x: float, y: float) -> tuple[Shape, ...]:
    return face(0, x + 4, y, 2.2, hollow=True)


def _lowest(x: float, y: float) -> tuple[Shape, ...]:
    mark = points([(x + 2.4, y - 1.3), (x + 5.6, y - 1.3), (x + 4, y + 1.5)], close=True)
    return (Curve(mark, Paint(fill=theme.HURT)),)


def _arrow(kind: ArrowKind) -> Draw:
    return lambda x, y: arrow_shapes(((x, y), (x + 7.2, y)), kind)


def _letter(sign: str) -> Draw:
    words = block(sign, SIGN, "", size=theme.SMALL, bold=True)
    return lambda x, y: (words.at(x + 3.6, y - words.height / 2, anchor="middle", fact="key"),)
