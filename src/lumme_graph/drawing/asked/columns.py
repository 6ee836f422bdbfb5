"""A form whose things are columns: sheets that hang beside each other, so that their rows meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import ceil
from typing import Final

from lumme_graph.drawing import icons, palette
from lumme_graph.drawing.asked.room import (
    BORDER,
    NOTE,
    PAD,
    Fields,
    cell,
    fields,
    has_notes,
    name,
    note,
)
from lumme_graph.drawing.frame import Frame, frame
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Disc, Paint, Rect, Scene, Shape, ShapeGroup, line
from lumme_graph.drawing.steps.cards import ColumnCard, card
from lumme_graph.drawing.steps.columns import LABELS
from lumme_graph.drawing.steps.heads import RADIUS, disc
from lumme_graph.drawing.steps.rows import BoxPlace, RowName
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Ask, Box, DrawnFact, ShapeForm

_BETWEEN: Final = 2.0
"""Between two columns, and between two rows."""
_NARROWEST: Final = 38.0
_TALLEST_CARD: Final = 0.4
"""How much of a sheet printed cards may take before there are fewer and wider columns."""
_LEAST: Final = {"band": 9.0, "card": 20.0, "note": 24.0, "line": 14.0, "curve": 42.0}
_LEAST_OF_A_WRITTEN: Final = {"band": 8.0, "card": 18.0, "note": 17.0, "line": 12.0, "curve": 36.0}
_HUNGER: Final = {"band": 0.0, "card": 0.0, "note": 1.0, "line": 0.6, "curve": 1.4}
_DOWN: Final = 1.2
"""From the corner of a cell to the disc with its number."""
_FACE: Final = 2.6
_SMALL_FACE: Final = 2.0
_BESIDE_FACE: Final = PAD + 4.4
"""From the edge of a sheet to the words of a level."""
_AIR: Final = 0.8
_EDGE: Final = 4.5
"""From the upper and lower edge of a curve's row to its outer levels."""
_TODAY: Final = Paint(stroke=palette.MUTED, width=0.35, dash=(1.6, 1.1))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row, measured: what it asks, its name, its least height, and its printed cards."""

    ask: Ask
    name: RowName
    least: float
    hunger: float
    cards: tuple[ColumnCard | None, ...] = ()
    levels: tuple[Lettering, ...] = ()


@dataclass(frozen=True, slots=True)
class _Column:
    """A place on a sheet for a thing, and the thing that stands there with its place among all."""

    x: float
    width: float
    thing: Box | None
    place: int


def scenes(form: ShapeForm, paper: Paper) -> list[Scene]:
    """The sheets, with so many columns each that sticky notes fit, or as can be written in."""
    sheet = paper.portrait if has_notes(paper) else paper
    first = _frame(form, sheet, (1, 1))
    above = fields(form.fields, first.width, sheet)
    top = first.top + above.height + _BETWEEN
    room = (first.bottom or 0.0) - top
    count, rows = _fitting(form, sheet, first.width, room)
    tiers = list(_tiers(rows, room))
    parts = _spread(form.things, count)
    sheets = [(tier, n, part) for tier in range(len(tiers)) for n, part in enumerate(parts)]
    made: list[Scene] = []
    for number, (tier, n, part) in enumerate(sheets, 1):
        around = _frame(form, sheet, (number, len(sheets)))
        over = above if number == 1 else _aside(form, around, sheet, first.top + above.height)
        start = sum(len(other) for other in parts[:n])
        places = _places(around, count, part, start)
        begin = (
            first.top if number == 1 else max(around.top, first.top + above.height - over.height)
        )
        shapes = [*over.at(around.left, begin), *_drawn(around, tiers[tier], places, top)]
        made.append(around.scene(shapes))
    return made


def _frame(form: ShapeForm, paper: Paper, place: tuple[int, int]) -> Frame:
    return frame(form.head, form.kind, paper, keys=key(form), notes=form.notes, sheet=place)


def _aside(form: ShapeForm, around: Frame, paper: Paper, bottom: float) -> Fields:
    """On the sheets that follow, a place for what is said beside stands where the fields do."""
    if form.aside is None:
        return Fields((), 0.0)
    beside = fields(
        [DrawnFact("field/aside", form.aside, form.aside._replace(words=""))], around.width, paper
    )
    return Fields(beside.cells, bottom - around.top)


def _fitting(
    form: ShapeForm, paper: Paper, width: float, room: float
) -> tuple[int, tuple[_Row, ...]]:
    """How many columns a sheet has, and its rows: fewer columns where printed cards grow too high."""
    least = NOTE if has_notes(paper) else _NARROWEST
    most = max(1, int((width - LABELS) // (least + _BETWEEN)))
    rows: tuple[_Row, ...] = ()
    for count in range(most, 0, -1):
        wide = (width - LABELS) / count - _BETWEEN
        rows = tuple(_row(form, ask, wide, paper) for ask in form.asks)
        tall = max((row.least for row in rows if row.ask.look == "card"), default=0.0)
        if tall <= _TALLEST_CARD * room or not any(row.cards for row in rows):
            return count, rows
    return 1, rows


def _row(form: ShapeForm, ask: Ask, wide: float, paper: Paper) -> _Row:
    named = name(ask, LABELS, paper)
    usual = (_LEAST if has_notes(paper) else _LEAST_OF_A_WRITTEN)[ask.look]
    cards: tuple[ColumnCard | None, ...] = ()
    levels: tuple[Lettering, ...] = ()
    needed = 0.0
    match ask.look:
        case "card":
            cards = tuple(_card(ask, thing, wide, paper) for thing in form.things)
            needed = max((one.least for one in cards if one), default=0.0)
        case "note" if has_notes(paper):
            usual = NOTE + 1.0
        case "curve":
            size = paper.size("content")
            levels = tuple(
                lettering(choice.words, LABELS - _BESIDE_FACE, size) for choice in ask.choices
            )
            needed = named.height + 2 * _EDGE + sum(words.height + 1 for words in levels)
        case _:
            needed = max((cell(ask, one, wide, paper).height for one in form.things), default=0.0)
            usual *= ask.share if ask.look == "line" else 1.0
    hunger = 0.0 if usual > NOTE else _HUNGER[ask.look] * ask.share
    return _Row(ask, named, max(usual, needed, named.height), hunger, cards, levels)


def _card(ask: Ask, thing: Box, wide: float, paper: Paper) -> ColumnCard | None:
    known = ask.known(thing)
    return (
        card(Box(thing.id, known, thing.number, thing.tone, thing.standing), wide, paper)
        if known
        else None
    )


def _tiers(rows: Sequence[_Row], room: float) -> Iterator[list[_Row]]:
    """The rows that stand on one sheet; those that do not fit stand on one that hangs below."""
    tier: list[_Row] = []
    used = 0.0
    for row in rows:
        if tier and used + row.least > room:
            yield tier
            tier, used = [], 0.0
        tier.append(row)
        used += row.least + _BETWEEN
    yield tier


def _spread(things: Sequence[Box], most: int) -> list[Sequence[Box]]:
    """The things on as few sheets as hold them, evenly."""
    sheets = max(1, ceil(len(things) / most))
    each, more = divmod(len(things), sheets)
    ends = [each * (n + 1) + min(n + 1, more) for n in range(sheets)]
    return [things[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _places(around: Frame, count: int, things: Sequence[Box], start: int) -> list[_Column]:
    """The columns of a sheet; those that no thing takes are for one that is found there."""
    pitch = (around.width - LABELS) / count
    left = around.left + LABELS + _BETWEEN
    return [
        _Column(
            left + n * pitch,
            pitch - _BETWEEN,
            things[n] if n < len(things) else None,
            start + n,
        )
        for n in range(count)
    ]


def _drawn(
    around: Frame, rows: Sequence[_Row], places: Sequence[_Column], top: float
) -> Iterator[Shape]:
    """The rows of a sheet, spare height dealt to those that are written, drawn or stuck on."""
    bottom = around.bottom or top
    spare = bottom - top - sum(row.least for row in rows) - _BETWEEN * (len(rows) - 1)
    hunger = sum(row.hunger for row in rows)
    y = top
    has_cards = any(row.cards for row in rows)
    is_numbered = has_cards
    for row in rows:
        tall = row.least + (max(0.0, spare) * row.hunger / hunger if hunger else 0.0)
        shapes: list[Shape] = list(row.name.at(around.left, y, tall))
        match row.ask.look:
            case "band":
                shapes += _band(row.ask, places, y, tall, around, numbered=not is_numbered)
                is_numbered = True
            case "curve":
                shapes += _curve(row, places, y, tall, around)
            case _:
                for column in places:
                    shapes += _cell(row, column, y, tall, around, numbered=not is_numbered)
                is_numbered = True
        yield ShapeGroup(tuple(shapes), around.group_id(row.ask.id), (("ask", row.ask.id),))
        y += tall + _BETWEEN


def _cell(
    row: _Row, column: _Column, y: float, tall: float, around: Frame, *, numbered: bool
) -> Iterator[Shape]:
    printed = row.cards[column.place] if column.thing and row.cards else None
    is_new = bool(row.cards) and not column.thing
    if printed and column.thing:
        place = BoxPlace(column.x, y, column.width, tall)
        yield printed.at(place, around.group_id(column.thing.id))
        return
    yield Rect(column.x, y, column.width, tall, BORDER, 1.2)
    if row.ask.look == "note" and has_notes(around.paper):
        yield from note(column.x, y, column.width, tall)
    if column.thing:
        yield from cell(row.ask, column.thing, column.width, around.paper).at(column.x, y)
    if numbered or is_new:
        yield from _number(column, y)


def _number(column: _Column, y: float) -> Iterator[Shape]:
    """The number of a thing, or an empty disc for one that is found there."""
    x, middle = column.x + RADIUS + _DOWN, y + RADIUS + _DOWN
    if column.thing and column.thing.number is not None:
        yield from disc(column.thing.number, x, middle, palette.ACCENT, filled=False)
    else:
        yield Disc(x, middle, RADIUS, Paint(palette.PAPER, palette.HAIR, 0.5))


def _band(
    ask: Ask,
    places: Sequence[_Column],
    y: float,
    tall: float,
    around: Frame,
    *,
    numbered: bool,
) -> Iterator[Shape]:
    """What goes on over several columns in one box; where nothing is known, a strip to write in."""
    told = [(column, _words(ask, column.thing)) for column in places]
    for words, run in groupby(told, key=lambda one: one[1] and one[1].words):
        columns = [column for column, _ in run]
        x, right = columns[0].x, columns[-1].x + columns[-1].width
        yield Rect(x, y, right - x, tall, Paint(fill=palette.PHASE) if words else BORDER, 1.2)
        if columns[0].thing:
            yield from cell(ask, columns[0].thing, right - x, around.paper).at(x, y)
    if numbered:
        for column in places:
            yield from _number(column, y + tall / 2 - RADIUS - _DOWN)


def _words(ask: Ask, thing: Box | None) -> DrawnFact | None:
    return next(iter(ask.known(thing)), None) if thing else None


def _curve(
    row: _Row, places: Sequence[_Column], y: float, tall: float, around: Frame
) -> Iterator[Shape]:
    """The levels to draw between, with their faces at the left; what is felt today in small faces."""
    left, right = places[0].x, places[-1].x + places[-1].width
    half = max(words.height for words in row.levels) / 2 + _AIR
    begin = y + max(_EDGE, row.name.height - PAD + half)
    step = (y + tall - max(_EDGE, half) - begin) / (len(row.levels) - 1)
    heights = {choice.value: begin + n * step for n, choice in enumerate(row.ask.choices)}
    yield Rect(left, y, right - left, tall, BORDER, 1.2)
    for choice, words in zip(row.ask.choices, row.levels, strict=True):
        level = heights[choice.value]
        paint = Paint(stroke=palette.MUTED, width=0.45) if choice.value == "0" else palette.HAIRLINE
        yield line(left + 1.5, level, right - 1.5, level, paint)
        yield from icons.face(
            choice.value, around.left + PAD + 1.6, level, _SMALL_FACE, is_open=False
        )
        yield words.centred(around.left + _BESIDE_FACE, level)
    yield from _felt(row.ask, places, heights)


def _felt(ask: Ask, places: Sequence[_Column], heights: dict[str, float]) -> Iterator[Shape]:
    known = [
        (column.x + column.width / 2, fact)
        for column in places
        if (fact := _words(ask, column.thing))
    ]
    points = [(x, heights[str(fact.value)]) for x, fact in known if fact.value is not None]
    for (x1, y1), (x2, y2) in pairwise(points):
        yield line(x1, y1, x2, y2, _TODAY)
    for (x, fact), (_, level) in zip(known, points, strict=True):
        is_open = any(sign.is_open for sign in fact.signs)
        face = icons.face(str(fact.value), x, level, _FACE, is_open=is_open)
        yield ShapeGroup(tuple(face), data=(("fact", fact.id),))
