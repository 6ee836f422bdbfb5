"""A path as cards in reading order, row under row: its lanes are the heads of the cards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final

from lumme_graph.base.label import Joined, Label
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.frame import Frame, frame
from lumme_graph.drawing.lettering import lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Scene, Shape, ShapeGroup
from lumme_graph.drawing.spread import spread
from lumme_graph.drawing.steps.links import arrow
from lumme_graph.drawing.steps.routes import AGAIN, BACK, BACK_IF, on_plate, with_flow
from lumme_graph.drawing.steps.rows import BoxPlace
from lumme_graph.drawing.steps.step_card import Lettered, StepCard, step_card
from lumme_graph.views.key import key
from lumme_graph.views.shapes import Box, BoxLink, DrawnFact, Grid

_TO: Final = Label("→ {n}", "to another step")
_TO_IF: Final = Label("→ {n} {when}", "to another step")
_ALONG: Final = Label("→ {n} at the same time", "to another step")
_AGAIN_IF: Final = Label("again {when}", "of a step that is repeated")
_SHEET: Final = Label("{way} (sheet {sheet})", "to a step on another sheet")
_AFTER: Final = Label("after {which}", "of a step that waits for others")

_IN_A_ROW: Final = {"a3": 5, "a4": 4}
_ROWS: Final = 3
_LEAD: Final = 6.4
_GAP: Final = 9.0
_BETWEEN: Final = 8.6
_TALLER: Final = 1.35
"""How much higher than needed a card may become, where there is room."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A step with its card."""

    card: StepCard

    @property
    def box(self) -> Box:
        """Its box."""
        return self.card.box


def folded(grid: Grid, paper: Paper) -> list[Scene]:
    """The sheets of a path: as many rows of cards on each as fit."""
    around = frame(grid.head, grid.kind, paper, keys=key(grid), notes=grid.notes)
    in_a_row = _IN_A_ROW[paper.name]
    sheets: list[list[_Step]] = []
    for rows in range(_ROWS, 0, -1):
        sheets = _sheets(grid, around, spread(len(grid.columns), rows * in_a_row))
        if all(_least(steps, in_a_row) <= (around.height or 0) for steps in sheets):
            break
    else:
        lacks = max(_least(steps, in_a_row) for steps in sheets) - (around.height or 0)
        paper = replace(paper, height=(paper.height or 0) + lacks)
    return [
        _Folded(grid, _frame(grid, paper, n, len(sheets)), steps, in_a_row).scene()
        for n, steps in enumerate(sheets, 1)
    ]


def _frame(grid: Grid, paper: Paper, n: int, of: int) -> Frame:
    notes = grid.notes if n == of else ()
    return frame(grid.head, grid.kind, paper, keys=key(grid), notes=notes, sheet=(n, of))


def _sheets(grid: Grid, around: Frame, counts: Sequence[int]) -> list[list[_Step]]:
    """The cards of each sheet; those of a row are as wide as the sheet allows."""
    paper = around.paper
    boxes = {
        cell.column: (row.words, box)
        for row in grid.rows
        for cell in row.cells
        for box in cell.boxes
    }
    order = [boxes[line.id] for line in grid.columns]
    in_a_row = _IN_A_ROW[paper.name]
    tail = _tail([box for _, box in order], counts, in_a_row)
    width = (around.width - _LEAD - tail - (in_a_row - 1) * _GAP) / in_a_row
    sheet_of = [sheet for sheet, count in enumerate(counts, 1) for _ in range(count)]
    written = _Written(grid.head.speak, [box for _, box in order], sheet_of, grid.links)
    steps = [
        _Step(_card(box, lane, width, paper, list(written.ways(place))))
        for place, (lane, box) in enumerate(order)
    ]
    ends = list(accumulate(counts))
    return [steps[end - count : end] for end, count in zip(ends, counts, strict=True)]


def _tail(boxes: Sequence[Box], counts: Sequence[int], in_a_row: int) -> float:
    """Room for an end after the last card of a full row."""
    places = (place for count in counts for place in range(count))
    for box, place in zip(boxes, places, strict=True):
        if place % in_a_row == in_a_row - 1 and any(sign.value == "end" for sign in box.ends):
            return _LEAD
    return 0.0


def _card(
    box: Box, lane: Said, width: float, paper: Paper, ways: Sequence[tuple[Said, DrawnFact | None]]
) -> StepCard:
    size = paper.size("content")
    card = step_card(box, width, paper, lane=lane)
    lines = tuple(
        Lettered(fact, lettering(said, width - 2 * 2.4, size, bold=True, colour=palette.ACCENT))
        for said, fact in ways
    )
    return replace(card, body=(*card.body, *lines))


