"""A page on sheets of its own, upright A4: its blocks under and beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lumme_graph.drawing import palette
from lumme_graph.drawing.frame import Frame, frame
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.pages.bricks import BoxShapes, PageBrick, bricks, heading
from lumme_graph.drawing.pages.table import columns, head_of, table
from lumme_graph.drawing.paper import PAPERS, POINT, Paper
from lumme_graph.drawing.scene import Paint, Rect, Scene, Shape
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Box, DrawnFact, PageBlock, ShapePage

_WEB_WIDTH = 186.0
_HEADING = 12 * POINT
_BETWEEN = 5.0
"""Above a row of blocks."""
_GUTTER = 6.0
"""Between two blocks beside each other."""
_STATE = 45.0
"""The least width of a column of states."""
_TILE = 15.0
_FREE = 10.0
"""Where a number is to be written in by hand."""


@dataclass(frozen=True, slots=True)
class _Stack:
    """A block that is laid out: its heading, what stands over its entries on every sheet, and these."""

    x: float
    heading: PageBrick
    over: PageBrick | None
    bricks: tuple[PageBrick, ...]

    @property
    def top(self) -> float:
        """The height of what stands over the entries."""
        return self.heading.height + (self.over.height if self.over else 0.0)


@dataclass(frozen=True, slots=True)
class _Run:
    """So many entries of each block of a row, on one sheet."""

    stacks: tuple[_Stack, ...]

    @property
    def height(self) -> float:
        """How high the highest of the blocks is."""
        return max(one.top + sum(brick.height for brick in one.bricks) for one in self.stacks)

    def draw(self, sheet: str, left: float, y: float) -> Iterator[Shape]:
        """Its blocks, from their upper edge."""
        for stack in self.stacks:
            down = y
            for brick in (stack.heading, *([stack.over] if stack.over else []), *stack.bricks):
                yield from brick.draw(sheet, left + stack.x, down)
                down += brick.height


def sheets(page: ShapePage, paper: Paper) -> list[Scene]:
    """The sheets of a page; a long table or list goes on with its heads on the next sheet."""
    upright = _upright(paper)
    first = _frame(page, upright, (1, 1))
    other = _frame(page, upright, (2, 2))
    rows = [_row(row, first.width, upright) for row in page.blocks]
    dealt = _dealt(rows, first.height, other.height)
    return [
        _drawn(_frame(page, upright, (number, len(dealt))), runs)
        for number, runs in enumerate(dealt, 1)
    ]


def _upright(paper: Paper) -> Paper:
    """A page is one of A4 whichever paper is asked for, with text as large as on a wall; else the web's."""
    sheet = paper if paper.width is None else PAPERS["a4"].portrait
    return replace(sheet, sizes=PAPERS["a3"].sizes)


def _frame(page: ShapePage, paper: Paper, place: tuple[int, int]) -> Frame:
    return frame(
        page.head,
        page.kind,
        paper,
        keys=key(page),
        notes=page.notes if place[0] == place[1] else (),
        width=_WEB_WIDTH,
        sheet=place,
    )


def _row(row: Sequence[PageBlock], width: float, paper: Paper) -> _Run:
    wide = (width - _GUTTER * (len(row) - 1)) / len(row)
    return _Run(
        tuple(_stack(block, i * (wide + _GUTTER), wide, paper) for i, block in enumerate(row))
    )


def _stack(block: PageBlock, x: float, width: float, paper: Paper) -> _Stack:
    if block.look == "tiles":
        return _Stack(x, PageBrick(0.0, ()), None, (_tiles(block.boxes, width, paper),))
    over = heading(block, width, _HEADING)
    if block.look == "table" and block.columns:
        places = columns(block, width)
        return _Stack(x, over, head_of(places, paper), table(block, places, paper))
    many = max(1, int(width // _STATE)) if block.look in {"states", "icons"} else 1
    return _Stack(x, over, None, tuple(bricks(block, width, paper, many)))


def _tiles(boxes: Sequence[Box], width: float, paper: Paper) -> PageBrick:
    """Numbers, each large on a plate with what it counts."""
    gap = 4.0
    wide = (width - gap * (len(boxes) - 1)) / len(boxes)
    parts: list[BoxShapes] = []
    made: list[tuple[Box, Lettering, float, list[tuple[DrawnFact, Lettering]]]] = []
    for box in boxes:
        number = lettering(
            box.facts[0].words,
            wide,
            22 * POINT,
            bold=True,
            colour=palette.HURT if box.tone == "hurt" else palette.ACCENT,
        )
        left = 4 + max(number.width, box.facts[0].room * _FREE) + 3
        words = [
            (fact, lettering(fact.words, wide - left - 3, paper.size("content")))
            for fact in box.facts[1:]
        ]
        made.append((box, number, left, words))
    high = max(_TILE, *(sum(said.height for _, said in words) + 4 for _, _, _, words in made))
    for place, (box, number, left, words) in enumerate(made):
        x = place * (wide + gap)
        fill = palette.HURT_PALE if box.tone == "hurt" else palette.LABEL
        shapes: list[Shape] = [
            Rect(x, 0, wide, high, Paint(fill=fill), 1.5),
            number.centred(x + 4, high / 2, fact=box.facts[0].id),
        ]
        y = (high - sum(said.height for _, said in words)) / 2
        for fact, said in words:
            shapes.append(said.at(x + left, y, fact=fact.id))
            y += said.height
        parts.append(BoxShapes(box.id, tuple(shapes)))
    return PageBrick(high, tuple(parts))


def _dealt(rows: Sequence[_Run], first: float | None, other: float | None) -> list[list[_Run]]:
    """What of the rows stands on each sheet; what does not fit goes on with the next."""
    if first is None or other is None:
        return [list(rows)]
    dealt: list[list[_Run]] = [[]]
    room = first
    queue = list(rows)
    while queue:
        row = queue.pop(0)
        here, rest = _cut(row, room, whole=not dealt[-1])
        if here is None:
            dealt.append([])
            room = other
            queue.insert(0, row)
            continue
        dealt[-1].append(here)
        room -= here.height + _BETWEEN
        if rest is not None:
            dealt.append([])
            room = other
            queue.insert(0, rest)
    return dealt


def _cut(row: _Run, room: float, *, whole: bool) -> tuple[_Run | None, _Run | None]:
    """What of a row fits, and the rest; on an empty sheet (`whole`) at least one entry stands."""
    if row.height <= room:
        return row, None
    counts = [max(_fitting(stack, room), 1 if whole else 0) for stack in row.stacks]
    if not any(counts) or any(n == 0 and s.bricks for n, s in zip(counts, row.stacks, strict=True)):
        return None, row
    pairs = list(zip(row.stacks, counts, strict=True))
    rest = [replace(one, bricks=one.bricks[n:]) for one, n in pairs if len(one.bricks) > n]
    return (
        _Run(tuple(replace(one, bricks=one.bricks[:n]) for one, n in pairs)),
        _Run(tuple(rest)) if rest else None,
    )


def _fitting(stack: _Stack, room: float) -> int:
    used = stack.top
    for count, brick in enumerate(stack.bricks):
        used += brick.height
        if used > room:
            return count
    return len(stack.bricks)


def _drawn(around: Frame, runs: Sequence[_Run]) -> Scene:
    shapes: list[Shape] = []
    y = around.top + 1.5
    for run in runs:
        shapes += run.draw(around.id, around.left, y)
        y += run.height + _BETWEEN
    return around.scene(shapes, y)
