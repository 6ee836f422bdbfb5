"""Facts as bricks: wrapped words with the signs before them, measured, to be laid on each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from lumme_graph.drawing import icons, palette, signs
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Shape, line
from lumme_graph.views.shapes import DrawnFact, FactRole, Sign

_AIR = 1.0
_CLOSE = 0.2
"""The air above a brick that explains the one before it."""
_SMALL = 5.2
"""What a small sign takes before the words, with the air after it."""
_BEFORE = 1.0
"""Between words from right to left and the signs at their right."""
_ICON = {"a3": 8.0}
_ICON_ELSEWHERE = 6.0


class Style(NamedTuple):
    """How the words of a role are written; `size` is one of `content`, `step` and `note`."""

    is_step: bool = False
    bold: bool = False
    colour: str = palette.INK
    note: bool = False


PLAIN: dict[FactRole, Style] = {
    "head": Style(bold=True),
    "body": Style(),
    "sub": Style(colour=palette.MUTED),
    "quote": Style(),
    "id": Style(colour=palette.MUTED, note=True),
    "gap": Style(colour=palette.MUTED),
}
"""How facts are written in a row of texts."""


@dataclass(frozen=True, slots=True)
class Brick:
    """A fact, measured: its words stand `indent` after its signs, in `room` at least."""

    fact: str
    words: Lettering
    signs: tuple[Sign, ...]
    icon: float
    indent: float
    gap: float
    room: float = 0.0

    @property
    def height(self) -> float:
        """What its words need, or what is left free to write in."""
        return max(self.words.height, self.room)

    def at(self, x: float, y: float) -> tuple[Shape, ...]:
        """The brick from its upper left corner; signs stand where the first line begins."""
        shapes: list[Shape] = []
        middle = y + self.words.leading / 2
        is_rtl = self.words.direction == "rtl"
        at = x + self.words.room + _BEFORE if is_rtl else x
        for sign in self.signs:
            match sign.family:
                case "channel":
                    shapes.append(icons.icon(sign.value, at, y, self.icon))
                    at += self.icon + 1.4
                case "standing":
                    shapes += signs.tag(sign.value, at, middle - signs.TAG / 2)
                    at += _SMALL
                case "line":
                    paint = signs.LINES[sign.value]
                    shapes += (
                        line(at, middle, at + 3, middle, paint),
                        signs.head(at + 4, middle, "right"),
                    )
                    at += _SMALL
                case _:
                    shapes += signs.small(sign, at + 1.8, middle, 1.8)
                    at += _SMALL
        return (*shapes, self.words.at(x if is_rtl else x + self.indent, y, fact=self.fact))

    def rows_of(self, lines: int) -> tuple[Brick, ...]:
        """The same in bricks of so many lines at most; the signs stand before the first."""
        said = self.words.lines
        parts = [said[i : i + lines] for i in range(0, len(said), lines)]
        return tuple(
            replace(self, words=replace(self.words, lines=part), signs=() if n else self.signs)
            for n, part in enumerate(parts)
        )


def bricks(
    facts: Iterable[DrawnFact], width: float, paper: Paper, styles: dict[FactRole, Style] = PLAIN
) -> tuple[Brick, ...]:
    """Facts as bricks that fit a width; their words begin at one left edge."""
    found = list(facts)
    icon = _ICON.get(paper.name, _ICON_ELSEWHERE)
    indent = max((_indent(fact.signs, icon) for fact in found), default=0.0)
    return tuple(_brick(fact, width - indent, indent, icon, paper, styles) for fact in found)


def _brick(
    fact: DrawnFact,
    room: float,
    indent: float,
    icon: float,
    paper: Paper,
    styles: dict[FactRole, Style],
) -> Brick:
    style = styles[fact.role]
    size = paper.size("step" if style.is_step else "note" if style.note else "content")
    words = lettering(fact.words, room, size, bold=style.bold, colour=style.colour, note=style.note)
    gap = _CLOSE if fact.role in {"sub", "id"} and not fact.signs else _AIR
    return Brick(fact.id, words, fact.signs, icon, indent, gap, fact.room * words.leading)


def _indent(signs_: Sequence[Sign], icon: float) -> float:
    return sum(icon + 1.4 if sign.family == "channel" else _SMALL for sign in signs_)


def height(stack: Sequence[Brick]) -> float:
    """The height of bricks on each other."""
    words = sum(brick.height for brick in stack) + sum(brick.gap for brick in stack[1:])
    icons_ = (one.icon for one in stack for sign in one.signs if sign.family == "channel")
    return max(words, *icons_, 0.0)


def laid(stack: Sequence[Brick], x: float, y: float) -> tuple[Shape, ...]:
    """Bricks on each other, from the upper left corner."""
    shapes: list[Shape] = []
    for n, brick in enumerate(stack):
        y += brick.gap if n else 0.0
        shapes += brick.at(x, y)
        y += brick.height
    return tuple(shapes)