class _Written:
    """The ways that no arrow shows: what a card says of them."""

    def __init__(
        self, speak: Speaker, boxes: Sequence[Box], sheets: Sequence[int], links: Sequence[BoxLink]
    ) -> None:
        self._speak = speak
        self._boxes = boxes
        self._sheets = sheets
        self._places = {box.id: place for place, box in enumerate(boxes)}
        self._out: dict[int, list[BoxLink]] = defaultdict(list)
        self._into: dict[int, list[BoxLink]] = defaultdict(list)
        for link in links:
            self._out[self._places[link.source]].append(link)
            self._into[self._places[link.target]].append(link)

    def ways(self, place: int) -> Iterator[tuple[Said, DrawnFact | None]]:
        """What the card of a step says: which others it waits for, and the ways on."""
        waited = [link for link in self._into[place] if link.joins]
        if waited:
            numbers = tuple(f"{self._number(link.source)}" for link in waited)
            yield self._speak(_AFTER, which=Joined(numbers, "and")), None
        ways = self._out[place]
        if len(ways) == 1 and not on_plate(ways[0]) and self._is_next(place, ways[0]):
            return
        onward = sum(link.source != link.target and not link.line for link in ways)
        for link in ways:
            yield self._way(place, link, among=onward), link.told

    def _is_next(self, place: int, link: BoxLink) -> bool:
        target = self._places[link.target]
        return target == place + 1 and self._sheets[target] == self._sheets[place]

    def _way(self, place: int, link: BoxLink, among: int) -> Said:
        target = self._places[link.target]
        when = link.when.shown if link.when else ""
        number = self._number(link.target)
        way: Sayable
        if target == place:
            way = _AGAIN_IF.fill(when=when) if when else AGAIN
        elif target < place:
            way = BACK_IF.fill(n=number, when=when) if when else BACK.fill(n=number)
        elif when:
            way = _TO_IF.fill(n=number, when=when)
        else:
            way = (_ALONG if among > 1 and not link.line else _TO).fill(n=number)
        if self._sheets[target] != self._sheets[place]:
            way = _SHEET.fill(way=way, sheet=self._sheets[target])
        return with_flow(self._speak(way), link)

    def _number(self, id_: str) -> int:
        return self._boxes[self._places[id_]].number or 0


def _rows(steps: Sequence[_Step], in_a_row: int) -> list[list[_Step]]:
    """The cards of a sheet in rows, each as full as the one before or a card less."""
    return [list(steps[i : i + in_a_row]) for i in range(0, len(steps), in_a_row)]


def _tall(row: Sequence[_Step]) -> float:
    return max(step.card.above for step in row) + max(step.card.below for step in row)


def _least(steps: Sequence[_Step], in_a_row: int) -> float:
    rows = _rows(steps, in_a_row)
    return sum(map(_tall, rows)) + _BETWEEN * (len(rows) - 1)


@dataclass(frozen=True, slots=True)
class _Folded:
    """A sheet of folded cards."""

    grid: Grid
    frame: Frame
    steps: Sequence[_Step]
    in_a_row: int

    def scene(self) -> Scene:
        """The cards, then the arrows between those that follow each other."""
        places: dict[str, BoxPlace] = {}
        shapes: list[Shape] = []
        for step, place, above in self._placed():
            id_ = self.frame.group_id(step.box.id)
            shapes.append(step.card.draw(place.x, place.y, place.height, id_, above))
            places[step.box.id] = place
        shapes += self._arrows(places)
        shapes += self._ends(places)
        return self.frame.scene(shapes)

    def _placed(self) -> Iterator[tuple[_Step, BoxPlace, float]]:
        rows = _rows(self.steps, self.in_a_row)
        y = self.frame.top
        for row, height in zip(rows, self._heights(rows), strict=True):
            above = max(step.card.above for step in row)
            above += (height - _tall(row)) / 3
            x = self.frame.left + _LEAD
            for step in row:
                yield step, BoxPlace(x, y, step.card.width, height), above
                x += step.card.width + _GAP
            y += height + _BETWEEN

    def _heights(self, rows: Sequence[Sequence[_Step]]) -> list[float]:
        """The rows as high as each other, where that fits, and a little higher than they need."""
        room = (self.frame.height or 0) - _BETWEEN * (len(rows) - 1)
        needs = [_tall(row) for row in rows]
        same = max(needs)
        if same * len(rows) <= room:
            return [min(same * _TALLER, room / len(rows))] * len(rows)
        return needs

    def _arrows(self, places: Mapping[str, BoxPlace]) -> Iterator[ShapeGroup]:
        """An arrow for each way to the next card; at the end of a row it turns."""
        following = {(one.box.id, other.box.id) for one, other in pairwise(self.steps)}
        for link in self.grid.links:
            if (link.source, link.target) in following:
                data = [("source", link.source), ("target", link.target)]
                if link.told:
                    data.append(("fact", link.told.id))
                points = list(_way(places[link.source], places[link.target]))
                name = self.frame.group_id(f"{link.source}--{link.target}")
                yield ShapeGroup(tuple(arrow(points, link)), name, tuple(data))

    def _ends(self, places: Mapping[str, BoxPlace]) -> Iterator[ShapeGroup]:
        for step in self.steps:
            place = places[step.box.id]
            middle = place.y + place.height / 2
            for sign in step.box.ends:
                if sign.value == "start":
                    x = place.x - _LEAD + 2.2
                    stub = arrow([(x, middle), (place.x, middle)], head=False)
                else:
                    x = place.right + _LEAD - 1.9
                    stub = arrow([(place.right, middle), (x - 1.7, middle)])
                mark = signs.end(sign.value, x, middle)
                data = (("role", sign.value),)
                yield ShapeGroup((*stub, *mark), data=data, title=sign.words.shown)


def _way(begin: BoxPlace, end: BoxPlace) -> Iterator[tuple[float, float]]:
    if begin.y == end.y:
        middle = begin.y + begin.height / 2
        yield from ((begin.right, middle), (end.x, middle))
        return
    level = end.y - _BETWEEN / 2 - 0.6
    out, into = begin.x + begin.width / 2, end.x + end.width / 2
    yield from ((out, begin.bottom), (out, level), (into, level), (into, end.y))
