"""Rows of boxes: each box as a card with its number, and what leads from a card to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Paint, Rect, Shape, ShapeGroup, line
from lumme_graph.drawing.steps.bricks import PLAIN, Brick, Style, bricks, height, laid
from lumme_graph.drawing.steps.columns import GAP, LEAD, TAIL, StepColumn
from lumme_graph.drawing.steps.heads import RADIUS, disc
from lumme_graph.drawing.steps.rows import BoxPlace, Drawn, RowName, SheetOf, row_name
from lumme_graph.drawing.steps.step_card import edge, struck
from lumme_graph.views.shapes import Box, BoxLink, DrawnFact, FactRole, GridRow, Sign

_PAD = 2.2
_END = 1.7
"""Between the edge of the room for a start or an end and its middle."""
_INDENT = 2 * RADIUS + 1.4
_ACTED_BY_CUSTOMERS = "customer"
_STYLES: dict[FactRole, Style] = {**PLAIN, "body": Style(is_step=True, bold=True)}


@dataclass(frozen=True, slots=True)
class ColumnCard:
    """A box as a card, measured: above who does it, below what is done and all else."""

    box: Box
    above: tuple[Brick, ...]
    below: tuple[Brick, ...]

    @property
    def _top(self) -> float:
        number = 2 * RADIUS if self.box.is_step else 0.0
        tag = signs.TAG if self.box.standing else 0.0
        above = max(height(self.above), number, tag)
        return above + 1.6 if above else 0.0

    @property
    def least(self) -> float:
        """The least height of the card."""
        return 2 * _PAD + self._top + height(self.below)

    def at(self, place: BoxPlace, group_id: str) -> ShapeGroup:
        """The card at its place."""
        tone = palette.LANES.get(self.box.tone, palette.Tone(palette.PAPER, palette.INK))
        border = edge(self.box)
        paint = Paint(tone.fill, border.stroke, border.width, border.dash)
        shapes: list[Shape] = [Rect(place.x, place.y, place.width, place.height, paint, 1.6)]
        x, y = place.x + _PAD, place.y + _PAD
        indent = 0.0
        if self.box.number is not None:
            shapes += disc(
                self.box.number,
                x + RADIUS - 0.4,
                y + RADIUS - 0.4,
                palette.ACCENT,
                filled=self.box.tone == _ACTED_BY_CUSTOMERS,
            )
            indent = _INDENT
        elif self.box.change:
            shapes += signs.small(self.box.change, x + RADIUS - 0.4, y + RADIUS - 0.4, RADIUS)
            indent = _INDENT
        if self.box.standing:
            right = place.right - 1.6 - signs.TAG
            shapes += signs.tag(self.box.standing.value, right, place.y + 1.6)
        shapes += laid(self.above, x + indent, y)
        shapes += laid(self.below, x, y + self._top)
        if self.box.is_dropped and self.below:
            first = self.below[0]
            shapes += struck(first.words, x + first.indent, y + self._top)
        return ShapeGroup(tuple(shapes), group_id, (("id", self.box.id),))


def card(box: Box, width: float, paper: Paper, more: Iterable[DrawnFact] = ()) -> ColumnCard:
    """A box as a card of a width; `more` is told below its own facts."""
    tone = palette.LANES.get(box.tone, palette.Tone(palette.PAPER, palette.INK))
    styles: dict[FactRole, Style] = {**_STYLES, "head": Style(colour=tone.ink)}
    taken = (_INDENT if box.is_step else 0.0) + (signs.TAG if box.standing else 0.0)
    above = [fact for fact in box.facts if fact.role == "head"]
    below = [*(fact for fact in box.facts if fact.role != "head"), *more]
    room = width - 2 * _PAD
    return ColumnCard(
        box,
        bricks(above, room - taken, paper, styles),
        tuple(brick for fact in below for brick in bricks([fact], room, paper, styles)),
    )


@dataclass(frozen=True, slots=True)
class CardBand:
    """A row of cards on a sheet."""

    name: RowName
    cards: tuple[tuple[StepColumn, ColumnCard], ...]
    hunger: float = 0.3
    gap: float = 1.6

    @property
    def least(self) -> float:
        """As high as the highest card."""
        return max(self.name.height, *(card.least for _, card in self.cards), 20.0)

    def draw(self, sheet: SheetOf, y: float, height: float) -> Drawn:
        """The cards from y on, all of one height, and the arrows between them."""
        places = {
            card.box.id: BoxPlace(column.x, y, column.width, height) for column, card in self.cards
        }
        made = (
            card.at(places[card.box.id], sheet.frame.group_id(card.box.id))
            for _, card in self.cards
        )
        ways = _ways(sheet, [(column, card.box) for column, card in self.cards], y + height / 2)
        return Drawn((*self.name.at(sheet.frame.left, y, height), *made, *ways), places)


def cards(rows: Sequence[GridRow], sheet: SheetOf) -> Iterator[CardBand]:
    """Each row of boxes as a band of its own."""
    paper = sheet.frame.paper
    columns = {column.line.id: column for column in sheet.columns}
    for row in rows:
        yield CardBand(
            row_name(row, paper),
            tuple(
                (column, card(box, column.width, paper, _told(sheet, box)))
                for cell in row.cells
                if (column := columns.get(cell.column))
                for box in cell.boxes
            ),
        )


def _ways(sheet: SheetOf, boxes: Sequence[tuple[StepColumn, Box]], y: float) -> Iterator[Shape]:
    """Where ways begin and end, and an arrow to the next column for each way that leads there."""
    places = {column.id: place for place, column in enumerate(sheet.grid.columns)}
    for column, box in boxes:
        left, right = column.x, column.right
        is_last = column.place == sheet.columns[-1].place
        for sign in box.ends:
            if sign.value == "start":
                yield line(left - LEAD + _END, y, left, y, palette.ARROW)
                yield from signs.end("start", left - LEAD + _END, y)
            else:
                yield line(right, y, right + TAIL - _END, y, palette.ARROW)
                yield from signs.end("end", right + TAIL - _END, y)
        for link in sheet.grid.links:
            if not _is_next(link, places):
                continue
            if link.source == box.id:
                arrow = tuple(_arrow(link, right, right + (TAIL if is_last else GAP), y))
                yield ShapeGroup(arrow, data=_data(link))
            elif link.target == box.id and column.place == sheet.first:
                yield from _arrow(link, left - LEAD + 1, left, y)


def _is_next(link: BoxLink, places: Mapping[str, int]) -> bool:
    return places[link.target] == places[link.source] + 1


def _data(link: BoxLink) -> tuple[tuple[str, str], ...]:
    return (("fact", link.told.id),) if link.told and not link.when else ()


def _told(sheet: SheetOf, box: Box) -> Iterator[DrawnFact]:
    """The ways from a box that an arrow alone does not tell."""
    places = {column.id: place for place, column in enumerate(sheet.grid.columns)}
    for link in sheet.grid.links:
        if link.source == box.id and link.told and (link.when or not _is_next(link, places)):
            sign = Sign("line", "condition" if link.when else "always", link.told.label)
            yield replace(link.told, signs=(sign,))


def _arrow(link: BoxLink, x: float, to: float, y: float) -> Iterator[Shape]:
    paint = palette.ARROW_IF if link.when else palette.ARROW
    yield line(x, y, to - 1, y, paint)
    yield signs.head(to, y, "right")
