"""A form whose things are rows of a list: what is known is printed, and empty rows follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lumme_graph.drawing import palette
from lumme_graph.drawing.asked.room import (
    BORDER,
    NOTE,
    PAD,
    Printed,
    cell,
    dots,
    fields,
    has_notes,
    name,
    note,
    ticks,
    ticks_height,
)
from lumme_graph.drawing.frame import Frame, frame
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Disc, Paint, Rect, Scene, Shape, ShapeGroup
from lumme_graph.drawing.steps.heads import RADIUS, disc
from lumme_graph.drawing.steps.rows import RowName
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Ask, Box, ShapeForm

_NUMBER: Final = 10.0
_BETWEEN: Final = 2.0
_FEW: Final = 5
"""So many things can be asked beside each other on an upright sheet."""
_LEAST: Final = {"a3": 42.0}
_LEAST_ELSEWHERE: Final = 27.0
"""The least height of a row."""
_TALLEST: Final = {"a3": 90.0}
_TALLEST_ELSEWHERE: Final = 44.0
"""How high a row grows where there is room."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: what it asks, where it stands, and its head, measured."""

    ask: Ask
    x: float
    width: float
    head: RowName


@dataclass(frozen=True, slots=True)
class _Row:
    """A thing, what is printed of it in each column, and its least height."""

    thing: Box
    cells: tuple[Printed, ...]
    least: float


def scenes(form: ShapeForm, paper: Paper) -> list[Scene]:
    """The sheets of a list; at the end of the last one there is room for more things."""
    sheet = paper.portrait if has_notes(paper) and len(form.asks) <= _FEW else paper
    first = _frame(form, sheet, (1, 1))
    columns = _columns(form, first.width, sheet)
    above = fields(form.fields, first.width, sheet)
    high = above.height + (_BETWEEN if form.fields else 0.0)
    heads = max(column.head.height for column in columns) + _BETWEEN
    room = (first.bottom or 0.0) - first.top - heads
    blank = _row(Box("free", ()), columns, sheet)
    known = [_row(thing, columns, sheet) for thing in form.things if thing.facts]
    dealt = _dealt(known, blank, room - high, room)
    made: list[Scene] = []
    for number, rows in enumerate(dealt, 1):
        around = _frame(form, sheet, (number, len(dealt)))
        shapes: list[Shape] = list(above.at(around.left, around.top)) if number == 1 else []
        top = around.top + (high if number == 1 else 0.0)
        shapes += _heads(columns, around, top, heads - _BETWEEN)
        shapes += _rows(rows, columns, around, top + heads)
        made.append(around.scene(shapes))
    return made


def _frame(form: ShapeForm, paper: Paper, place: tuple[int, int]) -> Frame:
    return frame(form.head, form.kind, paper, keys=key(form), notes=form.notes, sheet=place)


def _columns(form: ShapeForm, width: float, paper: Paper) -> list[_Column]:
    """The columns by their shares of the room; one for sticky notes is as wide as these."""
    room = width - _NUMBER - _BETWEEN * len(form.asks)
    fixed = {ask.id: NOTE + 2.0 for ask in form.asks if ask.look == "note" and has_notes(paper)}
    left = room - sum(fixed.values())
    shares = sum(ask.share for ask in form.asks if ask.id not in fixed)
    columns: list[_Column] = []
    x = _NUMBER + _BETWEEN
    for ask in form.asks:
        wide = fixed.get(ask.id) or left * ask.share / shares
        columns.append(_Column(ask, x, wide, name(ask, wide, paper)))
        x += wide + _BETWEEN
    return columns


def _row(thing: Box, columns: Sequence[_Column], paper: Paper) -> _Row:
    cells = tuple(cell(column.ask, thing, column.width, paper) for column in columns)
    least = _LEAST.get(paper.name, _LEAST_ELSEWHERE)
    if not thing.facts and has_notes(paper) and any(one.ask.look == "note" for one in columns):
        least = NOTE + 1.0
    chosen = (
        ticks_height(one.ask, one.width - 2 * PAD, paper) + 2 * PAD
        for one in columns
        if one.ask.look == "ticks"
    )
    return _Row(thing, cells, max(least, *chosen, *(one.height for one in cells)))


def _dealt(known: Sequence[_Row], blank: _Row, first: float, other: float) -> list[list[_Row]]:
    """The rows by sheet, with at least one empty row on the last one."""
    sheets: list[list[_Row]] = [[]]
    left = first
    for row in [*known, blank]:
        if row.least > left and sheets[-1]:
            sheets.append([])
            left = other
        sheets[-1].append(row)
        left -= row.least + _BETWEEN
    while left >= blank.least:
        sheets[-1].append(blank)
        left -= blank.least + _BETWEEN
    return sheets


def _heads(columns: Sequence[_Column], around: Frame, top: float, tall: float) -> Iterator[Shape]:
    for column in columns:
        x = around.left + column.x
        yield Rect(x, top, column.width, tall, Paint(fill=palette.LABEL))
        yield from column.head.at(x, top, tall)[1:]


def _rows(
    rows: Sequence[_Row], columns: Sequence[_Column], around: Frame, top: float
) -> Iterator[Shape]:
    """The rows from the top, each as much higher as there is room, up to what is easily filled."""
    paper = around.paper
    tallest = _TALLEST.get(paper.name, _TALLEST_ELSEWHERE)
    spare = (around.bottom or top) - top - sum(row.least + _BETWEEN for row in rows) + _BETWEEN
    y = top
    for n, row in enumerate(rows):
        more = max(0.0, min(spare / len(rows), tallest - row.least))
        shapes = tuple(_cells(row, columns, around, y, row.least + more))
        id_ = row.thing.id if row.thing.facts else f"free-{n}"
        yield ShapeGroup(shapes, around.group_id(id_), (("id", row.thing.id),))
        y += row.least + more + _BETWEEN


def _cells(
    row: _Row, columns: Sequence[_Column], around: Frame, y: float, tall: float
) -> Iterator[Shape]:
    x, middle = around.left + RADIUS + 1.0, y + RADIUS + 1.5
    if row.thing.number is None:
        yield Disc(x, middle, RADIUS, Paint(palette.PAPER, palette.HAIR, 0.5))
    else:
        yield from disc(row.thing.number, x, middle, palette.ACCENT, filled=False)
    paper = around.paper
    for column, printed in zip(columns, row.cells, strict=True):
        left = around.left + column.x
        yield Rect(left, y, column.width, tall, BORDER, 1.2)
        match column.ask.look:
            case "ticks":
                yield from ticks(
                    column.ask, row.thing, left + PAD, y + PAD, column.width - 2 * PAD, paper
                )
            case "dots":
                yield from dots(left, y, column.width, tall)
            case "note" if not row.thing.facts and has_notes(paper):
                yield from note(left, y, column.width, tall)
            case _:
                yield from printed.at(left, y)
