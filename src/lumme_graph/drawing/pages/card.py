"""A card of a page: a title, rows of blocks, and what it rests on at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.drawing import palette
from lumme_graph.drawing.frame import group_id
from lumme_graph.drawing.header import made
from lumme_graph.drawing.pages.bricks import (
    AIR,
    GUTTER,
    BoxShapes,
    PageBrick,
    brick,
    bricks,
    heading,
)
from lumme_graph.drawing.paper import PAPERS
from lumme_graph.drawing.scene import Paint, Rect, Shape, ShapeGroup, line, moved
from lumme_graph.drawing.signs import TAG, tag
from lumme_graph.drawing.title import LargeTitle, title
from lumme_graph.views.shapes import PageBlock, ShapePage

WIDE: Final = 97.0
HIGH: Final = 134.0
"""An A6 sheet, less the gaps for the scissors."""
STYLES: Final = replace(PAPERS["a4"], name="card", width=WIDE, height=HIGH)
"""The sizes of text on a card, on whichever sheet it stands."""
_PAD = 3.6
_SIGN = 14.0
_INNER = 1.4
"""Within the band of the title and the box of the foot."""
_ABOVE = 1.3
"""Between the line over a row and its headings."""
_INSET = 2.2
"""From the edge of the card to the box of its foot."""
_CONTINUED = Label("{name} (continued)")


@dataclass(frozen=True, slots=True)
class BlockStack:
    """A block on a card: its heading and its entries."""

    heading: PageBrick
    bricks: tuple[PageBrick, ...]

    @property
    def height(self) -> float:
        """How high it is; nothing where nothing is left of it."""
        entries = sum(brick.height for brick in self.bricks)
        return self.heading.height + entries if self.bricks else 0.0

    @property
    def least(self) -> float:
        """Its heading with its first entry."""
        return self.heading.height + self.bricks[0].height if self.bricks else 0.0


@dataclass(frozen=True, slots=True)
class PageCard:
    """What stands on a card: all of a page, or what is left of it (`place` 2 and on)."""

    page: ShapePage
    title: LargeTitle
    rows: tuple[tuple[BlockStack, ...], ...]
    foot: PageBrick
    place: int = 1


@dataclass(frozen=True, slots=True)
class CardHeights:
    """How high the title, each row and the foot are on every card of a sheet, and the whole."""

    title: float
    rows: tuple[float, ...]
    foot: float
    total: float


def card(page: ShapePage) -> PageCard:
    """A page as one card."""
    rows = [row for row in page.blocks if all(block.look != "note" for block in row)]
    notes = [block for row in page.blocks for block in row if block.look == "note"]
    stacks = tuple(tuple(_stacks(row, WIDE - 2 * _PAD)) for row in rows)
    return PageCard(page, _title(page, 1), stacks, _foot(page, notes))


def _title(page: ShapePage, place: int) -> LargeTitle:
    head = page.head
    name = head.title if place == 1 else head.speak(_CONTINUED, name=head.title.words)
    room = WIDE - 2 * _PAD - (TAG if head.standing else 0)
    shown = head if place == 1 else replace(head, fields=())
    return title(shown, STYLES, (0.0, 0.0), room, name=name, style="card", side=_SIGN)


def _stacks(row: Sequence[PageBlock], width: float) -> Iterator[BlockStack]:
    """The blocks of a row beside each other; one of icons alone takes two columns."""
    if len(row) == 1 and row[0].look == "icons":
        column = (width - GUTTER) / 2
        over = heading(row[0], width, STYLES.size("content"))
        laid = bricks(row[0], column, STYLES)
        yield BlockStack(over, tuple(laid[::2]))
        yield BlockStack(PageBrick(over.height, ()), tuple(laid[1::2]))
        return
    column = (width - GUTTER * (len(row) - 1)) / len(row)
    for block in row:
        over = heading(block, column, STYLES.size("content"))
        yield BlockStack(over, tuple(bricks(block, column, STYLES)))


def _foot(page: ShapePage, notes: Sequence[PageBlock]) -> PageBrick:
    """The box at the foot: what the card rests on, the day and the id."""
    room = WIDE - 2 * _INSET - 2 * _INNER
    parts: list[BoxShapes] = []
    y = _INNER
    for box in (box for block in notes for box in block.boxes):
        laid = brick(box, room, STYLES)
        parts += (
            BoxShapes(part.id, tuple(moved(shape, _INNER, y) for shape in part.shapes))
            for part in laid.parts
        )
        y += laid.height - AIR
    if line_ := made(page.head, STYLES, room):
        told = " ".join(fact.id for fact in page.head.made)
        parts.append(BoxShapes("", (line_.at(_INNER, y + 0.4, fact=told),)))
        y += line_.height + 0.4
    return PageBrick(y + _INNER, tuple(parts))


def fit(cards: Sequence[PageCard], height: float) -> CardHeights | None:
    """The heights with which all the cards fit one height; None where they do not.

    What is left over is shared by the rows.
    """
    least = needed(cards)
    if least.total > height:
        return None
    spare = (height - least.total) / max(1, sum(map(bool, least.rows)))
    shared = tuple(row + spare if row else 0.0 for row in least.rows)
    return replace(least, rows=shared, total=height)


def needed(cards: Sequence[PageCard]) -> CardHeights:
    """The least heights with which all the cards have the same blocks at the same heights."""
    band = max(one.title.height for one in cards) + 2 * _INNER
    foot = max(one.foot.height for one in cards)
    highest = [
        max(stack.height for one in cards for stack in one.rows[place])
        for place in range(len(cards[0].rows))
    ]
    rows = tuple(height + 2 * _ABOVE if height else 0.0 for height in highest)
    return CardHeights(band, rows, foot, band + sum(rows) + foot + _INSET)


def cut(one: PageCard, height: float) -> tuple[PageCard, PageCard] | None:
    """A card in two, of which the first fits the height; None where not even one entry does."""
    room = height - one.title.height - 2 * _INNER - one.foot.height - _INSET
    first: list[tuple[BlockStack, ...]] = []
    rest: list[tuple[BlockStack, ...]] = []
    for row in one.rows:
        pairs = [_halves(stack, room - 2 * _ABOVE) for stack in row]
        first.append(tuple(a for a, _ in pairs))
        rest.append(tuple(b for _, b in pairs))
        used = max(a.height for a, _ in pairs)
        room -= used + 2 * _ABOVE if used else 0.0
        if any(b.bricks for _, b in pairs):
            room = 0.0
    if not any(stack.bricks for row in first for stack in row):
        return None
    after = replace(
        one,
        title=_title(one.page, one.place + 1),
        rows=tuple(rest),
        foot=_foot(one.page, ()),
        place=one.place + 1,
    )
    return replace(one, rows=tuple(first)), after


def _halves(stack: BlockStack, room: float) -> tuple[BlockStack, BlockStack]:
    used, count = stack.heading.height, 0
    for one in stack.bricks:
        if used + one.height > room:
            break
        used += one.height
        count += 1
    return replace(stack, bricks=stack.bricks[:count]), replace(stack, bricks=stack.bricks[count:])


def draw(one: PageCard, heights: CardHeights, sheet: str, x: float, y: float) -> ShapeGroup:
    """A card from its upper left corner."""
    head = one.page.head
    border = palette.BORDERS[head.standing.value if head.standing else ""]
    paint = Paint(palette.PAPER, border.stroke, border.width, border.dash)
    band = Rect(
        x + 0.3, y + 0.3, WIDE - 0.6, heights.title, Paint(palette.LANES["customer"].fill), 2.2
    )
    shapes: list[Shape] = [
        Rect(x, y, WIDE, heights.total, paint, 2.5),
        band,
        *PageBrick(0, (BoxShapes("", one.title.shapes),)).draw(
            sheet, x + _PAD, y + (heights.title - one.title.height) / 2
        ),
    ]
    if head.standing:
        shapes += tag(head.standing.value, x + WIDE - TAG - 2.2, y + 2.2)
    down = y + heights.title
    for place, (row, height) in enumerate(zip(one.rows, heights.rows, strict=True)):
        if place and height:
            shapes.append(line(x + _PAD, down, x + WIDE - _PAD, down, palette.HAIRLINE))
        shapes += _row(row, sheet, x + _PAD, down + _ABOVE)
        down += height
    under = y + heights.total - heights.foot - _INSET
    box = Rect(x + _INSET, under, WIDE - 2 * _INSET, heights.foot, Paint(fill=palette.LABEL), 1.2)
    shapes += (box, *one.foot.draw(sheet, x + _INSET, under))
    id_ = head.id if one.place == 1 else f"{head.id}.{one.place}"
    return ShapeGroup(tuple(shapes), group_id(sheet, id_), (("id", head.id),))


def _row(row: Sequence[BlockStack], sheet: str, x: float, y: float) -> list[Shape]:
    """The blocks of a row beside each other."""
    pitch = (WIDE - 2 * _PAD + GUTTER) / len(row)
    shapes: list[Shape] = []
    for place, stack in enumerate(row):
        if not stack.bricks:
            continue
        down = y
        for one in (stack.heading, *stack.bricks):
            shapes += one.draw(sheet, x + place * pitch, down)
            down += one.height
    return shapes
