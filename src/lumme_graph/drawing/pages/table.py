"""The table of a page: its heads, and a brick for each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.lettering import lettering
from lumme_graph.drawing.pages.bricks import BoxShapes, PageBrick, lead, wide, written
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Disc, Paint, Rect, Shape, line
from lumme_graph.views.shapes import Box, DrawnFact, PageBlock, ShapeLine

_DISC = 3.0
_PAD = 2.2
_FACE = 2.8
"""The radius of a face."""
_GAP = 4.0
_FIRST = 2 * _DISC + 3.5
"""The room of the number before the first column's words."""
_SHARES = (0.34, 0.3, 0.19, 0.17)
"""Of the width, of four columns; else they are alike."""


class TableColumn(NamedTuple):
    """A column: its head, its left edge and the width of its words."""

    line: ShapeLine
    x: float
    width: float


def columns(block: PageBlock, width: float) -> tuple[TableColumn, ...]:
    """Where the columns of a table stand in a width."""
    n = len(block.columns)
    shares = _SHARES if n == len(_SHARES) else (1 / n,) * n
    made: list[TableColumn] = []
    x = 0.0
    for one, share in zip(block.columns, shares, strict=True):
        before = _FIRST if not made else 0.0
        made.append(TableColumn(one, x + before, share * width - before - _GAP))
        x += share * width
    return tuple(made)


def head_of(places: Sequence[TableColumn], paper: Paper) -> PageBrick:
    """The heads of the columns, over a rule; they stand again on every sheet."""
    said = [
        lettering(one.line.words, one.width, paper.size("content"), bold=True, colour=palette.MUTED)
        for one in places
    ]
    high = max(words.height for words in said)
    right = places[-1].x + places[-1].width + _GAP
    shapes: list[Shape] = [
        words.at(0.0 if place == 0 else one.x, high - words.height)
        for place, (one, words) in enumerate(zip(places, said, strict=True))
    ]
    shapes.append(line(0, high + 1, right, high + 1, Paint(stroke=palette.INK, width=0.4)))
    return PageBrick(high + 1.2, (BoxShapes("", tuple(shapes)),))


def table(block: PageBlock, places: Sequence[TableColumn], paper: Paper) -> tuple[PageBrick, ...]:
    """A brick for each row."""
    return tuple(_row(box, places, paper) for box in block.boxes)


def _row(box: Box, places: Sequence[TableColumn], paper: Paper) -> PageBrick:
    shapes: list[Shape] = []
    high = 2 * _DISC + (signs.TAG + 1.2 if box.standing else 0)
    for one in places:
        drawn, bottom = _cell(tuple(_facts(box, one.line.id)), one, paper)
        shapes += drawn
        high = max(high, bottom - _PAD)
    high += 2 * _PAD
    right = places[-1].x + places[-1].width + _GAP
    under: list[Shape] = []
    if box.tone == "hurt":
        under.append(Rect(0, 0, right, high, Paint(fill=palette.HURT_PALE)))
    under.append(line(0, high, right, high, palette.HAIRLINE))
    return PageBrick(high, (BoxShapes(box.id, (*under, *_number(box), *shapes)),))


def _facts(box: Box, column: str) -> Iterator[DrawnFact]:
    for fact in box.facts:
        if fact.id.removeprefix(f"{box.id}/").partition("/")[0] == column:
            yield fact


def _cell(
    facts: Sequence[DrawnFact], column: TableColumn, paper: Paper
) -> tuple[list[Shape], float]:
    """What stands in a cell, under each other, and where it ends."""
    shapes: list[Shape] = []
    y = _PAD
    for fact in facts:
        before = sum(wide(sign, _FACE) for sign in fact.signs)
        words = written(fact, column.width - before, paper)
        x = column.x
        for sign in fact.signs:
            shapes += lead(sign, x, y + max(words.leading / 2, _FACE - 0.6), _FACE)
            x += wide(sign, _FACE)
        shapes.append(words.at(x, y, fact=fact.id))
        y += max(words.height, fact.room * words.leading)
    return shapes, y


def _number(box: Box) -> tuple[Shape, ...]:
    """The number of the row in its disc, and its standing under it."""
    x, y = _DISC + 1, _PAD + _DISC - 0.6
    shapes: list[Shape] = []
    if box.number is not None:
        words = lettering(str(box.number), 99, 3.5, bold=True, colour=palette.PAPER)
        shapes += [
            Disc(x, y, _DISC, Paint(fill=palette.ACCENT)),
            words.centred(x, y, anchor="middle"),
        ]
    if box.standing:
        shapes += signs.tag(box.standing.value, x - signs.TAG / 2, y + _DISC + 1.2)
    return tuple(shapes)
