"""Tiles and signs of many cells, drawn together: a path for each state, so that a cell is small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.lettering import Lettering, one_line
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Paint, Shape, ShapeGroup, Stroke, Words, number
from lumme_graph.views.shapes import DrawnFact

Place: TypeAlias = tuple[float, float]
"""The left edge of a cell, and its width."""

GAP = 0.4
"""Between two tiles."""
_APART = 0.8
"""Between a sign and what is written beside it."""
_RING = 1.5
"""The diameter of the hole in a ring."""


def written(fact: DrawnFact, paper: Paper) -> Lettering | None:
    """What stands beside the sign of a cell; nothing where its words are those of the sign."""
    sign = fact.signs[0]
    if fact.words == sign.words:
        return None
    return one_line(
        fact.words, paper.size("note"), colour=palette.STATES[sign.value].ink, note=True
    )


def needed(fact: DrawnFact, paper: Paper) -> float:
    """The least width of a cell."""
    words = written(fact, paper)
    return 2 * signs.RADIUS + 0.8 + (words.width + _APART if words else 0)


@dataclass(slots=True)
class Marks:
    """The marks of a block of cells, by state."""

    tiles: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    discs: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    halves: list[str] = field(default_factory=list[str])

    def tile(self, state: str, x: float, y: float, width: float, height: float) -> None:
        """A tile from its upper left corner."""
        wide, high = _short(width - GAP), _short(height - GAP)
        d = f"M{_short(x + GAP / 2)},{_short(y + GAP / 2)}h{wide}v{high}h-{wide}z"
        self.tiles.setdefault(state, []).append(d)

    def disc(self, state: str, x: float, y: float) -> None:
        """The round sign of a state about its middle."""
        self.discs.setdefault(state, []).append(f"M{_short(x)},{_short(y)}h.01")
        if state == "part":
            r = number(signs.RADIUS)
            self.halves.append(f"M{_short(x)},{_short(y - signs.RADIUS)}a{r},{r} 0 0 0 0,2.6z")

    def under(self) -> list[Shape]:
        """The tiles and the round signs, for what is written to stand upon."""
        shapes: list[Shape] = []
        for state, parts in sorted(self.tiles.items()):
            border = palette.HAIR if state in palette.BORDERED else None
            paint = Paint(palette.STATES[state].fill, border, 0.2 if border else 0.0)
            shapes.append(Stroke("".join(parts), paint))
        for state, parts in sorted(self.discs.items()):
            tone = palette.STATES[state]
            d = "".join(parts)
            shapes.append(Stroke(d, _dot(tone.ink, 2 * signs.RADIUS)))
            if state != "done":
                shapes.append(Stroke(d, _dot(tone.fill, _RING)))
        if self.halves:
            shapes.append(Stroke("".join(self.halves), Paint(palette.STATES["part"].ink)))
        return shapes

    def cell(
        self, fact: DrawnFact, paper: Paper, places: Sequence[Place], y: float, height: float
    ) -> Shape:
        """A cell at the places of its columns, from y down: the answer is what is its own.

        Its tiles and round signs are kept, to be drawn with those of the others.
        """
        state = fact.signs[0].value
        words = written(fact, paper)
        middle = _tenth(y + height / 2)
        lefts: list[float] = []
        for x, width in places:
            self.tile(state, x, y, width, height)
            beside = words.width + _APART if words else 0.0
            lefts.append(_tenth(x + (width - 2 * signs.RADIUS - beside) / 2))
        if words is None and state == "unknown" and len(lefts) == 1:
            (sign,) = signs.state(state, _tenth(lefts[0] + signs.RADIUS), middle, palette.INK)
            return replace(sign, fact=fact.id) if isinstance(sign, Words) else sign
        if words is None:
            return ShapeGroup(_alone(state, lefts, middle), data=(("fact", fact.id),))
        for left in lefts:
            self.disc(state, left + signs.RADIUS, middle)
        first, *more = (_tenth(left + 2 * signs.RADIUS + _APART) for left in lefts)
        if not more:
            return words.centred(first, middle, fact=fact.id)
        return ShapeGroup(
            tuple(words.centred(x, middle) for x in (first, *more)), data=(("fact", fact.id),)
        )


def _alone(state: str, lefts: Sequence[float], y: float) -> tuple[Shape, ...]:
    """The same sign at several places, with nothing beside it."""
    tone = palette.STATES[state]
    middles = [left + signs.RADIUS for left in lefts]
    if state == "none":
        d = "".join(f"M{_short(left)},{_short(y)}h{number(2 * signs.RADIUS)}" for left in lefts)
        return (Stroke(d, Paint(stroke=tone.ink, width=0.55)),)
    if state in {"part", "unknown"} or len(middles) == 1:
        return tuple(one for x in middles for one in signs.state(state, _tenth(x), y, tone.ink))
    d = "".join(f"M{_short(x)},{_short(y)}h.01" for x in middles)
    dot = Stroke(d, _dot(tone.ink, 2 * signs.RADIUS))
    return (dot,) if state == "done" else (dot, Stroke(d, _dot(tone.fill, _RING)))


def _dot(colour: str, width: float) -> Paint:
    return Paint(stroke=colour, width=width, round=True)


def _tenth(value: float) -> float:
    return round(value, 1)


def _short(value: float) -> str:
    return number(_tenth(value))
